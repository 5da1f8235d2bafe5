import { t } from '#contract/language/language.ts';
import { maxSessionNameLength } from '#contract/profile/profile.ts';

/**
 * Reads the bytes of a text file: UTF-16 by its mark or by its zeros, UTF-8, and what is neither as Windows-1252, of
 * which Latin-1 is a part. Programs of Windows and files of old write all of them.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Null where the bytes have to be tried. */
function encodingOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Characters at most of a value: what is longer is no setting of any program, and takes seconds to be understood. */
export const maxValueLength = 32_768;

/** A value as it is told of: of a long one its beginning. */
export const shownValue = (value: string): string =>
  value.length <= maxShownLength ? value : `${value.slice(0, maxShownLength)}…`;

const maxShownLength = 256;

/** Names as PuTTY writes them into its registry keys and file names: `%XX` for a byte. */
export const unescapeName = (name: string): string =>
  decodeText(
    Buffer.from(
      Buffer.from(name)
        .toString('latin1')
        .replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ),
  );

/** A name that can be saved: without controls and marks of reading direction, of a bearable length, never empty. */
export const savableName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '')
    .trim()
    .slice(0, maxSessionNameLength)
    .trim() || t('Unnamed');
