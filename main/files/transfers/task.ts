import type { Failure } from '#contract/failure.ts';
import type { ConflictChoice, ConflictQuestion } from '#contract/files/files.ts';
import type { Clock } from '../../keepalive/clock.ts';
import type { RemoteFiles } from '../../session/ports/remote-files.ts';
import { harmlessLine } from '../../ssh/sanitise.ts';
import type { Flow } from './flow.ts';

export interface ConflictAnswer {
  readonly choice: ConflictChoice;
  /** For all files that were asked for at once. */
  readonly forAll: boolean;
}

/** What a task works with, on one connection. */
export interface Tools {
  readonly files: RemoteFiles;
  readonly flow: Flow;
  readonly clock: Clock;
  /** It is to stop: paused, cancelled, or the connection is gone. */
  readonly signal: AbortSignal;
  /** Asks the user what to do with a file that is there already; null where no answer came before it was to stop. */
  readonly ask: (question: Omit<ConflictQuestion, 'questionId'>) => Promise<ConflictAnswer | null>;
  /** So many bytes more are done; fewer than 0 where they are to be done again. */
  readonly onBytes: (bytes: number) => void;
}

export type Outcome =
  | { readonly kind: 'done' }
  /** It stopped before its end, and goes on from there when it is run again. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A part of a transfer: one file or folder. It keeps how far it has come, and may be run again until it is done. */
export interface Task {
  /** `folder` finds more tasks; `file` is one that the user counts. */
  readonly kind: 'file' | 'folder';
  /** Bytes that it moves, as far as is known before it runs. */
  readonly size: number;
  readonly run: (tools: Tools, add: (task: Task) => void) => Promise<Outcome>;
  /** It was begun and is given up: removes what it has left half done, on the server only while there is one. */
  readonly discard?: (files: RemoteFiles | null) => Promise<unknown>;
}

/** Something in a folder that can't be done, counted with the rest. */
export const refusal = (failure: Failure): Task => ({
  kind: 'file',
  size: 0,
  run: async () => ({ kind: 'failed', failure }),
});

/** So many of what was chosen are looked at together. */
const lookedAtOnce = 64;

/** What the user chose at once. What of it fails, or does not come to its end, is tried again on its own. */
export function allOf(chosen: readonly Task[]): Task {
  let left = chosen;
  return {
    kind: 'folder',
    size: 0,
    run: async (tools, add) => {
      while (left.length > 0) {
        if (tools.signal.aborted) return unfinished;
        const now = left.slice(0, lookedAtOnce);
        const outcomes = await Promise.all(now.map((task) => task.run(tools, add)));
        for (const [index, task] of now.entries()) if (outcomes[index]?.kind !== 'done') add(task);
        left = left.slice(now.length);
      }
      return done;
    },
  };
}

export const done: Outcome = { kind: 'done' };
export const unfinished: Outcome = { kind: 'unfinished' };

/** A failure as an outcome: what a connection that is gone leaves, is done over the next one. */
export const endedBy = (failure: Failure): Outcome =>
  failure.code === 'files-lost' ? unfinished : { kind: 'failed', failure };

/** The same failure, said of one file. */
export const about = (name: string, failure: Failure): Failure => ({
  ...failure,
  message: `${harmlessLine(name)}: ${failure.message}`,
});
