import { checksumOf } from './checksum.ts';
import { type Header, type SubpacketEnd, zdle, zpad } from './protocol.ts';

/** Whether a byte goes as ZDLE and itself with bit 6 turned over; by its value. */
export type Escapes = Uint8Array;

const isControl = (byte: number) => (byte & 0x60) === 0;

/**
 * ZDLE, and what terminals and networks on the way take for themselves: DLE, XON, XOFF, CR (Telenet's `CR @ CR`), each
 * with and without bit 7. `all` control characters where the receiver asks for it (ESCCTL).
 */
export const escapesFor = (all: boolean): Escapes =>
  Uint8Array.from({ length: 256 }, (_, byte) => {
    const isTaken = byte === zdle || [0x10, 0x11, 0x13, 0x0d].includes(byte & 0x7f);
    return isTaken || (all && isControl(byte)) ? 1 : 0;
  });

const usualEscapes = escapesFor(false);

/** A header in hexadecimal digits: what is sent where the other side may not be in raw mode yet. */
export function hexHeader({ type, data }: Header): Uint8Array {
  const payload = Buffer.from([type, ...data]);
  const digits = Buffer.concat([payload, checksumOf(payload, false)]).toString('hex');
  // CR, LF with bit 7, XON, as Forsberg's program sends them; a ZACK or ZFIN goes without XON.
  return Buffer.from(`**\x18B${digits}\r\x8a${type === 3 || type === 8 ? '' : '\x11'}`, 'latin1');
}

/** A header in bytes, with CRC-32 or CRC-16 to it. */
export function binaryHeader({ type, data }: Header, is32Bit: boolean, escapes = usualEscapes): Uint8Array {
  const payload = Uint8Array.from([type, ...data]);
  const bytes = Buffer.concat([payload, checksumOf(payload, is32Bit)]);
  return Buffer.concat([Buffer.from([zpad, zdle, is32Bit ? 0x43 : 0x41]), escaped(bytes, escapes)]);
}

/** Data, what ends it, and the checksum of both. */
export function subpacket(data: Uint8Array, end: SubpacketEnd, is32Bit: boolean, escapes = usualEscapes): Uint8Array {
  const summed = new Uint8Array(data.length + 1);
  summed.set(data);
  summed[data.length] = end;
  const sum = escaped(checksumOf(summed, is32Bit), escapes);
  return Buffer.concat([escaped(data, escapes), Buffer.from([zdle, end]), sum]);
}

function escaped(bytes: Uint8Array, escapes: Escapes): Uint8Array {
  const target = Buffer.allocUnsafe(bytes.length * 2);
  let length = 0;
  for (const byte of bytes) {
    if (escapes[byte] === 1) {
      target[length] = zdle;
      target[length + 1] = byte ^ 0x40;
      length += 2;
    } else {
      target[length] = byte;
      length += 1;
    }
  }
  return target.subarray(0, length);
}
