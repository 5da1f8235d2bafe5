import { describe, expect, it } from 'vitest';
import { secondsLeft, timeWords } from './time-left.ts';

const measurements = [{ seconds: { full: 60, small: 6 } }, { seconds: { full: 40, small: 4 } }];

describe('secondsLeft', () => {
  it('is what the measurements say at first', () => {
    expect(secondsLeft(measurements, false, { index: 0, share: 0, elapsed: 0 })).toBe(100);
    expect(secondsLeft(measurements, true, { index: 0, share: 0, elapsed: 0 })).toBe(10);
    expect(secondsLeft(measurements, false, { index: 0, share: 0.1, elapsed: 60 })).toBe(94);
  });

  it('follows the time that was taken', () => {
    expect(secondsLeft(measurements, false, { index: 1, share: 0.5, elapsed: 160 })).toBe(40);
    expect(secondsLeft(measurements, false, { index: 1, share: 1, elapsed: 300 })).toBe(0);
  });
});

describe('timeWords', () => {
  it('has minutes where there are any', () => {
    expect([59, 60, 200].map(timeWords)).toEqual(['59 s', '1 min 0 s', '3 min 20 s']);
  });
});
