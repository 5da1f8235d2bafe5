/** A square picture as PNG bytes. */
export interface Picture {
  /** Pixels. */
  readonly size: number;
  readonly png: Uint8Array;
}

/** Sizes that Windows asks for, from the title bar at 100 % to Explorer's largest. */
export const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256] as const;

/** Apple's type code for each size that holds PNG, the sharp (@2x) ones included. */
const icnsTypes = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;

export const icnsSizes = [...new Set(icnsTypes.map(([, size]) => size))];

const icoHeaderBytes = 6;
const icoEntryBytes = 16;

/** A Windows icon: a header, an entry for each picture, then the PNGs, which Windows reads since Vista. */
export function makeIco(pictures: readonly Picture[]): Uint8Array {
  const header = Buffer.alloc(icoHeaderBytes + icoEntryBytes * pictures.length);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = icoHeaderBytes + icoEntryBytes * index;
    header.writeUInt8(size % 256, entry); // 256 is written as 0
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4); // colour planes
    header.writeUInt16LE(32, entry + 6); // bits per pixel
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** A macOS icon: `icns`, the whole length, then type, length and PNG of each picture, all big-endian. */
export function makeIcns(pictures: readonly Picture[]): Uint8Array {
  const blocks = icnsTypes.map(([type, size]) => {
    const picture = pictures.find((candidate) => candidate.size === size);
    if (picture === undefined) throw new Error(`An .icns needs a picture of ${size} pixels`);
    return block(type, picture.png);
  });
  return block('icns', Buffer.concat(blocks));
}

function block(type: string, content: Uint8Array): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}
