import { describe, expect, it } from 'vitest';
import { cleanPaste, needsQuestion, pasteLines } from './paste-text.ts';

describe('cleanPaste', () => {
  it('strips the end of a bracketed paste, also when one is nested in another', () => {
    expect(cleanPaste('echo safe\u001b[201~; rm -rf ~', false)).toBe('echo safe; rm -rf ~');
    const nested = cleanPaste('a\u001b[2\u001b[201~01~b\u009b201~c\u001b[200~', false);
    expect([...nested].filter((character) => '\u001b\u009b'.includes(character))).toEqual([]);
  });

  it('strips control characters and keeps tabs', () => {
    expect(cleanPaste('a\u0003b\u0000c\td\u007fe\u0085', false)).toBe('abc\tde');
  });

  it('permits control characters where they are wanted, and never the end of a bracketed paste', () => {
    expect(cleanPaste('a\u0003b\u001b[Ac\u001b[201~', true)).toBe('a\u0003b\u001b[Ac');
    expect(cleanPaste('a\u001b[2\u001b[201~01~b\u0003', true)).toBe('a[201~b\u0003');
  });

  it('turns line ends of every system into Enter', () => {
    expect(cleanPaste('one\r\ntwo\nthree\rfour', false)).toBe('one\rtwo\rthree\rfour');
  });

  it('takes a megabyte of nested markers in its stride', () => {
    const start = performance.now();
    cleanPaste(`${'\u001b[20'.repeat(200_000)}${'0~'.repeat(200_000)}`, false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('needsQuestion', () => {
  it('asks about a line end, also about a single one at the end', () => {
    expect(needsQuestion('ls')).toBe(false);
    expect(needsQuestion('ls\r')).toBe(true);
  });
});

describe('pasteLines', () => {
  it('counts lines, not line ends', () => {
    expect(pasteLines('one\rtwo\r')).toEqual(['one', 'two']);
    expect(pasteLines('one\r\r')).toEqual(['one', '']);
  });
});
