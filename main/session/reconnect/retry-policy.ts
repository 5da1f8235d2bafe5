import type { CloseReason } from '#contract/session/session.ts';
import type { Clock } from '../../keepalive/clock.ts';

/** Milliseconds before the first attempt, the second, and so on; the last one repeats. */
const delaysMs = [0, 1000, 2000, 5000, 5000, 10_000, 10_000, 30_000] as const;

/** A connection that held this long was a good one: the next loss begins with the shortest delay again. */
const goodConnectionMs = 30_000;

export interface Retry {
  /** 1 for the first attempt since the last good connection. */
  readonly attempt: number;
  readonly delayMs: number;
}

/** Decides whether and when a lost session connects again by itself. */
export interface RetryPolicy {
  /** The session is open. */
  readonly noteOpen: () => void;
  /** What follows an end: the next attempt, or null where the user has to decide. */
  readonly afterEnd: (reason: CloseReason, wasStalled: boolean) => Retry | null;
  /**
   * The attempts go on with the shortest delays: this computer has a network again, or another, or the user did not want
   * to wait.
   */
  readonly hurry: () => void;
  /** The user took over: the next loss begins with the shortest delay again. */
  readonly reset: () => void;
}

export interface RetryPolicyOptions {
  readonly clock: Clock;
  /** Whether the profile has it reconnect by itself after such a loss. */
  readonly isWanted: (wasStalled: boolean) => boolean;
}

export function createRetryPolicy({ clock, isWanted }: RetryPolicyOptions): RetryPolicy {
  let attempts = 0;
  let openSince: number | null = null;
  /** Of the loss that the attempts follow. */
  let lostStalled = false;

  return {
    noteOpen: () => {
      openSince = clock.now();
    },
    afterEnd: (reason, wasStalled) => {
      const wasGood = openSince !== null && clock.now() - openSince >= goodConnectionMs;
      if (wasGood) attempts = 0;
      openSince = null;
      if (reason.kind === 'lost') lostStalled = wasStalled;
      // A first connection that fails is the user's to mend; one that was lost before may come back.
      if (!isWanted(lostStalled) || !canReturn(reason) || (reason.kind === 'refused' && attempts === 0)) return null;
      attempts += 1;
      return { attempt: attempts, delayMs: delaysMs[Math.min(attempts, delaysMs.length) - 1] ?? 0 };
    },
    hurry: () => {
      attempts = Math.min(attempts, 1);
    },
    reset: () => {
      attempts = 0;
    },
  };
}

/** Never after a refused login or a changed host key: those failures are not retryable. */
function canReturn(reason: CloseReason): boolean {
  switch (reason.kind) {
    case 'lost':
    case 'refused':
      return reason.failure.retryable;
    case 'exited':
    case 'restored':
      return false;
  }
}
