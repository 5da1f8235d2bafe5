import { describe, expect, it } from 'vitest';
import { shellWords } from './shell-words.ts';

describe('shellWords', () => {
  it.each([
    [['/home/ada/notes.txt'], '/home/ada/notes.txt '],
    [['/a b', '/c'], "'/a b' /c "],
    [["/it's"], "'/it'\\''s' "],
    [['/$(reboot);`x`!&|<>*?~#"\\'], "'/$(reboot);`x`!&|<>*?~#\"\\' "],
    [['/größe 漢字'], "'/größe 漢字' "],
  ])('of %j gives %j', (paths, typed) => {
    expect(shellWords(paths)).toBe(typed);
  });

  it.each(['\n', '\r', '\u0003', '\u001b[200~', '\u007f', '\u009b', '\udcff'])(
    'gives nothing where a name has %j',
    (control) => {
      expect(shellWords(['/plain', `/name${control}`])).toBeNull();
    },
  );
});
