import { describe, expect, it } from 'vitest';
import { createCrashDelay } from './crash-delay.ts';

describe('the time before a page that crashed is loaded again', () => {
  it('is none at first, and ever longer while it crashes again as it starts', () => {
    let now = 0;
    const delayMs = createCrashDelay(() => now);
    const delays = Array.from({ length: 6 }, () => {
      const delay = delayMs();
      now += delay + 500;
      return delay;
    });
    expect(delays).toEqual([0, 1000, 5000, 30_000, 30_000, 30_000]);
  });

  it('is none again for a page that had held for a minute', () => {
    let now = 0;
    const delayMs = createCrashDelay(() => now);
    delayMs();
    now += 59_000;
    expect(delayMs()).toBe(1000);
    now += 61_000;
    expect(delayMs()).toBe(0);
  });
});
