import { isUtf8 } from 'node:buffer';
import type { CharacterSet } from '../session/ports/character-set.ts';

/** Names of files at the server: UTF-8 where they can be, else in the session's character set. */
export const readNameIn =
  (set: CharacterSet | null) =>
  (name: Uint8Array): string => {
    const bytes = Buffer.from(name);
    if (isUtf8(bytes)) return bytes.toString('utf8');
    return set === null ? bytes.toString('latin1') : Buffer.from(set.reader()(bytes)).toString('utf8');
  };

/** What the set lacks goes as UTF-8. */
export const writeNameIn =
  (set: CharacterSet | null) =>
  (name: string): Uint8Array => {
    const encoded = set?.encode(name);
    return encoded?.isWhole ? encoded.bytes : Buffer.from(name);
  };
