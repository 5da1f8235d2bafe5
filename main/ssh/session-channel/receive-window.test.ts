import { describe, expect, it } from 'vitest';
import { createReceiveWindow, leastWindow, mostWindow } from './receive-window.ts';

/** A server that sends all that it may at each step, of which all is taken, `stepMs` after the step before. */
function flood() {
  let now = 0;
  const take = createReceiveWindow({ now: () => now, after: () => () => undefined });
  let window = leastWindow;
  const step = (bytes: number, stepMs: number) => {
    now += stepMs;
    const more = take(bytes);
    window += more - bytes;
    return more;
  };
  return { step, window: () => window };
}

const packet = 32 * 1024;

describe('the receive window', () => {
  it('is given back when half of it is used up', () => {
    const { step } = flood();
    const given = Array.from({ length: 8 }, () => step(packet, 20));
    expect(given).toEqual([0, 0, 0, 4 * packet, 0, 0, 0, 4 * packet]);
  });

  it('holds what comes in 10 ms where that is more', () => {
    const { step, window } = flood();
    for (let packets = 0; packets < 1000; packets += 1) step(packet, 0.5); // 640 KB in 10 ms
    expect(window()).toBeLessThanOrEqual(20 * packet);
    const given = Array.from({ length: 10 }, () => step(packet, 0.5)).filter((bytes) => bytes > 0);
    expect(given).toEqual([10 * packet]);
  });

  it('is never wider than its most, however fast output is taken', () => {
    const { step, window } = flood();
    let widest = 0;
    for (let packets = 0; packets < 10_000; packets += 1) {
      step(packet, 0.01);
      widest = Math.max(widest, window());
    }
    expect(widest).toBe(mostWindow);
  });

  it('is what it was again where output is taken more slowly', () => {
    const { step, window } = flood();
    for (let packets = 0; packets < 10_000; packets += 1) step(packet, 0.01);
    let widest = 0;
    for (let packets = 0; packets < 100; packets += 1) {
      step(packet, 5);
      if (packets > 50) widest = Math.max(widest, window());
    }
    expect(widest).toBe(leastWindow);
  });

  it('does not widen for a first burst that nobody takes up after', () => {
    const { step, window } = flood();
    for (let packets = 0; packets < 8; packets += 1) step(packet, 0.1);
    for (let packets = 0; packets < 8; packets += 1) step(packet, 50);
    expect(window()).toBe(leastWindow);
  });
});
