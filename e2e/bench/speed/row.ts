import { type Samples, type Spread, spreadOf } from './samples.ts';

/** A number of the table "To reach" in docs/benchmarks.md. */
export type RowId = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;

/** Holdfast's figure against a peer's in the same run, or against a fixed one in the row's unit. */
export interface Goal {
  readonly is: 'at least' | 'at most';
  readonly times: number;
  readonly of: string | { readonly figure: number };
}

/** One figure of Holdfast beside those of others, and what it is to reach. */
export interface Row {
  readonly id: RowId;
  readonly measure: string;
  /** Such as `MB/s`; empty for a bare number. */
  readonly unit: string;
  readonly holdfast: Spread;
  readonly peers: Readonly<Record<string, Spread>>;
  /** Why a peer isn't among them, as a sentence. */
  readonly absent: Readonly<Record<string, string>>;
  readonly goal: Goal;
  /** Holdfast's median by that of what its goal names; null if that is not there. */
  readonly ratio: number | null;
  /** By the figures of this run alone. */
  readonly met: boolean;
  /** What bounds it where it is not met, as sentences; empty if nothing is known. */
  readonly bound: string;
}

export interface RowRequest extends Pick<Row, 'id' | 'measure' | 'unit' | 'goal'> {
  readonly holdfast: Samples;
  readonly peers?: Readonly<Record<string, Samples>>;
  readonly absent?: Row['absent'];
  /** Told only if the goal is not met. */
  readonly bound?: string;
}

export function rowOf({ holdfast, peers = {}, absent = {}, goal, bound = '', ...named }: RowRequest): Row {
  const spreads = Object.fromEntries(Object.entries(peers).map(([name, samples]) => [name, spreadOf(samples)]));
  const own = spreadOf(holdfast);
  const other = typeof goal.of === 'string' ? spreads[goal.of]?.median : goal.of.figure;
  const ratio = other === undefined ? null : own.median / other;
  const met = ratio !== null && (goal.is === 'at least' ? ratio >= goal.times : ratio <= goal.times);
  return { ...named, holdfast: own, peers: spreads, absent, goal, ratio, met, bound: met ? '' : bound };
}

/** Such as `at least 1.2 x ssh`, `at most 100 KB`. */
export function goalWords({ goal, unit }: Pick<Row, 'goal' | 'unit'>): string {
  const { is, times, of } = goal;
  if (typeof of === 'string') return `${is} ${timesWords(times)} x ${of}`;
  return `${is} ${figureWords(times * of.figure)} ${unit}`.trimEnd();
}

/** 1/20 rather than 0.05. */
const timesWords = (times: number) =>
  times < 0.5 && Number.isInteger(Math.round(1e6 / times) / 1e6) ? `1/${Math.round(1 / times)}` : String(times);

/** With three digits that count. */
export function figureWords(figure: number): string {
  if (!Number.isFinite(figure)) return '–';
  const digits = figure === 0 ? 0 : 2 - Math.floor(Math.log10(Math.abs(figure)));
  return digits <= 0 ? String(Math.round(figure)) : String(Number(figure.toFixed(Math.min(digits, 6))));
}
