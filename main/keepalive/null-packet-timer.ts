import type { Cancel, Clock } from './clock.ts';
import { inStep, stepMs } from './in-step.ts';

/**
 * Sends a null packet whenever nothing was typed into the session for one period, so that routers on the way do not
 * forget the connection. It has no opinion on whether the server is still there and never ends a session.
 *
 * Packets of the protocol itself (window adjustments under a flood, key exchanges) do not put it off: PuTTY's pinger
 * counts neither, and a packet too many costs 36 bytes.
 *
 * It may come up to {@link stepMs} early, together with those of other sessions, but not late.
 */
export interface NullPacketTimer {
  /** The session is logged in: the period runs from now. */
  readonly start: () => void;
  /** Something was typed; the period starts again. Cheap enough for every key. */
  readonly noteSent: () => void;
  /** Takes effect at once in both directions; 0 turns it off. If the new period has passed already, one goes out now. */
  readonly setPeriod: (ms: number) => void;
  readonly status: () => NullPacketStatus;
  /** Nothing is sent from here on. */
  readonly stop: () => void;
}

export interface NullPacketStatus {
  readonly sent: number;
  /** Milliseconds, or null while none is due. */
  readonly nextInMs: number | null;
}

export interface NullPacketTimerOptions {
  readonly clock: Clock;
  readonly periodMs: number;
  readonly send: () => void;
}

export function createNullPacketTimer({ clock, periodMs: initialMs, send }: NullPacketTimerOptions): NullPacketTimer {
  let phase: 'waiting' | 'running' | 'stopped' = 'waiting';
  let periodMs = initialMs;
  let sent = 0;
  /** When the running period began: the last key, or the moment at which the last null packet was due. */
  let since = 0;
  let cancel: Cancel | null = null;

  const isDue = () => phase === 'running' && periodMs > 0;

  const nextInMs = () => Math.max(0, Math.ceil(inStep(since + periodMs) - clock.now()));

  const arm = () => {
    cancel?.();
    cancel = isDue() ? clock.after(nextInMs(), handleTimer) : null;
  };

  const handleTimer = () => {
    cancel = null;
    const late = clock.now() - (since + periodMs);
    if (late > -stepMs) {
      // Counting from the due moment keeps the period free of drift; after a sleep of the machine it starts afresh.
      since = late < periodMs ? since + periodMs : clock.now();
      sent += 1;
      send();
    }
    arm();
  };

  return {
    start: () => {
      if (phase !== 'waiting') return;
      phase = 'running';
      since = clock.now();
      arm();
    },
    // The timer is left alone: when it fires it sees that the period began later, and waits for the rest.
    noteSent: () => {
      since = clock.now();
    },
    setPeriod: (ms) => {
      periodMs = ms;
      arm();
    },
    status: () => ({ sent, nextInMs: isDue() ? nextInMs() : null }),
    stop: () => {
      phase = 'stopped';
      cancel?.();
      cancel = null;
    },
  };
}
