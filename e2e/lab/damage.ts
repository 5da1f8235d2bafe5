/** A spoilt copy of a file. */
export interface DamagedCopy {
  /** Such as `a bit flipped at 17`. */
  readonly what: string;
  readonly bytes: Buffer;
}

/** Of each kind that comes in many places. */
const places = 24;

/** Bytes; beyond what any file of keys or settings needs. */
const hugeSize = 2 * 1024 * 1024;

/** Copies of a file as disks, transfers, editors and mistakes leave them; the same ones each time. */
export function damagedCopies(whole: Buffer): readonly DamagedCopy[] {
  const { length } = whole;
  const middle = length >> 1;
  const spread = Array.from({ length: places }, (_, index) => Math.floor((index * length) / places));
  const text = whole.toString('latin1');
  const lines = text.split('\n');
  const noise = Buffer.from(Array.from({ length }, (_, index) => (index * 7919 + (index >> 3)) % 256));
  const part = (from: number, to?: number) => whole.subarray(from, to);
  return [
    ...spread.map((at) => ({ what: `cut off after ${at} bytes`, bytes: part(0, at) })),
    ...spread.map((at, index) => ({ what: `a bit flipped at ${at}`, bytes: flipped(whole, at, index % 8) })),
    ...spread
      .slice(1)
      .map((at) => ({ what: `a byte lost at ${at}`, bytes: Buffer.concat([part(0, at), part(at + 1)]) })),
    { what: 'the last byte lost', bytes: part(0, length - 1) },
    { what: 'zeros from the middle on', bytes: Buffer.concat([part(0, middle), Buffer.alloc(length - middle)]) },
    { what: 'zeros alone', bytes: Buffer.alloc(length) },
    { what: 'noise', bytes: noise },
    { what: 'its halves swapped', bytes: Buffer.concat([part(middle), part(0, middle)]) },
    { what: 'twice', bytes: Buffer.concat([whole, whole]) },
    { what: 'its lines backwards', bytes: Buffer.from(lines.toReversed().join('\n'), 'latin1') },
    { what: 'in one line', bytes: Buffer.from(lines.join(' '), 'latin1') },
    { what: 'with the ends of lines of Windows', bytes: Buffer.from(lines.join('\r\n'), 'latin1') },
    { what: 'in UTF-16, as an editor saves it', bytes: Buffer.from(`\ufeff${text}`, 'utf16le') },
    { what: 'behind a byte order mark', bytes: Buffer.concat([Buffer.from('\ufeff'), whole]) },
    { what: 'with much behind it', bytes: Buffer.concat([whole, Buffer.alloc(hugeSize, 'x')]) },
  ];
}

function flipped(whole: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(whole);
  copy.writeUInt8(copy.readUInt8(at) ^ (1 << bit), at);
  return copy;
}
