import { describe, expect, it } from 'vitest';
import { decode, encodeMpint, encodeString, encodeUint32, stringsOf, typeOfBlob } from './encoding.ts';

describe("SSH's data types", () => {
  it('are read as they were written', () => {
    const bytes = Buffer.concat([Buffer.of(7), encodeUint32(8), encodeString('nine'), Buffer.alloc(8, 1)]);
    const read = decode(bytes, (reader) => [
      reader.byte(),
      reader.uint32(),
      reader.text(),
      reader.position(),
      reader.uint64(),
      reader.isAtEnd(),
    ]);
    expect(read).toEqual([7, 8, 'nine', 13, 0x0101010101010101n, true]);
  });

  it('that end too early are null, whatever length they claim', () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(3),
      encodeUint32(0xffffffff),
      encodeString('x').subarray(0, 4),
    ]) {
      expect(decode(bytes, (reader) => reader.string())).toBeNull();
    }
    expect(typeOfBlob(Buffer.of(0, 0, 0, 9, 1))).toBe('');
  });

  it('pass on what the reader of them throws', () => {
    const run = () =>
      decode(Buffer.alloc(0), () => {
        throw new Error('mine');
      });
    expect(run).toThrow('mine');
  });

  it('have numbers without needless zeros, and never negative ones (RFC 4251, 5)', () => {
    expect(encodeMpint(Buffer.of(0, 0, 0x7f))).toEqual(encodeString(Buffer.of(0x7f)));
    expect(encodeMpint(Buffer.of(0x80))).toEqual(encodeString(Buffer.of(0, 0x80)));
    expect(encodeMpint(Buffer.of(0, 0))).toEqual(encodeUint32(0));
  });

  it('give the strings that come before something else', () => {
    expect(stringsOf(Buffer.concat([encodeString('a'), encodeString(''), Buffer.of(1, 2)])).map(String)).toEqual([
      'a',
      '',
    ]);
  });
});
