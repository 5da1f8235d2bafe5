import { describe, expect, it } from 'vitest';
import type { PathKnowledge } from '#contract/session/path.ts';
import { limitsOf, nothingKnown, withFatal, withSurvived } from './path-memory.ts';

/** What is known after these silences, in seconds, one a day: survived where positive, fatal where negative. */
const knownAfter = (...silences: readonly number[]): PathKnowledge =>
  silences.reduce(
    (known, seconds, day) => (seconds > 0 ? withSurvived : withFatal)(known, Math.abs(seconds) * 1000, day),
    nothingKnown,
  );

const limits = (...silences: readonly number[]) => {
  const { longestSurvivedMs, shortestFatalMs } = limitsOf(knownAfter(...silences));
  return [longestSurvivedMs, shortestFatalMs].map((ms) => (ms === null ? null : ms / 1000));
};

describe('what is known of a path', () => {
  it('is the longest silence survived and the shortest fatal one', () => {
    expect(limits()).toEqual([null, null]);
    expect(limits(10, 60, 30)).toEqual([60, null]);
    expect(limits(10, -400, -300, 60, -600)).toEqual([60, 300]);
  });

  it('has the date of each, and how often it was seen', () => {
    expect(knownAfter(10, 60, 30, -400, -300, -600)).toEqual({
      survived: { ms: 60_000, at: 1, count: 1 },
      fatal: { ms: 300_000, at: 5, count: 3 },
    });
  });

  it('counts a silence that is survived again once a day', () => {
    const day = 24 * 60 * 60 * 1000;
    const again = [0, 1, 1.5, 2.1].reduce((known, days) => withSurvived(known, 60_500, days * day), knownAfter(60));
    expect(again.survived).toEqual({ ms: 60_000, at: 2.1 * day, count: 3 });
    expect(withSurvived(again, 59_000, 9 * day)).toBe(again);
  });

  it('leaves out silences that say nothing about routers', () => {
    expect(limits(1.9, -1.9)).toEqual([null, null]);
    expect(limits(2, -2.1)).toEqual([2, 2.1]);
  });

  it('is left as it is, the very same object, by a silence that is hardly longer', () => {
    const known = knownAfter(60);
    expect(withSurvived(known, 65_900, 9)).toBe(known);
    expect(withSurvived(known, 66_000, 9)).not.toBe(known);
  });

  it('lets the newer evidence win where two contradict each other', () => {
    expect(limits(60, -300, 300)).toEqual([300, null]);
    expect(limits(60, -300, 400)).toEqual([400, null]);
    expect(limits(290, -300, 301)).toEqual([301, null]);
    expect(limits(60, -300, -60)).toEqual([null, 60]);
    expect(limits(60, -300, -50)).toEqual([null, 50]);
  });

  it('always has the survived below the fatal, whatever happened', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    let known = nothingKnown;
    for (let round = 0; round < 5000; round += 1) {
      known = (random() < 0.6 ? withSurvived : withFatal)(known, random() * 20_000, round);
      const { survived, fatal } = known;
      if (survived !== null && fatal !== null) expect(survived.ms).toBeLessThan(fatal.ms);
    }
  });
});
