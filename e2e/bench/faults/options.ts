import { parseArgs } from 'node:util';
import { wholeNumber } from '../whole-number.ts';

export interface BenchOptions {
  /** Numbers or ids of the list; null for all. */
  readonly only: readonly string[] | null;
  /** One JSON object is the last line. */
  readonly json: boolean;
  /** docs/faults.md is written. */
  readonly write: boolean;
  readonly atOnce: number;
  /** How often each fault is run. */
  readonly runs: number;
}

/** Two cores keep the clocks of about so many clients apart from each other's work. */
const usualAtOnce = 4;

/** Reads the arguments after `--`; throws an Error that says what is wrong. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      'at-once': { type: 'string', default: String(usualAtOnce) },
      runs: { type: 'string', default: '1' },
    },
  });
  return {
    only: values.only?.split(',') ?? null,
    json: values.json,
    write: values.write,
    atOnce: wholeNumber('--at-once', values['at-once']),
    runs: wholeNumber('--runs', values.runs),
  };
}

/** The ids that were asked for: `9` is 9a and 9b as well. Throws an Error that names what is in no id. */
export function chosen(ids: readonly string[], only: readonly string[] | null): readonly string[] {
  if (only === null) return ids;
  const isMeant = (id: string, wanted: string) => id === wanted || id.replace(/[a-z]$/, '') === wanted;
  const unknown = only.filter((wanted) => !ids.some((id) => isMeant(id, wanted)));
  if (unknown.length > 0) throw new Error(`No such fault: ${unknown.join(', ')}. There are ${ids.join(', ')}.`);
  return ids.filter((id) => only.some((wanted) => isMeant(id, wanted)));
}
