import { describe, expect, it } from 'vitest';
import { createHistory } from './history.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (chunks: readonly Uint8Array[]) => Buffer.concat(chunks).toString();

describe('the history', () => {
  it('gives back all output while it is within the limit', () => {
    const history = createHistory(100);
    history.add(bytes('one\n'));
    history.add(bytes('two'));
    expect(textOf(history.chunks())).toBe('one\ntwo');
  });

  it('drops the oldest output over the limit and begins at the start of a line', () => {
    const history = createHistory(20);
    for (let i = 0; i < 10; i += 1) history.add(bytes(`half${i}\nline${i} `));
    expect(textOf(history.chunks())).toBe('line9 ');
  });

  it('holds no more than its limit after a flood', () => {
    const history = createHistory(1000);
    for (let i = 0; i < 10_000; i += 1) history.add(bytes(`line ${i}\n`));
    const held = textOf(history.chunks());
    expect(held.length).toBeLessThanOrEqual(1000);
    expect(held.endsWith('line 9999\n')).toBe(true);
  });
});
