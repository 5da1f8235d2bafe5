import type { FileKind, RemoteEntry } from '#contract/files/files.ts';
import { durationWords } from '#contract/language/duration.ts';
import { t } from '#contract/language/language.ts';

const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Bytes by 1024, as `ls -h` counts: "532 B", "1.4 MB", "312 MB". */
export function sizeWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[unit]}`;
}

/** Local time to the minute; seconds since 1970. */
export function timeWords(seconds: number): string {
  const time = new Date(seconds * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

const typeLetters: Readonly<Record<FileKind, string>> = { file: '-', folder: 'd', link: 'l', other: '?' };

/** As `ls -l` writes them: "drwxr-xr-x". */
export function modeWords({ kind, mode }: Pick<RemoteEntry, 'kind' | 'mode'>): string {
  const special = (bit: number, letter: string, executable: boolean) =>
    mode & bit ? (executable ? letter : letter.toUpperCase()) : executable ? 'x' : '-';
  const of = (shift: number, bit: number, letter: string) => {
    const bits = mode >> shift;
    return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${special(bit, letter, (bits & 1) !== 0)}`;
  };
  return `${typeLetters[kind]}${of(6, 0o4000, 's')}${of(3, 0o2000, 's')}${of(0, 0o1000, 't')}`;
}

/** Seconds that something will still take, which nobody knows to the second: "9 s", "4 min", "2 h 10 min". */
export const leftWords = (seconds: number): string =>
  durationWords(seconds < 60 ? Math.max(1, seconds) : Math.round(seconds / 60) * 60);

/** What a list says where it has nothing to show; null before a folder was read. */
export function emptyWords(isLoading: boolean, listing: { readonly entries: readonly unknown[] } | null): string {
  if (isLoading) return t('Reading…');
  if (listing === null) return '';
  return t(listing.entries.length > 0 ? 'There are only hidden files here.' : 'This folder is empty.');
}
