/** The first packet of an X client (X Window System Protocol, "Connection Setup"): how it shows that it may connect. */
export interface X11Setup {
  /** The twelve bytes that come first, in the client's byte order. */
  readonly head: Buffer;
  readonly protocol: string;
  readonly data: Buffer;
  /** Bytes of the whole packet. */
  readonly length: number;
}

/** Longer names and cookies than these are not in use. */
const maxPart = 1024;

const headLength = 12;
const bigEndian = 0x42;
const littleEndian = 0x6c;

/** Reads the packet; null while more is needed, `refused` if these bytes are no such packet. */
export function readSetup(bytes: Buffer): X11Setup | 'refused' | null {
  const [order] = bytes;
  if (order !== undefined && order !== bigEndian && order !== littleEndian) return 'refused';
  if (bytes.length < headLength) return null;
  const [protocolLength, dataLength] = [lengthAt(bytes, 6), lengthAt(bytes, 8)];
  if (protocolLength > maxPart || dataLength > maxPart) return 'refused';
  const dataStart = headLength + padded(protocolLength);
  const length = dataStart + padded(dataLength);
  if (bytes.length < length) return null;
  return {
    head: bytes.subarray(0, headLength),
    protocol: bytes.toString('latin1', headLength, headLength + protocolLength),
    data: bytes.subarray(dataStart, dataStart + dataLength),
    length,
  };
}

/** The same packet with another cookie, or, with null, without one: the X server decides then by its list of hosts. */
export function writeSetup({ head, protocol }: X11Setup, cookie: Buffer | null): Buffer {
  const [name, data] = cookie === null ? [Buffer.alloc(0), Buffer.alloc(0)] : [Buffer.from(protocol, 'latin1'), cookie];
  const packet = Buffer.alloc(headLength + padded(name.length) + padded(data.length));
  head.copy(packet);
  setLengthAt(packet, 6, name.length);
  setLengthAt(packet, 8, data.length);
  name.copy(packet, headLength);
  data.copy(packet, headLength + padded(name.length));
  return packet;
}

const isBig = (bytes: Buffer) => bytes[0] === bigEndian;
const lengthAt = (bytes: Buffer, at: number) => (isBig(bytes) ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at));
const setLengthAt = (bytes: Buffer, at: number, length: number) =>
  isBig(bytes) ? bytes.writeUInt16BE(length, at) : bytes.writeUInt16LE(length, at);
/** Parts end at a multiple of four bytes. */
const padded = (length: number) => Math.ceil(length / 4) * 4;
