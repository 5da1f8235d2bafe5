/** The data types of SSH (RFC 4251, 5), as keys, certificates and the messages of agents are made of them. */
export interface Decoder {
  readonly byte: () => number;
  readonly uint32: () => number;
  readonly uint64: () => bigint;
  /** The bytes of a `string`, or of an `mpint`. */
  readonly string: () => Buffer;
  readonly text: () => string;
  /** Bytes read so far. */
  readonly position: () => number;
  readonly isAtEnd: () => boolean;
}

/** Reads untrusted bytes; null where they end too early. What `read` throws besides is passed on. */
export function decode<T>(bytes: Uint8Array, read: (reader: Decoder) => T): T | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (length: number): number => {
    if (length > buffer.length - at) throw new Truncated();
    at += length;
    return at - length;
  };
  const string = () => {
    const length = buffer.readUInt32BE(take(4));
    return buffer.subarray(take(length), at);
  };
  try {
    return read({
      byte: () => buffer.readUInt8(take(1)),
      uint32: () => buffer.readUInt32BE(take(4)),
      uint64: () => buffer.readBigUInt64BE(take(8)),
      string,
      text: () => string().toString('utf8'),
      position: () => at,
      isAtEnd: () => at === buffer.length,
    });
  } catch (error) {
    if (error instanceof Truncated) return null;
    throw error;
  }
}

class Truncated extends Error {}

export function encodeUint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function encodeString(value: Uint8Array | string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([encodeUint32(bytes.length), bytes]);
}

/** A positive number, given without sign: without leading zeros but the one that keeps it positive. */
export function encodeMpint(value: Uint8Array): Buffer {
  const first = value.findIndex((byte) => byte !== 0);
  if (first === -1) return encodeUint32(0);
  const digits = value.subarray(first);
  return encodeString((digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits);
}

/** The first string of a public key's encoding (RFC 4253, 6.6): its type; empty where there is none. */
export const typeOfBlob = (blob: Uint8Array): string => decode(blob, (reader) => reader.text()) ?? '';

/** The strings that bytes are made of; those before it where there is something else. */
export function stringsOf(bytes: Uint8Array): readonly Buffer[] {
  const found: Buffer[] = [];
  decode(bytes, (reader) => {
    while (!reader.isAtEnd()) found.push(reader.string());
  });
  return found;
}
