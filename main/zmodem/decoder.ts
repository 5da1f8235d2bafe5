import { checksumOf, isSame } from './checksum.ts';
import { type Header, type SubpacketEnd, subpacketEnd, zdle, zpad } from './protocol.ts';

/** Bytes of data in a subpacket at most: 1 KiB by the protocol, 8 KiB of lrzsz, 32 KiB of others. More is damage. */
const maxSubpacketBytes = 32 * 1024;

/** So many CAN in a row cancel. */
const cancelCount = 5;

/** By value: neither ZDLE nor XON or XOFF. */
const isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === zdle || [0x11, 0x13].includes(byte & 0x7f) ? 0 : 1,
);

/** By value: what ends a header or begins the next one. */
const isBetweenHeaders = Uint8Array.from({ length: 256 }, (_, byte) =>
  [zpad, 0x0d, 0x0a, 0x8a, 0x8d, 0x11, 0x13].includes(byte) ? 1 : 0,
);

/** What came of the other side. */
export type Heard =
  | { readonly kind: 'header'; readonly header: Header }
  /** The bytes are good during the call alone. */
  | { readonly kind: 'data'; readonly bytes: Uint8Array; readonly end: SubpacketEnd }
  /** A checksum or the form was wrong; headers are looked for again. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'cancelled' };

/** Reads what the other side sends, in pieces of any size. What is no part of the protocol is passed over. */
export interface Decoder {
  /**
   * Tells what it hears by `onHeard`, which may stop it by returning false. Gives how many bytes were read: all, unless
   * it was stopped.
   */
  readonly read: (bytes: Uint8Array) => number;
  /** Whether these bytes are text: no part of a header, and no header in them. */
  readonly isText: (bytes: Uint8Array) => boolean;
  /** Subpackets of data follow; else a header is looked for. */
  readonly expectData: (expected: boolean) => void;
}

type Stage = 'seeking' | 'encoding' | 'hex' | 'binary' | 'data' | 'checksum';

const noEscape = 0x1ff;

const [zbin, zhex, zbin32] = [0x41, 0x42, 0x43];

export function createDecoder(onHeard: (heard: Heard) => boolean): Decoder {
  let stage: Stage = 'seeking';
  let pads = 0;
  let cancels = 0;
  let isEscaped = false;
  /** By the last header: the data after it has the same kind of checksum. */
  let is32Bit = false;
  let length = 0;
  let sumLength = 0;
  let end: SubpacketEnd = subpacketEnd.zcrce;
  let expectsData = false;
  const buffer = Buffer.allocUnsafe(maxSubpacketBytes + 1);
  const sum = Buffer.alloc(4);

  const begin = (next: Stage) => {
    stage = next;
    length = 0;
    isEscaped = false;
  };
  const damaged = () => {
    expectsData = false;
    pads = 0;
    begin('seeking');
    return onHeard({ kind: 'damaged' });
  };

  const finishHeader = (bytes: Uint8Array): boolean => {
    const isWhole = isSame(checksumOf(bytes.subarray(0, 5), is32Bit), bytes.subarray(5, is32Bit ? 9 : 7));
    if (!isWhole) return damaged();
    begin('seeking');
    pads = 0;
    expectsData = false;
    const header = { type: bytes[0] ?? 0, data: Uint8Array.from(bytes.subarray(1, 5)) };
    const goesOn = onHeard({ kind: 'header', header });
    if (expectsData) begin('data');
    return goesOn;
  };

  const finishData = (): boolean => {
    const bytes = length;
    buffer[bytes] = end;
    const isWhole = isSame(checksumOf(buffer.subarray(0, bytes + 1), is32Bit), sum.subarray(0, is32Bit ? 4 : 2));
    if (!isWhole) return damaged();
    expectsData = end === subpacketEnd.zcrcg || end === subpacketEnd.zcrcq;
    begin(expectsData ? 'data' : 'seeking');
    return onHeard({ kind: 'data', bytes: buffer.subarray(0, bytes), end });
  };

  const seek = (byte: number) => {
    if (byte === zpad) pads += 1;
    else if (byte === zdle && pads > 0) begin('encoding');
    else pads = 0;
    return true;
  };

  const readEncoding = (byte: number) => {
    pads = 0;
    is32Bit = byte === zbin32;
    begin(byte === zhex ? 'hex' : byte === zbin || byte === zbin32 ? 'binary' : 'seeking');
    return true;
  };

  const readHex = (byte: number) => {
    const digit = Number.parseInt(String.fromCharCode(byte & 0x7f), 16);
    if (Number.isNaN(digit)) return damaged();
    buffer[length >> 1] = length % 2 === 0 ? digit << 4 : (buffer[length >> 1] ?? 0) | digit;
    length += 1;
    return length < 14 || finishHeader(buffer);
  };

  const readBinary = (byte: number) => {
    const value = unescaped(byte);
    if (value === null) return true;
    if (value >= 0x100) return damaged();
    buffer[length] = value;
    length += 1;
    return length < (is32Bit ? 9 : 7) || finishHeader(buffer);
  };

  const readData = (byte: number) => {
    const value = unescaped(byte);
    if (value === null) return true;
    if (value === noEscape) return damaged();
    if (value >= 0x100) {
      end = (value - 0x100) as SubpacketEnd;
      stage = 'checksum';
      sumLength = 0;
      return true;
    }
    if (length === maxSubpacketBytes) return damaged();
    buffer[length] = value;
    length += 1;
    return true;
  };
  const readSum = (byte: number) => {
    const value = unescaped(byte);
    if (value === null) return true;
    if (value >= 0x100) return damaged();
    sum[sumLength] = value;
    sumLength += 1;
    return sumLength < (is32Bit ? 4 : 2) || finishData();
  };

  /** Null where nothing comes of it yet; from 0x100 on, the end of a subpacket, or `noEscape`. */
  const unescaped = (byte: number): number | null => {
    if (!isEscaped) {
      if (byte === zdle) {
        isEscaped = true;
        return null;
      }
      // XON and XOFF are put in by what lies between, never by the sender.
      return (byte & 0x7f) === 0x11 || (byte & 0x7f) === 0x13 ? null : byte;
    }
    if (byte === zdle) return null; // one CAN of five
    isEscaped = false;
    if (byte >= subpacketEnd.zcrce && byte <= subpacketEnd.zcrcw) return 0x100 + byte;
    if (byte === 0x6c) return 0x7f;
    if (byte === 0x6d) return 0xff;
    return (byte & 0x60) === 0x40 ? byte ^ 0x40 : noEscape;
  };

  const step = (byte: number): boolean => {
    switch (stage) {
      case 'seeking':
        return seek(byte);
      case 'encoding':
        return readEncoding(byte);
      case 'hex':
        return readHex(byte);
      case 'binary':
        return readBinary(byte);
      case 'data':
        return readData(byte);
      case 'checksum':
        return readSum(byte);
    }
  };

  /** Takes what needs no look of its own, most of all data, and gives where it ends. */
  const takePlain = (bytes: Uint8Array, from: number): number => {
    let index = from;
    const upTo = Math.min(bytes.length, from + maxSubpacketBytes - length);
    while (index < upTo && isPlain[bytes[index] ?? 0] === 1) {
      buffer[length] = bytes[index] ?? 0;
      length += 1;
      index += 1;
    }
    if (index > from) cancels = 0;
    return index;
  };

  return {
    read: (bytes) => {
      for (let index = 0; index < bytes.length; index += 1) {
        if (stage === 'data' && !isEscaped) index = takePlain(bytes, index);
        if (index === bytes.length) break;
        const byte = bytes[index] ?? 0;
        cancels = byte === zdle ? cancels + 1 : 0;
        const goesOn = cancels < cancelCount ? step(byte) : onHeard({ kind: 'cancelled' });
        if (!goesOn) return index + 1;
      }
      return bytes.length;
    },
    isText: (bytes) => stage === 'seeking' && !bytes.includes(zdle) && bytes.some((byte) => !isBetweenHeaders[byte]),
    expectData: (expected) => {
      expectsData = expected;
    },
  };
}
