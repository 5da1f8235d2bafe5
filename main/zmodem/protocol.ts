/** The bytes and numbers of the protocol: Forsberg, "The ZMODEM Inter Application File Transfer Protocol" (1988). */

/** `*`, which begins a header. */
export const zpad = 0x2a;
/** Ctrl+X: escapes the byte after it, and five of them in a row cancel (CAN). */
export const zdle = 0x18;

/** Kinds of headers (chapter 11). */
export const frame = {
  zrqinit: 0,
  zrinit: 1,
  zsinit: 2,
  zack: 3,
  zfile: 4,
  zskip: 5,
  znak: 6,
  zabort: 7,
  zfin: 8,
  zrpos: 9,
  zdata: 10,
  zeof: 11,
  zferr: 12,
  zcrc: 13,
  zfreecnt: 17,
} as const;

/** What ends a subpacket, after ZDLE: whether the frame goes on, and whether an answer is awaited. */
export const subpacketEnd = {
  /** The frame ends: a header follows. */
  zcrce: 0x68,
  /** The frame goes on. */
  zcrcg: 0x69,
  /** The frame goes on, and a ZACK is expected. */
  zcrcq: 0x6a,
  /** The frame ends, and a ZACK is expected. */
  zcrcw: 0x6b,
} as const;
export type SubpacketEnd = (typeof subpacketEnd)[keyof typeof subpacketEnd];

/** What a receiver says of itself in ZF0 of ZRINIT. */
export const capability = { fullDuplex: 0x01, overlappedIo: 0x02, crc32: 0x20, escapeControls: 0x40 } as const;

/** ZF0 of ZFILE: the bytes as they are. */
export const binary = 1;

/** A header: its kind, and four bytes that are a position (little-endian) or flags. */
export interface Header {
  readonly type: number;
  readonly data: Uint8Array;
}

/** A position in a file: 32 bits, so that what lies beyond 4 GiB can't be named. */
export const positionOf = ({ data }: Header): number =>
  new DataView(data.buffer, data.byteOffset, data.byteLength).getUint32(0, true);

export const positionData = (position: number): Uint8Array => {
  const data = new Uint8Array(4);
  new DataView(data.buffer).setUint32(0, position, true);
  return data;
};

/** The farthest position that a header can name. */
export const maxPosition = 0xffff_ffff;

/** Ends the program at the other side: eight CAN, and backspaces, should it be a shell that they come to (chapter 9). */
export const cancelSequence = Uint8Array.from([...Array(8).fill(zdle), ...Array(10).fill(0x08)]);

/** What a sender says last ("over and out"). */
export const overAndOut = Uint8Array.from([0x4f, 0x4f]);
