import type { ZmodemProgress, ZmodemQuestion } from '#contract/files/zmodem.ts';
import { t } from '#contract/language/language.ts';
import { leftWords, sizeWords } from '../files/file-words.ts';

type Offered = Extract<ZmodemQuestion, { readonly kind: 'offered' }>;

export const offeredTitle = ({ files, host }: Offered): string =>
  files === 1 ? t('Receive a file from {host}?', { host }) : t('Receive {files} files from {host}?', { files, host });

/** "a.txt and 2 more, 3.0 MB". */
export function offeredWords({ name, files, totalBytes }: Offered): string {
  const names = files === 1 ? name : t('{name} and {more} more', { name, more: files - 1 });
  return totalBytes === null ? names : t('{names}, {size}', { names, size: sizeWords(totalBytes) });
}

/** "Receiving a.txt (2 of 3)". */
export function progressTitle({ kind, name, file, files, isStopping }: ZmodemProgress): string {
  if (name === '') return t('Starting a file transfer…');
  if (isStopping) return t('Ending the transfer…');
  const names = files > 1 ? t('{name} ({file} of {files})', { name, file, files }) : name;
  return kind === 'receiving' ? t('Receiving {names}', { names }) : t('Sending {names}', { names });
}

/** "1.0 MB of 3.0 MB · 500 KB/s · 4 s left". */
export function progressWords({ name, bytes, totalBytes, bytesPerSecond }: ZmodemProgress): string {
  if (name === '') return '';
  const all = totalBytes === null ? null : sizeWords(totalBytes);
  const done = all === null ? sizeWords(bytes) : t('{part} of {all}', { part: sizeWords(bytes), all });
  if (bytesPerSecond === 0) return done;
  const rate = t('{size}/s', { size: sizeWords(bytesPerSecond) });
  if (totalBytes === null) return `${done} · ${rate}`;
  const left = leftWords(Math.max(0, totalBytes - bytes) / bytesPerSecond);
  return `${done} · ${rate} · ${t('{duration} left', { duration: left })}`;
}

/** 0 to 1; null where it is not known. */
export function fractionDone({ bytes, totalBytes }: ZmodemProgress): number | null {
  if (totalBytes === null) return null;
  return totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes);
}
