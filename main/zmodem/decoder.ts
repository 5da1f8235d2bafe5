import { createHeaderReader } from './header-reader.ts';
import { type Header, type SubpacketEnd, zdle, zpad } from './protocol.ts';
import { createSubpacketReader, isFollowed, type Subpacket } from './subpacket-reader.ts';

/** So many CAN in a row cancel. */
const cancelCount = 5;

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

export function createDecoder(onHeard: (heard: Heard) => boolean): Decoder {
  const headers = createHeaderReader();
  const subpackets = createSubpacketReader();
  let readsData = false;
  let expectsData = false;
  let cancels = 0;

  const handleDamaged = (): boolean => {
    expectsData = false;
    readsData = false;
    return onHeard({ kind: 'damaged' });
  };

  const handleHeader = (header: Header): boolean => {
    expectsData = false;
    const goesOn = onHeard({ kind: 'header', header });
    readsData = expectsData;
    if (readsData) subpackets.begin(headers.is32Bit());
    return goesOn;
  };

  const handleData = ({ bytes, end }: Subpacket): boolean => {
    expectsData = isFollowed(end);
    readsData = expectsData;
    return onHeard({ kind: 'data', bytes, end });
  };

  const readHeader = (byte: number): boolean => {
    const read = headers.read(byte);
    if (read === null) return true;
    return read === 'damaged' ? handleDamaged() : handleHeader(read);
  };

  const readData = (byte: number): boolean => {
    const read = subpackets.read(byte);
    if (read === null) return true;
    return read === 'damaged' ? handleDamaged() : handleData(read);
  };

  const step = (byte: number): boolean => {
    if (cancels >= cancelCount) return onHeard({ kind: 'cancelled' });
    return readsData ? readData(byte) : readHeader(byte);
  };

  return {
    read: (bytes) => {
      for (let index = 0; index < bytes.length; index += 1) {
        if (readsData) {
          const from = index;
          index = subpackets.takePlain(bytes, from);
          if (index > from) cancels = 0;
          if (index === bytes.length) break;
        }
        const byte = bytes[index] ?? 0;
        cancels = byte === zdle ? cancels + 1 : 0;
        if (!step(byte)) return index + 1;
      }
      return bytes.length;
    },
    isText: (bytes) =>
      !readsData && headers.isSeeking() && !bytes.includes(zdle) && bytes.some((byte) => !isBetweenHeaders[byte]),
    expectData: (expected) => {
      expectsData = expected;
    },
  };
}
