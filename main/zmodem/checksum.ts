import { crc32 } from 'node:zlib';

/** CRC-16 as XMODEM has it: polynomial 0x1021, the high bit first. */
const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
  return crc;
});

/** Goes on from `crc`, that of the bytes before. */
export function crc16(bytes: Uint8Array, crc = 0): number {
  let value = crc;
  for (const byte of bytes) value = ((value << 8) & 0xffff) ^ (table[(value >> 8) ^ byte] ?? 0);
  return value;
}

/** The checksum as it follows what it is of: CRC-16 with its high byte first, CRC-32 with its low byte first. */
export function checksumOf(bytes: Uint8Array, is32Bit: boolean): Uint8Array {
  const sum = new Uint8Array(is32Bit ? 4 : 2);
  const view = new DataView(sum.buffer);
  if (is32Bit) view.setUint32(0, crc32(bytes), true);
  else view.setUint16(0, crc16(bytes));
  return sum;
}

export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
