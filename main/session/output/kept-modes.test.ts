import { describe, expect, it } from 'vitest';
import { createKeptModes } from './kept-modes.ts';

const modesAfter = (...outputs: readonly string[]) => {
  const modes = createKeptModes();
  for (const output of outputs) modes.read(new TextEncoder().encode(output));
  return Buffer.from(modes.bytes()).toString();
};

describe('the modes that are kept of dropped output', () => {
  it('are none where none was set', () => {
    expect(modesAfter('plain \u001b[31mred\u001b[0m\r\n')).toBe('');
  });

  it('are set again as they were, the latest last', () => {
    expect(modesAfter('\u001b[?1049h\u001b[?1;1000h', '\u001b[?25l\u001b[?1002h\u001b[?1000h\u001b[?1l')).toBe(
      '\u001b[?1049h\u001b[?25l\u001b[?1002h\u001b[?1000h\u001b[?1l',
    );
  });

  it('are found where a sequence is cut in two, wherever it is cut', () => {
    const output = 'text\u001b[?1049h\u001b]2;grün\u001b\\more';
    for (let at = 0; at < output.length; at += 1) {
      expect(modesAfter(output.slice(0, at), output.slice(at))).toBe('\u001b[?1049h\u001b]0;grün\u0007');
    }
  });

  it('follow soft and full resets, and the keypad', () => {
    expect(modesAfter('\u001b[?1049h\u001b[?1h\u001b[?2004h\u001b=\u001b[!p')).toBe('\u001b[?1049h');
    expect(modesAfter('\u001b[?1049h\u001b[?1hx\u001bc')).toBe('');
    expect(modesAfter('\u001b=')).toBe('\u001b[?66h');
  });

  it('do not grow with modes that no terminal has, nor with endless titles', () => {
    const many = Array.from({ length: 5000 }, (_, mode) => `\u001b[?${mode}h`).join('');
    expect(modesAfter(many, `\u001b]0;${'x'.repeat(100_000)}`, 'x'.repeat(100_000)).length).toBeLessThan(200);
  });
});
