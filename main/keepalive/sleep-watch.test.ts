import { describe, expect, it, vi } from 'vitest';
import { createSleepWatch } from './sleep-watch.ts';
import { createFakeClock } from './testing/fake-clock.ts';

function setUp() {
  const clock = createFakeClock();
  let slept = 0;
  const watch = createSleepWatch(clock, () => 1_000_000 + clock.now() + slept);
  const woke = vi.fn();
  watch.onWake(woke);
  const sleep = (ms: number) => {
    slept += ms;
  };
  return { clock, watch, woke, sleep };
}

describe('the sleep watch', () => {
  it('notices a sleep over which monotonic time stood still', () => {
    const { clock, watch, woke, sleep } = setUp();
    clock.advance(60_000);
    const before = clock.now();
    sleep(3_600_000);
    clock.advance(5000);
    expect(woke).toHaveBeenCalledTimes(1);
    expect(watch.sleptSince(before)).toBe(3_600_000);
  });

  it('says nothing of a sleep before the moment asked for', () => {
    const { clock, watch, sleep } = setUp();
    sleep(60_000);
    clock.advance(10_000);
    expect(watch.sleptSince(clock.now())).toBe(0);
  });

  it('knows of a sleep that has just ended, and tells of it once', () => {
    const { clock, watch, woke, sleep } = setUp();
    clock.advance(60_000);
    const before = clock.now();
    sleep(60_000);
    clock.advance(1);
    expect(watch.sleptSince(before)).toBe(60_000);
    clock.advance(60_000);
    expect(woke).toHaveBeenCalledTimes(1);
  });

  it('takes no ordinary lateness for a sleep', () => {
    const { clock, woke, sleep } = setUp();
    for (let i = 0; i < 100; i += 1) {
      sleep(3000);
      clock.advance(5000);
    }
    expect(woke).not.toHaveBeenCalled();
  });

  it('looks at once when the system says that it woke up', () => {
    const { clock, watch, woke, sleep } = setUp();
    sleep(60_000);
    clock.advance(1);
    watch.look();
    expect(woke).toHaveBeenCalledTimes(1);
    clock.advance(60_000);
    expect(woke).toHaveBeenCalledTimes(1);
  });

  it('holds no timer after it was disposed of', () => {
    const { clock, watch } = setUp();
    clock.advance(20_000);
    watch.dispose();
    expect(clock.pending()).toBe(0);
  });
});
