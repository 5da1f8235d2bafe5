import { parseArgs } from 'node:util';
import { wholeNumber } from '../whole-number.ts';
import { type Group, groups } from './row.ts';

export interface CompatOptions {
  readonly only: readonly Group[];
  /** One JSON object is the last line. */
  readonly json: boolean;
  /** docs/compatibility.md is written. */
  readonly write: boolean;
  readonly atOnce: number;
}

/** dropbear takes five connections at once from one address that are not logged in yet. */
const usualAtOnce = 4;

/** Reads the arguments after `--`; throws an Error that says what is wrong. */
export function parseOptions(args: readonly string[]): CompatOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: groups.join(',') },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      'at-once': { type: 'string', default: String(usualAtOnce) },
    },
  });
  const wanted = values.only.split(',');
  const unknown = wanted.filter((name) => !groups.some((group) => group === name));
  if (unknown.length > 0) throw new Error(`No such group: ${unknown.join(', ')}. There are ${groups.join(', ')}.`);
  return {
    only: groups.filter((group) => wanted.includes(group)),
    json: values.json,
    write: values.write,
    atOnce: wholeNumber('--at-once', values['at-once']),
  };
}
