import iconv from 'iconv-lite';
import type { FindCharacterSet } from '../session/ports/character-set.ts';
import { encodable } from './encodable.ts';

const questionMark = 0x3f;

/** The character sets of the settings, but UTF-8, by iconv-lite, which takes the settings' own names for them. */
export const findCharacterSet: FindCharacterSet = (name) => {
  if (name === 'utf-8') return null;
  return {
    reader: () => {
      const decoder = iconv.getDecoder(name);
      return (bytes) => Buffer.from(decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)));
    },
    encode: (text) => {
      const bytes = name === 'euc-jp' ? encodeEucJp(text) : iconv.encode(encodable(name, text), name);
      // A question mark's byte is never a part of another character in these sets.
      return { bytes, isWhole: marksIn(bytes) === text.split('?').length - 1 };
    },
  };
};

/** The wave dash of JIS X 0208, which iconv-lite reads as U+FF5E as Windows does, but writes as a tilde of JIS X 0212. */
const waveDash = { character: /[\u301c\uff5e]/, bytes: Buffer.from([0xa1, 0xc1]) };

function encodeEucJp(text: string): Uint8Array {
  const between = text.split(waveDash.character).map((part) => iconv.encode(encodable('euc-jp', part), 'euc-jp'));
  return Buffer.concat(between.flatMap((bytes, index) => (index === 0 ? [bytes] : [waveDash.bytes, bytes])));
}

const marksIn = (bytes: Uint8Array) => bytes.reduce((count, byte) => (byte === questionMark ? count + 1 : count), 0);
