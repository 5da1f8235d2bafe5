import { parseArgs } from 'node:util';
import { wholeNumber } from '../whole-number.ts';

export interface SessionsOptions {
  /** Held by one process of Holdfast. */
  readonly sessions: number;
  /** Processes of each other program. */
  readonly peers: number;
  /** How long everything is left alone and measured. */
  readonly seconds: number;
  /** Seconds between keepalives. */
  readonly period: number;
  /** One JSON object is the last line. */
  readonly json: boolean;
  /** docs/many-sessions.md is written. */
  readonly write: boolean;
}

/** Reads the arguments after `--`; throws an Error that says what is wrong. */
export function parseOptions(args: readonly string[]): SessionsOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sessions: { type: 'string', default: '1000' },
      peers: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '300' },
      period: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  return {
    sessions: wholeNumber('--sessions', values.sessions),
    peers: wholeNumber('--peers', values.peers),
    seconds: wholeNumber('--seconds', values.seconds),
    period: wholeNumber('--period', values.period),
    json: values.json,
    write: values.write,
  };
}
