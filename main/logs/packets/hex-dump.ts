import type { Blank } from './packet-blanks.ts';

const rowBytes = 16;

/** Of a row: its place after two blanks, three characters for each byte after a blank, and the letters after two. */
const placeAt = 2;
const digitsAt = 12;
const lettersAt = 61;
const rowLength = lettersAt + rowBytes + 1;

const blank = 0x20;
const lineFeed = 0x0a;
const dot = 0x2e;
const omittedLetter = 0x58;
const hexDigits = Buffer.from('0123456789abcdef');

/**
 * Bytes as PuTTY writes them into its packet logs, sixteen in a line: their place, in hexadecimal, and the letters of
 * ASCII among them. `blanks` are in order. Bytes are put straight into the text: a packet is 32 KB.
 */
export function hexDump(bytes: Uint8Array, blanks: readonly Blank[] = []): Buffer {
  const parts: Buffer[] = [];
  const hidden = blanks.filter(({ how }) => how === 'blank');
  let at = 0;
  for (const { offset, length } of blanks.filter(({ how }) => how === 'omit')) {
    parts.push(rows(bytes, at, offset, hidden));
    parts.push(Buffer.from(`  (${length} ${length === 1 ? 'byte' : 'bytes'} omitted)\n`));
    at = offset + length;
  }
  return Buffer.concat([...parts, rows(bytes, at, bytes.length, hidden)]);
}

/** Those from `from` to before `to`; where rows begin amid others, their columns are kept. */
function rows(bytes: Uint8Array, from: number, to: number, hidden: readonly Blank[]): Buffer {
  if (from >= to) return Buffer.alloc(0);
  const first = from - (from % rowBytes);
  const text = Buffer.alloc(Math.ceil((to - first) / rowBytes) * rowLength, blank);
  let row = 0;
  for (let place = first; place < to; place += rowBytes, row += rowLength) {
    text.write(place.toString(16).padStart(8, '0'), row + placeAt, 'latin1');
    const end = Math.min(place + rowBytes, to);
    for (let at = Math.max(place, from); at < end; at += 1) {
      const byte = bytes[at] as number;
      const column = at - place;
      text[row + digitsAt + column * 3] = hexDigits[byte >> 4] as number;
      text[row + digitsAt + column * 3 + 1] = hexDigits[byte & 15] as number;
      text[row + lettersAt + column] = byte >= 0x20 && byte < 0x7f ? byte : dot;
    }
    text[row + lettersAt + end - place] = lineFeed;
  }
  for (const { offset, length } of hidden) hide(text, first, Math.max(offset, from), Math.min(offset + length, to));
  // The last row ends with its last letter.
  return text.subarray(0, text.length - (rowBytes - 1 - ((to - 1) % rowBytes)));
}

/** Puts X in place of the bytes from `from` to before `to` in rows that begin with the byte at `first`. */
function hide(text: Buffer, first: number, from: number, to: number) {
  for (let at = from; at < to; at += 1) {
    const column = at % rowBytes;
    const row = ((at - column - first) / rowBytes) * rowLength;
    text.fill(omittedLetter, row + digitsAt + column * 3, row + digitsAt + column * 3 + 2);
    text[row + lettersAt + column] = omittedLetter;
  }
}
