import { describe, expect, it } from 'vitest';
import { createPrintableText } from './printable.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const printable = (text: string) => textOf(createPrintableText().take(bytesOf(text)));

describe('printable output', () => {
  it.each([
    ['plain text, with its lines', 'a b\r\nc\n\td\fe', 'a b\r\nc\n\td\fe'],
    ['letters beyond ASCII', 'Grüße, 日本 \u{1F600} \u00A0\u00BF', 'Grüße, 日本 \u{1F600} \u00A0\u00BF'],
    ['colours', '\u001b[1;31mred\u001b[0m \u001b[38:2::1:2:3mtrue\u001b[m', 'red true'],
    ['titles, by BEL, ST and C1', '\u001b]0;t\u0007a\u001b]2;t\u001b\\b\u009d0;t\u009cc', 'abc'],
    ['strings of other kinds', '\u001bP1$r\u0007q\u001b\\a\u001b_x\u001b\\b\u001b^y\u001b\\c\u001bXz\u001b\\d', 'abcd'],
    ['character sets and keypads', '\u001b(B\u001b)0\u001b=\u001b>\u001b#8\u001b7a\u001b8\u001bMb', 'ab'],
    ['C1 controls', 'a\u009b1mb\u0084c\u0090q\u009cd', 'abcd'],
    ['controls of no text', 'a\u0000b\u0007c\bd\u000ee\u007ff', 'abcdef'],
    ['sequences that are cancelled', '\u001b[1\u0018a\u001b]0;t\u001ab\u001bPq\u001b[mc', 'abc'],
    ['line ends in the middle of a sequence', '\u001b[\n1ma\u001b\r[1mb', '\na\rb'],
    ['lone escapes', '\u001b\u001b[mab\u001b', 'ab'],
  ])('keeps and leaves out what it should: %s', (_what, given, left) => {
    expect(printable(given)).toBe(left);
  });

  it('lets bytes of other character sets pass', () => {
    const latin1 = Uint8Array.of(0x47, 0x72, 0xfc, 0xdf, 0x65, 0xc2, 0x41, 0xe4);
    expect([...createPrintableText().take(latin1)]).toEqual([...latin1]);
  });

  it('swallows a string that has no end, and nothing once another shell begins', () => {
    const text = createPrintableText();
    expect(textOf(text.take(bytesOf(`a\u001b]0;${'x'.repeat(100_000)}`)))).toBe('a');
    expect(textOf(text.take(bytesOf('still the title')))).toBe('');
    text.reset();
    expect(textOf(text.take(bytesOf('$ ')))).toBe('$ ');
  });

  it('is the same however the output is cut', () => {
    const parts = [
      '\u001b',
      '[',
      '1;31',
      'm',
      'é',
      '日',
      '\u009b',
      '\u009c',
      ']',
      'P',
      '0;t',
      '\u0007',
      '\\',
      '\r\n',
      'x',
      '(',
      '\u0018',
    ];
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let round = 0; round < 3000; round += 1) {
      const whole = Buffer.concat(
        Array.from({ length: 40 }, () =>
          random(6) === 0 ? Buffer.of(random(256)) : Buffer.from(parts[random(parts.length)] ?? ''),
        ),
      );
      const cut = createPrintableText();
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < whole.length; ) {
        const end = at + 1 + random(5);
        pieces.push(cut.take(whole.subarray(at, end)));
        at = end;
      }
      expect(Buffer.concat(pieces)).toEqual(Buffer.from(createPrintableText().take(whole)));
    }
  });
});
