import type { Failure } from '#contract/failure.ts';
import type { Cancel, Clock } from '../../keepalive/clock.ts';
import { createByteQueue } from './byte-queue.ts';
import type { LogFile } from './log-file.ts';
import { lostMark } from './lost-mark.ts';
import { tooSlowFailure, writeFailure } from './write-failures.ts';

/** Puts text into a log file behind the back of who writes it: never waits, never throws, holds no more than it may. */
export interface LogWriter {
  /** The bytes are copied. */
  readonly write: (bytes: Uint8Array) => void;
  /** Whether what is written now would be left out: making it can be spared. */
  readonly isFull: () => boolean;
  /** Resolves once all is written that can be, and the file is let go of. */
  readonly close: () => Promise<void>;
}

export interface LogWriterOptions {
  readonly file: LogFile;
  readonly path: string;
  readonly clock: Clock;
  /** Written at once, or gathered first. */
  readonly flushes: () => boolean;
  /** Something is left out from now on, until `onGoesOn`. */
  readonly onTrouble: (failure: Failure) => void;
  readonly onGoesOn: () => void;
}

/** What waits for a slow disk at most: at 100 MB/s some tenths of a second. */
const maxWaitingBytes = 8 * 1024 * 1024;

/** Without "Flush log file frequently": so much, or so long (ms), is gathered. */
const gatherBytes = 64 * 1024;
const gatherMs = 5000;

/** A disk that was full may not be any more, ms. */
const tryAgainMs = 30_000;

/**
 * `draining`: too much waits, and what comes is left out until all of that is written. `resting`: the disk refused, and
 * is left alone for a while. What was left out is told where it is missing.
 */
type State = 'taking' | 'draining' | 'resting';

export function createLogWriter({ file, path, clock, flushes, onTrouble, onGoesOn }: LogWriterOptions): LogWriter {
  const queue = createByteQueue();
  let state: State = 'taking';
  /** Left out since the last mark. */
  let lostBytes = 0;
  let isInTrouble = false;
  let isClosed = false;
  let working: Promise<void> | null = null;
  let timer: Cancel | null = null;

  const leaveOut = (bytes: number, failure: Failure) => {
    lostBytes += bytes;
    if (!isInTrouble && !isClosed) onTrouble(failure);
    isInTrouble = true;
  };

  const refuse = (bytes: number, error: unknown) => {
    const left = queue.length();
    queue.clear();
    state = 'resting';
    leaveOut(bytes + left, writeFailure(error, path));
  };

  /** Nothing waits: what comes from now on follows the mark. */
  const writeMark = async () => {
    const lost = lostBytes;
    lostBytes = 0;
    state = 'taking';
    try {
      await file.append(lostMark(lost));
      isInTrouble = false;
      if (!isClosed) onGoesOn();
    } catch (error) {
      refuse(lost, error);
    }
  };

  const writePiece = (piece: Uint8Array) => file.append(piece).catch((error: unknown) => refuse(piece.length, error));

  const work = async () => {
    const isRetry = state === 'resting';
    if (isRetry) await writeMark();
    while (state !== 'resting') {
      const piece = queue.take();
      if (piece !== null) await writePiece(piece);
      else if (lostBytes > 0) await writeMark();
      else return;
    }
  };

  const start = () => {
    timer?.();
    timer = null;
    working ??= work().then(() => {
      working = null;
      if (isClosed) return;
      if (state === 'resting') startAfter(tryAgainMs);
      else if (queue.length() > 0) schedule();
    });
  };

  const startAfter = (ms: number) => {
    timer ??= clock.after(ms, start);
  };

  const schedule = () => {
    if (flushes() || queue.length() >= gatherBytes) start();
    else startAfter(gatherMs);
  };

  return {
    isFull: () => state !== 'taking',
    write: (bytes) => {
      if (isClosed || bytes.length === 0) return;
      if (state === 'taking' && queue.length() + bytes.length > maxWaitingBytes) {
        state = 'draining';
        start();
      }
      if (state === 'taking') {
        queue.push(bytes);
        schedule();
      } else leaveOut(bytes.length, tooSlowFailure(path));
    },
    close: async () => {
      isClosed = true;
      while (working !== null) await working;
      start();
      await working;
      await file.close();
    },
  };
}
