import type { CloseReason, SessionState } from '#contract/session/session.ts';
import type { Clock } from '../../keepalive/clock.ts';
import type { NetworkWatch } from '../../keepalive/network-watch.ts';
import { type NextAttempt, waitForAttempt } from './next-attempt.ts';
import { createRetryPolicy, type Retry, type RetryPolicy } from './retry-policy.ts';

/** What a session that connects again by itself shows while it waits. */
export type Awaited = Pick<Extract<SessionState, { readonly kind: 'reconnecting' }>, 'attempt' | 'retryAt' | 'failed'>;

/** Connects a lost session again when its time, or a network, has come. */
export interface Reconnection extends Pick<RetryPolicy, 'noteOpen' | 'hurry' | 'reset'> {
  /** Waits for the next attempt, and tells of it; null where the user has to decide. */
  readonly afterEnd: (reason: CloseReason, wasStalled: boolean) => Awaited | null;
  /** No attempt follows any more; nothing happens where none was awaited. */
  readonly cancel: () => void;
}

export interface ReconnectionOptions {
  readonly clock: Clock;
  /** Milliseconds since 1970, for what is shown. */
  readonly wallClock: () => number;
  readonly network: NetworkWatch;
  /** Whether the profile has it reconnect by itself after such a loss. */
  readonly isWanted: (wasStalled: boolean) => boolean;
  readonly onDue: () => void;
  readonly onLog: (text: string) => void;
}

export function createReconnection(options: ReconnectionOptions): Reconnection {
  const { wallClock, onLog } = options;
  const retries = createRetryPolicy(options);
  let waiting: NextAttempt | null = null;

  const handleDue = (why: 'time' | 'network') => {
    if (why === 'network') {
      onLog('This computer has a network again, or another one.');
      retries.hurry();
    }
    options.onDue();
  };

  const awaitAttempt = ({ attempt, delayMs }: Retry, reason: CloseReason): Awaited => {
    waiting = waitForAttempt({ ...options, delayMs, reason, onDue: handleDue });
    const when = waiting.awaitsNetwork ? 'once this computer has a network' : `in ${delayMs / 1000} s`;
    onLog(`Attempt ${attempt} to connect again follows ${when}.`);
    return {
      attempt,
      retryAt: waiting.awaitsNetwork ? null : wallClock() + delayMs,
      failed: reason.kind === 'refused' ? reason.failure : null,
    };
  };

  return {
    noteOpen: retries.noteOpen,
    hurry: retries.hurry,
    reset: retries.reset,
    afterEnd: (reason, wasStalled) => {
      const retry = retries.afterEnd(reason, wasStalled);
      return retry === null ? null : awaitAttempt(retry, reason);
    },
    cancel: () => waiting?.cancel(),
  };
}
