import { describe, expect, it } from 'vitest';
import { freeName, localName } from './local-name.ts';

const nameOn = (name: string, platform: NodeJS.Platform = 'linux') => {
  const result = localName(name, platform);
  return result.ok ? result.value : null;
};

describe('the local name of a file of the server', () => {
  it('is the one that is shown where bytes are no UTF-8', () => {
    expect(localName('gr\udcf6\udcdfe', 'linux')).toEqual({ ok: true, value: 'gr\ufffd\ufffde' });
  });

  it.each(['..', '.', '', '../evil', '/etc/passwd', 'a/b', 'a\0b', 'x'.repeat(256)])(
    'refuses %j everywhere',
    (name) => {
      expect([nameOn(name), nameOn(name, 'win32')]).toEqual([null, null]);
    },
  );

  it.each(['notes.txt', '.profile', '-rf', 'größe 🦊', 'a\\b', 'C:evil', 'new\nline'])('keeps %j on Linux', (name) => {
    expect(nameOn(name)).toBe(name);
  });

  it.each([
    ['..\\..\\evil', '.._.._evil'],
    ['C:evil', 'C_evil'],
    ['file.txt:stream', 'file.txt_stream'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['COM1.log', '_COM1.log'],
    ['ends. ', 'ends__'],
    ['a<b>?*|"', 'a_b_____'],
    ['new\nline', 'new_line'],
  ])('has another name on Windows for %j', (name, expected) => {
    expect(nameOn(name, 'win32')).toBe(expected);
  });

  it('says which name it refuses, without its control characters', () => {
    expect(localName('../\u001b[31mevil', 'linux')).toMatchObject({
      failure: { code: 'file-refused', message: expect.stringContaining('"../[31mevil"') },
    });
  });
});

describe('a free name', () => {
  it.each([
    ['a.txt', ['a.txt', 'a (1).txt'], 'a (2).txt'],
    ['.profile', ['.profile'], '.profile (1)'],
    ['README', ['README'], 'README (1)'],
  ])('for %s', (name, taken, expected) => {
    expect(freeName(name, (candidate) => taken.includes(candidate))).toBe(expected);
  });
});
