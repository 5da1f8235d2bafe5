import { t } from '#contract/language/language.ts';
import { roundTripWords } from './keepalive-words.ts';

/** The latest round trips, to be drawn and to be told. */
export interface RoundTripSummary {
  readonly last: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Of round trips in ms, the latest last; null while there is none. */
export function summarise(roundTripsMs: readonly number[]): RoundTripSummary | null {
  const last = roundTripsMs.at(-1);
  if (last === undefined) return null;
  const sorted = [...roundTripsMs].sort((one, other) => one - other);
  const at = (index: number) => sorted[index] ?? last;
  const middle = (sorted.length - 1) / 2;
  const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
  return { last, min: at(0), median, max: at(sorted.length - 1) };
}

/** The same in words, for who does not see the drawing, and for who points at it. */
export function summaryWords(roundTripsMs: readonly number[]): string {
  const summary = summarise(roundTripsMs);
  if (summary === null) return '';
  const { min, median, max } = summary;
  const times = { min: roundTripWords(min), median: roundTripWords(median), max: roundTripWords(max) };
  return roundTripsMs.length === 1
    ? t('Round trips of the last check: min {min}, median {median}, max {max}', times)
    : t('Round trips of the last {n} checks: min {min}, median {median}, max {max}', {
        n: roundTripsMs.length,
        ...times,
      });
}

/** The least top of the drawing, ms: on a short path a difference of a millisecond stays small. */
const leastTopMs = 20;

/**
 * How high each round trip is drawn, 0 to 1, from zero up. The median is half as high as the drawing, so that a usual
 * path looks calm; what took twice as long or longer fills it, and one outlier does not flatten all the others.
 */
export function barHeights(roundTripsMs: readonly number[]): readonly number[] {
  const summary = summarise(roundTripsMs);
  if (summary === null) return [];
  const top = Math.max(leastTopMs, summary.median * 2);
  return roundTripsMs.map((ms) => Math.min(1, ms / top));
}
