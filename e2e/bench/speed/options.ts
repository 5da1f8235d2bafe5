import { parseArgs } from 'node:util';
import { wholeNumber } from '../whole-number.ts';

export interface SpeedOptions {
  /** Numbers of rows; null for all. */
  readonly only: readonly number[] | null;
  readonly runs: number;
  readonly small: boolean;
  /** One JSON object is the last line, and no table is printed. */
  readonly json: boolean;
}

/** The fewest that count. */
const usualRuns = 5;

/** Reads the arguments after `--`; throws an Error that says what is wrong. */
export function parseOptions(args: readonly string[]): SpeedOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      runs: { type: 'string', default: String(usualRuns) },
      small: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  return {
    only: values.only?.split(',').map((id) => wholeNumber('--only', id)) ?? null,
    runs: wholeNumber('--runs', values.runs),
    small: values.small,
    json: values.json,
  };
}

/** Only a full run goes into docs/benchmarks.md: its rows are of one run then. */
export const isFull = ({ only, runs, small }: SpeedOptions): boolean => only === null && runs >= usualRuns && !small;

/** Those that give a row which was asked for. Throws an Error that names a row which none gives. */
export function chosen<M extends { readonly ids: readonly number[] }>(
  measurements: readonly M[],
  only: readonly number[] | null,
): readonly M[] {
  if (only === null) return measurements;
  const unknown = only.filter((id) => !measurements.some(({ ids }) => ids.includes(id)));
  if (unknown.length > 0) throw new Error(`No such row: ${unknown.join(', ')}.`);
  return measurements.filter(({ ids }) => ids.some((id) => only.includes(id)));
}
