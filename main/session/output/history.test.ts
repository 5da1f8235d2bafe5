import { describe, expect, it } from 'vitest';
import { createHistory } from './history.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** ESC is shown as ~ and BEL as !. */
const textOf = (chunks: readonly Uint8Array[]) =>
  Buffer.concat(chunks).toString().replaceAll('\u001b', '~').replaceAll('\u0007', '!');

describe('the history', () => {
  it('gives back all output while it is within the limit', () => {
    const history = createHistory(1000);
    history.add(bytes('one\n'));
    history.add(bytes('two'));
    expect(textOf(history.chunks())).toBe('one\ntwo');
  });

  it.each([1, 100, 1024, 5000])('gives back what has outgrown its first block in pieces of %i bytes', (size) => {
    const history = createHistory();
    const output = bytes(Array.from({ length: 20_000 }, (_, index) => `line ${index}\n`).join(''));
    for (let at = 0; at < output.length; at += size) history.add(output.subarray(at, at + size));
    expect(Buffer.concat(history.chunks()).equals(output)).toBe(true);
  });

  it('drops the oldest output over the limit and begins at the start of a line', () => {
    const history = createHistory(6400);
    const lines = Array.from({ length: 1000 }, (_, index) => `line ${index}`);
    for (const line of lines) history.add(bytes(`${line}\n`));
    const held = textOf(history.chunks());
    expect(lines.join('\n')).toContain(`\n${held.trimEnd()}`);
    expect(held.length).toBeGreaterThan(6000);
  });

  it('begins at a sequence where there are no lines', () => {
    const history = createHistory(6400);
    for (let i = 0; i < 1000; i += 1) history.add(bytes(`\u001b[${i};1Htext`));
    expect(textOf(history.chunks())).toMatch(/^~\[\d+;1Htext/);
  });

  it('begins with the modes and the title that dropped output has set', () => {
    const history = createHistory(6400);
    history.add(bytes('\u001b]0;editor\u0007\u001b[?1049h\u001b[?25l'));
    for (let i = 0; i < 1000; i += 1) history.add(bytes(`drawn ${i}\n`));
    history.add(bytes('\u001b[?25h'));
    const held = textOf(history.chunks());
    expect(held).toMatch(/^~\[\?1049h~\[\?25l~]0;editor!drawn \d/);
    expect(held.endsWith('~[?25h')).toBe(true);
  });

  it.each([1, 7, 100, 5000, 100_000])('holds no more than its limit after a flood in pieces of %i bytes', (size) => {
    const history = createHistory(6400);
    const flood = bytes(Array.from({ length: 10_000 }, (_, index) => `line ${index}\n`).join(''));
    for (let at = 0; at < flood.length; at += size) history.add(flood.subarray(at, at + size));
    const held = textOf(history.chunks());
    expect(held.length).toBeLessThanOrEqual(6400);
    expect(Buffer.from(flood).toString().endsWith(held)).toBe(true);
    expect(held.length).toBeGreaterThan(6000);
  });

  it('gives chunks that later output does not change, with nothing else behind them', () => {
    const history = createHistory(6400);
    history.add(bytes('kept\n'));
    const [chunk] = history.chunks();
    history.add(new Uint8Array(100_000));
    expect(Buffer.from(chunk ?? []).toString()).toBe('kept\n');
    expect(chunk?.buffer.byteLength).toBe(5);
  });
});
