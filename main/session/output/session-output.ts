import type { SessionLog } from '../ports/session-log.ts';
import type { OutputPump } from './output-pump.ts';
import { reconnectMark } from './reconnect-mark.ts';
import { terminalReset } from './terminal-reset.ts';

/** What is to be seen of a session, over all its connections: it goes to its log and its windows. */
export interface SessionOutput {
  /** In UTF-8, and the same as it was received. */
  readonly output: (bytes: Uint8Array, received: Uint8Array) => void;
  /** The program's standard error, where it is told apart. */
  readonly errorOutput: (bytes: Uint8Array, received: Uint8Array) => void;
  /** There is no shell any more since then; wall clock, ms. */
  readonly noteDown: (at: number) => void;
  /** A shell begins. */
  readonly noteOpen: () => void;
}

export interface SessionOutputOptions {
  readonly pump: Pick<OutputPump, 'push' | 'owe'>;
  readonly file: Pick<SessionLog, 'output'>;
  readonly wallClock: () => number;
  /** See SessionOptions. */
  readonly onErrorOutput: ((bytes: Uint8Array) => void) | undefined;
}

export function createSessionOutput({ pump, file, wallClock, onErrorOutput }: SessionOutputOptions): SessionOutput {
  /** Since when there is no shell where there was one. */
  let downSince: number | null = null;
  const output: SessionOutput['output'] = (bytes, received) => {
    file.output(bytes, received);
    pump.push(bytes);
  };
  return {
    output,
    errorOutput: (bytes, received) => {
      if (onErrorOutput === undefined) return output(bytes, received);
      file.output(bytes, received);
      pump.owe(bytes.length);
      onErrorOutput(bytes);
    },
    noteDown: (at) => {
      downSince = at;
    },
    noteOpen: () => {
      if (downSince === null) return;
      pump.push(terminalReset);
      pump.push(reconnectMark(wallClock(), wallClock() - downSince));
      downSince = null;
    },
  };
}
