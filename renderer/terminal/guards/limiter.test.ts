import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limit } from './limiter.ts';

describe('limit', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('passes the first value at once, then the newest of each period', () => {
    const passed: number[] = [];
    const limiter = limit<number>(100, (value) => passed.push(value));
    for (const value of [1, 2, 3]) limiter.offer(value);
    expect(passed).toEqual([1]);
    vi.advanceTimersByTime(100);
    expect(passed).toEqual([1, 3]);
    limiter.offer(4);
    expect(passed).toEqual([1, 3]);
    vi.advanceTimersByTime(100);
    expect(passed).toEqual([1, 3, 4]);
  });

  it('leaves no timer behind', () => {
    const limiter = limit<number>(100, () => undefined);
    limiter.offer(1);
    limiter.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });
});
