import { checksumOf, isSame } from './checksum.ts';
import { type Header, zdle, zpad } from './protocol.ts';
import { createUnescaper, endsFrom } from './unescape.ts';

/** Looks for headers, of each of the three encodings. */
export interface HeaderReader {
  /** The header that this byte ends; null before. */
  readonly read: (byte: number) => Header | 'damaged' | null;
  /** Nothing of one has come but its padding. */
  readonly isSeeking: () => boolean;
  /** Of the last header: the data after it has the same kind of checksum. */
  readonly is32Bit: () => boolean;
}

type Stage = 'seeking' | 'encoding' | 'hex' | 'binary';

const [zbin, zhex, zbin32] = [0x41, 0x42, 0x43];

/** A type and four bytes, and the longer checksum. */
const maxHeaderBytes = 5 + 4;

/** A type, four bytes and CRC-16, as digits. */
const hexDigits = 2 * (5 + 2);

export function createHeaderReader(): HeaderReader {
  let stage: Stage = 'seeking';
  let pads = 0;
  let is32Bit = false;
  let length = 0;
  const buffer = Buffer.alloc(maxHeaderBytes);
  const unescaper = createUnescaper();

  const begin = (next: Stage) => {
    stage = next;
    pads = 0;
    length = 0;
    unescaper.reset();
    return null;
  };
  const damaged = () => {
    begin('seeking');
    return 'damaged' as const;
  };
  const finish = (): Header | 'damaged' => {
    begin('seeking');
    const isWhole = isSame(checksumOf(buffer.subarray(0, 5), is32Bit), buffer.subarray(5, is32Bit ? 9 : 7));
    return isWhole ? { type: buffer[0] ?? 0, data: Uint8Array.from(buffer.subarray(1, 5)) } : 'damaged';
  };

  const seek = (byte: number) => {
    if (byte === zdle && pads > 0) return begin('encoding');
    pads = byte === zpad ? pads + 1 : 0;
    return null;
  };

  const readEncoding = (byte: number) => {
    is32Bit = byte === zbin32;
    return begin(byte === zhex ? 'hex' : byte === zbin || byte === zbin32 ? 'binary' : 'seeking');
  };

  const readHex = (byte: number) => {
    const digit = Number.parseInt(String.fromCharCode(byte & 0x7f), 16);
    if (Number.isNaN(digit)) return damaged();
    buffer[length >> 1] = length % 2 === 0 ? digit << 4 : (buffer[length >> 1] ?? 0) | digit;
    length += 1;
    return length < hexDigits ? null : finish();
  };

  const readBinary = (byte: number) => {
    const value = unescaper.read(byte);
    if (value === null) return null;
    if (value >= endsFrom) return damaged();
    buffer[length] = value;
    length += 1;
    return length < (is32Bit ? 9 : 7) ? null : finish();
  };

  return {
    read: (byte) => {
      switch (stage) {
        case 'seeking':
          return seek(byte);
        case 'encoding':
          return readEncoding(byte);
        case 'hex':
          return readHex(byte);
        case 'binary':
          return readBinary(byte);
      }
    },
    isSeeking: () => stage === 'seeking',
    is32Bit: () => is32Bit,
  };
}
