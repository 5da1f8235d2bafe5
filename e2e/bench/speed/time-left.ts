import type { Measurement } from './measurement.ts';

/** How far a run has come. */
export interface Place {
  /** Of the measurement that is under way. */
  readonly index: number;
  /** 0 to 1 of it is done. */
  readonly share: number;
  /** Since the start of the run, seconds. */
  readonly elapsed: number;
}

/**
 * Seconds that are left: as the measurements say for an idle machine, and slower by as much as what is done was. Once
 * a tenth is done, that is: a run's first seconds tell nothing.
 */
export function secondsLeft(
  measurements: readonly Pick<Measurement, 'seconds'>[],
  small: boolean,
  { index, share, elapsed }: Place,
): number {
  const expected = measurements.map(({ seconds }) => (small ? seconds.small : seconds.full));
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
  const all = sum(expected);
  const done = sum(expected.slice(0, index)) + share * (expected[index] ?? 0);
  const slowness = done > all / 10 ? elapsed / done : 1;
  return Math.max(0, (all - done) * slowness);
}

/** Such as `3 min 20 s`. */
export function timeWords(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
