import { describe, expect, it } from 'vitest';
import { defaultSearchSeconds } from '#contract/session/path.ts';
import { limitsFound, refinementOf, type Step, stepsFor, timeLeftMs } from './limit-search-plan.ts';

const survived = (seconds: number): Step => ({ seconds, state: { kind: 'survived' } });
const cut = (seconds: number): Step => ({ seconds, state: { kind: 'cut', afterMs: seconds * 1000 } });
const pace = { most: 6, spacingMs: 7000 };

describe('the steps of a search', () => {
  it('are each time once, the shortest first', () => {
    expect(stepsFor([8, 1, 4, 8]).map(({ seconds }) => seconds)).toEqual([1, 4, 8]);
  });

  it('tell the longest silence survived and the shortest fatal one', () => {
    expect(limitsFound([survived(60), survived(120), cut(240), cut(300)])).toEqual({
      longestSurvivedMs: 120_000,
      shortestFatalMs: 240_000,
    });
    expect(limitsFound(stepsFor([60]))).toEqual({ longestSurvivedMs: null, shortestFatalMs: null });
  });
});

describe('refinementOf', () => {
  it('narrows what is wide: to half of the shortest time, or to the middle of two', () => {
    expect(refinementOf([cut(60)])).toBe(30);
    expect(refinementOf([cut(30), cut(60)])).toBe(15);
    expect(refinementOf([survived(10), cut(1000)])).toBe(100);
  });

  it('is none where the default times are no further apart, and where nothing was fatal', () => {
    for (const [index, seconds] of defaultSearchSeconds.slice(1).entries()) {
      expect(refinementOf([survived(defaultSearchSeconds[index] ?? 0), cut(seconds)])).toBeNull();
    }
    expect(refinementOf([survived(7200)])).toBeNull();
    expect(refinementOf([cut(1)])).toBeNull();
  });

  it('does not try the same time twice', () => {
    const failed: Step = { seconds: 30, state: { kind: 'skipped' } };
    expect(refinementOf([failed, cut(60)])).toBeNull();
  });
});

describe('timeLeftMs', () => {
  it('is the longest silence that is under way', () => {
    const steps: Step[] = [
      { seconds: 60, state: { kind: 'silent', until: 50_000 } },
      { seconds: 120, state: { kind: 'silent', until: 117_000 } },
      { seconds: 5, state: { kind: 'checking' } },
    ];
    expect(timeLeftMs(steps, 10_000, 0, pace)).toBe(107_000);
  });

  it('counts the spacing of the logins, up to the silence that follows', () => {
    expect(timeLeftMs(stepsFor([60, 120]), 0, 0, pace)).toBe(127_000);
    expect(timeLeftMs(stepsFor([1, 2]), 0, 0, pace)).toBe(3000);
  });

  it('lets those that find no place wait for one', () => {
    expect(timeLeftMs(stepsFor([10, 20, 30]), 0, 0, { most: 2, spacingMs: 0 })).toBe(40_000);
  });
});
