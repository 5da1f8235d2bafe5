import { describe, expect, it } from 'vitest';
import { reconnectMark } from './reconnect-mark.ts';

const at = new Date(2026, 2, 9, 14, 5, 9).getTime();
const text = (downMs: number) => new TextDecoder().decode(reconnectMark(at, downMs));

describe('the mark of a reconnection', () => {
  it.each([
    [300, '— reconnected at 14:05:09 —'],
    [42_000, '— reconnected at 14:05:09, after 42 s —'],
    [300_000, '— reconnected at 14:05:09, after 5 min —'],
    [3 * 3_600_000, '— reconnected at 14:05:09, after 3 h —'],
    [4 * 86_400_000, '— reconnected at 14:05:09, after 4 days —'],
  ])('is one dim line, after %d ms: %s', (downMs, line) => {
    expect(text(downMs)).toBe(`\u001b[2m${line}\u001b[m\r\n`);
  });
});
