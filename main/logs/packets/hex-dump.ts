import type { Blank } from './packet-blanks.ts';

const rowBytes = 16;
const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * Bytes as PuTTY writes them into its packet logs, sixteen in a line: their place, in hexadecimal, and the letters of
 * ASCII among them. `blanks` are in order.
 */
export function hexDump(bytes: Uint8Array, blanks: readonly Blank[] = []): string {
  const lines: string[] = [];
  let next = 0;
  let at = 0;
  let row = '';
  let letters = '';
  const endRow = () => {
    if (letters !== '') lines.push(`${row.padEnd(rowStart + rowBytes * 3)}  ${letters}`);
    row = '';
    letters = '';
  };
  while (at < bytes.length) {
    const blank = blanks[next];
    if (blank !== undefined && at >= blank.offset + blank.length) next += 1;
    else if (blank?.how === 'omit' && at >= blank.offset) {
      endRow();
      lines.push(`  (${blank.length} ${blank.length === 1 ? 'byte' : 'bytes'} omitted)`);
      at = blank.offset + blank.length;
    } else {
      const byte = bytes[at] as number;
      const isBlank = blank !== undefined && at >= blank.offset;
      // A row that begins amid others keeps its columns.
      if (letters === '') {
        const skipped = at % rowBytes;
        row = `  ${(at - skipped).toString(16).padStart(8, '0')} ${'   '.repeat(skipped)}`;
        letters = ' '.repeat(skipped);
      }
      row += isBlank ? ' XX' : ` ${digits[byte]}`;
      letters += isBlank ? 'X' : byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
      at += 1;
      if (at % rowBytes === 0) endRow();
    }
  }
  endRow();
  return lines.map((line) => `${line}\n`).join('');
}

/** Before the first byte of a row: its place between blanks. */
const rowStart = 11;
