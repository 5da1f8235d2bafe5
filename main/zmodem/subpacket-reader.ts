import { checksumOf, isSame } from './checksum.ts';
import { type SubpacketEnd, subpacketEnd, zdle } from './protocol.ts';
import { createUnescaper, endsFrom, noEscape } from './unescape.ts';

/** Bytes of data in a subpacket at most: 1 KiB by the protocol, 8 KiB of lrzsz, 32 KiB of others. More is damage. */
const maxSubpacketBytes = 32 * 1024;

/** By value: neither ZDLE nor XON or XOFF. */
const isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === zdle || [0x11, 0x13].includes(byte & 0x7f) ? 0 : 1,
);

/** The bytes are good until the next are read. */
export interface Subpacket {
  readonly bytes: Uint8Array;
  readonly end: SubpacketEnd;
}

/** Reads the data after a header. */
export interface SubpacketReader {
  /** A header was read: what follows has this kind of checksum. */
  readonly begin: (is32Bit: boolean) => void;
  /** Takes what needs no look of its own, most of all data, and gives where it ends. */
  readonly takePlain: (bytes: Uint8Array, from: number) => number;
  /** The subpacket that this byte ends; null before. The next one may follow at once. */
  readonly read: (byte: number) => Subpacket | 'damaged' | null;
}

export function createSubpacketReader(): SubpacketReader {
  let is32Bit = false;
  let length = 0;
  /** Null while data comes; then its checksum does. */
  let end: SubpacketEnd | null = null;
  let sumLength = 0;
  const buffer = Buffer.allocUnsafe(maxSubpacketBytes + 1);
  const sum = Buffer.alloc(4);
  const unescaper = createUnescaper();

  const readData = (value: number): 'damaged' | null => {
    if (value === noEscape || (value < endsFrom && length === maxSubpacketBytes)) return 'damaged';
    if (value >= endsFrom) {
      end = (value - endsFrom) as SubpacketEnd;
      sumLength = 0;
      return null;
    }
    buffer[length] = value;
    length += 1;
    return null;
  };

  const readSum = (value: number, ended: SubpacketEnd): Subpacket | 'damaged' | null => {
    if (value >= endsFrom) return 'damaged';
    sum[sumLength] = value;
    sumLength += 1;
    if (sumLength < (is32Bit ? 4 : 2)) return null;
    const bytes = buffer.subarray(0, length);
    buffer[length] = ended;
    const isWhole = isSame(checksumOf(buffer.subarray(0, length + 1), is32Bit), sum.subarray(0, sumLength));
    length = 0;
    end = null;
    return isWhole ? { bytes, end: ended } : 'damaged';
  };

  return {
    begin: (has32Bit) => {
      is32Bit = has32Bit;
      length = 0;
      end = null;
      unescaper.reset();
    },
    takePlain: (bytes, from) => {
      if (end !== null || unescaper.isEscaped()) return from;
      let index = from;
      const upTo = Math.min(bytes.length, from + maxSubpacketBytes - length);
      while (index < upTo && isPlain[bytes[index] ?? 0] === 1) {
        buffer[length] = bytes[index] ?? 0;
        length += 1;
        index += 1;
      }
      return index;
    },
    read: (byte) => {
      const value = unescaper.read(byte);
      if (value === null) return null;
      return end === null ? readData(value) : readSum(value, end);
    },
  };
}

/** Whether more data follows such a one, without a header between. */
export const isFollowed = (end: SubpacketEnd): boolean => end === subpacketEnd.zcrcg || end === subpacketEnd.zcrcq;
