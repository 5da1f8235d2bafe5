import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';

describe('parseOptions', () => {
  it('holds a thousand sessions for five minutes at five seconds unless told otherwise', () => {
    const usual = { sessions: 1000, peers: 50, seconds: 300, period: 5, json: false, write: false };
    expect(parseOptions([])).toEqual(usual);
    const asked = ['--sessions', '20', '--seconds', '60', '--period', '1', '--peers', '2', '--json'];
    expect(parseOptions(asked)).toEqual({ ...usual, sessions: 20, seconds: 60, period: 1, peers: 2, json: true });
  });

  it.each([['--sessions', '0'], ['--period', '0.5'], ['--nonsense']])('refuses %s %s', (...args) => {
    expect(() => parseOptions(args)).toThrow(args[0]);
  });
});
