import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { icnsSizes, icoSizes, makeIcns, makeIco } from './containers.ts';

const icons = new URL('../../assets/icons/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, icons));

/** Width and height from a PNG's first chunk; throws for anything but a PNG. */
function pngSize(bytes: Buffer): readonly [number, number] {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('Not a PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('makeIco', () => {
  it('puts each picture where its entry says', () => {
    const pictures = [
      { size: 16, png: Buffer.from('first') },
      { size: 256, png: Buffer.from('second one') },
    ];
    const ico = Buffer.from(makeIco(pictures));
    const at = (entry: number) => ico.subarray(ico.readUInt32LE(entry + 12)).subarray(0, ico.readUInt32LE(entry + 8));
    expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico[6], ico[22]]).toEqual([1, 2, 16, 0]);
    expect([at(6).toString(), at(22).toString()]).toEqual(['first', 'second one']);
  });
});

describe('makeIcns', () => {
  it('needs every size', () => {
    expect(() => makeIcns([{ size: 32, png: Buffer.alloc(1) }])).toThrow('64 pixels');
  });
});

describe('the icons in assets', () => {
  it('have each size that Windows asks for', () => {
    const ico = read('icon.ico');
    const sizes = icoSizes.map((_, index) => pngSize(ico.subarray(ico.readUInt32LE(6 + 16 * index + 12)))[0]);
    expect(ico.readUInt16LE(4)).toBe(icoSizes.length);
    expect(sizes).toEqual(icoSizes);
  });

  it('have each size that macOS asks for, in blocks that fill the file', () => {
    const icns = read('icon.icns');
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const sizes = new Set<number>();
    for (let offset = 8; offset < icns.length; offset += icns.readUInt32BE(offset + 4)) {
      sizes.add(pngSize(icns.subarray(offset + 8))[0]);
    }
    expect([...sizes]).toEqual(icnsSizes);
  });

  it('have each size that a Linux desktop asks for, named by it', () => {
    const pngs = readdirSync(new URL('linux/', icons));
    for (const name of pngs) expect(`${pngSize(read(`linux/${name}`)).join('x')}.png`).toBe(name);
    expect(pngs).toContain('48x48.png');
    expect(pngs).toContain('512x512.png');
  });
});
