import type { Failure } from '#contract/failure.ts';
import type { NotDone } from '#contract/files/files.ts';
import type { RemoteFiles } from '../../session/ports/remote-files.ts';
import type { Task, Tools } from './task.ts';

/**
 * Files under way at once: enough that a round trip is never waited for, and far below the 1024 handles that OpenSSH's
 * sftp-server allows.
 */
const filesAtOnce = 128;
const foldersAtOnce = 4;
/** Folders are looked into no further while so many files wait: what is known of a transfer has a bound. */
const maxWaitingFiles = 20_000;
/** More reasons than anybody reads, and less than a megabyte. */
const maxReasons = 1000;

export interface JobCounts {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly files: number;
  readonly totalFiles: number;
  /** What failed, and the first of it. */
  readonly failed: number;
  readonly failure: Failure | null;
}

/** A transfer's tasks: what waits, and what is done. It can be run again, on another connection, until none is left. */
export interface Job {
  readonly counts: () => JobCounts;
  readonly notDone: () => NotDone;
  /** Resolves when nothing is left, or when nothing runs any more after the signal or the end of the connection. */
  readonly run: (tools: Tools) => Promise<'finished' | 'unfinished'>;
  /** What failed is tried again. */
  readonly retry: () => void;
  /** It is given up: removes what was left half done, on the server only while there is a connection. */
  readonly discard: (files: RemoteFiles | null) => Promise<void>;
}

export function createJob(root: Task): Job {
  const files: Task[] = [];
  const folders: Task[] = [root];
  let failedTasks: Task[] = [];
  /** Why they failed, of the first of them. */
  let failures: Failure[] = [];
  let counts = { bytes: 0, totalBytes: 0, files: 0, totalFiles: 0 };
  /** What each task that was begun and is not done has added to the bytes. */
  const begun = new Map<Task, number>();

  /** Begins what can be begun, while it is run. */
  let advance = () => {};

  const add = (task: Task) => {
    if (task.kind === 'folder') folders.push(task);
    else {
      files.push(task);
      counts = { ...counts, totalFiles: counts.totalFiles + 1, totalBytes: counts.totalBytes + task.size };
    }
    advance();
  };

  const runTask = async (task: Task, tools: Tools): Promise<'done' | 'failed' | 'unfinished'> => {
    counts.bytes -= begun.get(task) ?? 0;
    let moved = 0;
    const onBytes = (bytes: number) => {
      moved += bytes;
      counts.bytes += bytes;
      tools.onBytes(bytes);
    };
    const outcome = await task.run({ ...tools, onBytes }, add);
    begun.delete(task);
    if (outcome.kind === 'done') {
      if (task.kind === 'file') {
        counts.files += 1;
        counts.bytes += task.size - moved; // a file that was left out by choice, or that has another size by now
      }
      return 'done';
    }
    begun.set(task, moved);
    if (outcome.kind === 'unfinished') return 'unfinished';
    failedTasks.push(task);
    if (failures.length < maxReasons) failures.push(outcome.failure);
    return 'failed';
  };

  return {
    counts: () => ({ ...counts, failed: failedTasks.length, failure: failures[0] ?? null }),
    notDone: () => ({
      reasons: failures.map(({ message }) => message),
      more: failedTasks.length - failures.length,
    }),
    retry: () => {
      for (const task of failedTasks) (task.kind === 'file' ? files : folders).push(task);
      failedTasks = [];
      failures = [];
    },
    discard: async (remote) => {
      const given = [...begun];
      begun.clear();
      for (const [, bytes] of given) counts.bytes -= bytes;
      await Promise.all(given.map(([task]) => task.discard?.(remote)));
    },
    run: (tools) =>
      new Promise((resolve) => {
        const running = { file: 0, folder: 0 };
        let stopped = false;
        const begin = (task: Task) => {
          running[task.kind] += 1;
          void runTask(task, tools).then((ended) => {
            running[task.kind] -= 1;
            if (ended === 'unfinished') {
              stopped = true;
              (task.kind === 'file' ? files : folders).unshift(task);
            }
            next();
          });
        };
        const beginNext = () => {
          const halted = stopped || tools.signal.aborted;
          while (!halted && running.folder < foldersAtOnce && files.length < maxWaitingFiles) {
            const folder = folders.shift();
            if (folder === undefined) break;
            begin(folder);
          }
          while (!halted && running.file < filesAtOnce) {
            const file = files.shift();
            if (file === undefined) break;
            begin(file);
          }
          return halted;
        };
        const next = () => {
          const halted = beginNext();
          if (running.file + running.folder > 0) return;
          advance = () => {};
          resolve(halted || files.length + folders.length > 0 ? 'unfinished' : 'finished');
        };
        advance = beginNext;
        next();
      }),
  };
}
