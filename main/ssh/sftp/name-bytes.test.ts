import { describe, expect, it } from 'vitest';
import { bytesOfName, textOfName } from './name-bytes.ts';

describe('a name that is no UTF-8', () => {
  it.each([
    ['Latin-1', Buffer.from('größe.txt', 'latin1')],
    ['EUC-JP beside UTF-8', Buffer.concat([Buffer.from('日本 '), Buffer.of(0xc6, 0xfc, 0xcb, 0xdc)])],
    ['cut within a character', Buffer.from('🦊').subarray(0, 3)],
    ['overlong, and half of a pair', Buffer.of(0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xff)],
  ])('is given back as it came: %s', (_what, bytes) => {
    expect(bytesOfName(textOfName(bytes)).equals(bytes)).toBe(true);
  });

  it('differs from every other, and its readable part can be read', () => {
    const [one, other] = [0xfe, 0xff].map((byte) => textOfName(Buffer.from([0x61, byte, 0x62])));
    expect(one).not.toBe(other);
    expect(one).toMatch(/^a.b$/u);
  });
});

it('leaves names in UTF-8 as they are', () => {
  const name = 'größe 🦊 日本.txt';
  expect(textOfName(Buffer.from(name))).toBe(name);
  expect(bytesOfName(name).toString()).toBe(name);
});
