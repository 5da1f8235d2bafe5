import { describe, expect, it } from 'vitest';
import { latenessOf, lateShare } from './lateness.ts';

const period = 5000;
/** Starts of a session's packets, one a period. */
const regular = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index * period);

describe('latenessOf', () => {
  it('counts the packets of the stretch alone, none of them late where each follows a period after the last', () => {
    const times = [regular(1000, 10), regular(1234, 10)];
    expect(latenessOf(times, period, { from: 5000, to: 26_000 })).toEqual({
      packets: 9,
      late: 0,
      worstMs: 0,
      p99Ms: 0,
    });
  });

  it('counts one that came more than 250 ms after its period, by the gap before it', () => {
    const delayed = [0, 5000, 10_300, 15_000];
    expect(latenessOf([delayed], period, { from: 0, to: 15_000 })).toMatchObject({ packets: 4, late: 1, worstMs: 300 });
    const hardly = [0, 5000, 10_250, 15_000];
    expect(latenessOf([hardly], period, { from: 0, to: 15_000 })).toMatchObject({ late: 0, worstMs: 250 });
  });

  it('counts one that has not come at all', () => {
    expect(latenessOf([[0, 5000]], period, { from: 0, to: 20_000 })).toMatchObject({ packets: 2, late: 1 });
    expect(latenessOf([[]], period, { from: 0, to: 20_000 })).toMatchObject({ packets: 0, late: 1, worstMs: 15_000 });
  });

  it('measures the first gap of the stretch from the packet before it', () => {
    expect(latenessOf([[0, 6000]], period, { from: 5500, to: 7000 })).toMatchObject({ packets: 1, late: 1 });
  });

  it('tells the 99th of a hundred from the worst', () => {
    const sessions = Array.from({ length: 200 }, (_, index) => [0, period + (index === 7 ? 900 : index % 2)]);
    expect(latenessOf(sessions, period, { from: 1, to: 6000 })).toMatchObject({ late: 1, worstMs: 900, p99Ms: 1 });
  });
});

describe('lateShare', () => {
  it('is of the packets that came; where none did, all are late', () => {
    expect(lateShare({ packets: 200, late: 2, worstMs: 0, p99Ms: 0 })).toBe(0.01);
    expect(lateShare({ packets: 0, late: 0, worstMs: 0, p99Ms: 0 })).toBe(1);
  });
});
