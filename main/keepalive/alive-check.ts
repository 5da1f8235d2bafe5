import type { Cancel, Clock } from './clock.ts';

/** Typing that stays unanswered for this long sends a check: an echo takes far less on any usable path. */
export const typingCheckMs = 1000;

/** A server that has sent nothing for this long after typing and a check counts as stalled. */
export const typingPatienceMs = 10_000;

/**
 * Notices that the other side is gone. After a silence of the server it asks it for any sign of life; it counts what
 * stays unanswered, and says when the session stalls and when it lives again. It never ends a session by itself: what a
 * stall means is the profile's choice. As in OpenSSH (`ServerAliveInterval`, `ServerAliveCountMax`), any inbound byte
 * is life, and a stall comes after count + 1 intervals of silence.
 */
export interface AliveCheck {
  /** The session is logged in: silence counts from now. */
  readonly start: () => void;
  /** Any bytes came in. Cheap enough for every chunk of a flood. */
  readonly noteReceived: () => void;
  /** Something was typed. */
  readonly noteTyped: () => void;
  /** Takes effect at once; an interval of 0 leaves only the check of unanswered typing. */
  readonly configure: (settings: AliveCheckSettings) => void;
  readonly isStalled: () => boolean;
  readonly stop: () => void;
}

export interface AliveCheckSettings {
  readonly intervalMs: number;
  /** Unanswered checks before the session counts as stalled. */
  readonly maxUnanswered: number;
}

export interface AliveCheckOptions extends AliveCheckSettings {
  readonly clock: Clock;
  /** Asks the server for an answer of any kind. */
  readonly send: () => void;
  /** Told on every turn: stalled (true), or alive again (false). */
  readonly onStalled: (stalled: boolean) => void;
}

export function createAliveCheck(options: AliveCheckOptions): AliveCheck {
  const { clock, send, onStalled } = options;
  let settings: AliveCheckSettings = options;
  let phase: 'waiting' | 'running' | 'stopped' = 'waiting';
  let lastReceived = 0;
  let unanswered = 0;
  let lastChecked = 0;
  /** When the first key since the server's last sign of life was typed. */
  let typedAt: number | null = null;
  let typingChecked = false;
  let stalled = false;
  let cancel: Cancel | null = null;

  const check = () => {
    lastChecked = clock.now();
    send();
  };

  const stall = () => {
    stalled = true;
    onStalled(true);
  };

  /** When the silence asks for the next step, by the interval; never while it is off. */
  const intervalDue = () =>
    settings.intervalMs === 0
      ? Number.POSITIVE_INFINITY
      : (unanswered === 0 ? lastReceived : lastChecked) + settings.intervalMs;

  /** The same by unanswered typing. */
  const typingDue = () =>
    typedAt === null || stalled
      ? Number.POSITIVE_INFINITY
      : typedAt + (typingChecked ? typingPatienceMs : typingCheckMs);

  const arm = () => {
    const due = Math.min(intervalDue(), typingDue());
    const idle = phase !== 'running' || due === Number.POSITIVE_INFINITY;
    cancel = idle ? null : clock.after(Math.max(0, Math.ceil(due - clock.now())), handleTimer);
  };

  const handleTimer = () => {
    const now = clock.now();
    if (typingDue() <= now) {
      if (typingChecked) stall();
      else {
        typingChecked = true;
        send();
      }
    } else if (intervalDue() <= now) {
      if (unanswered >= settings.maxUnanswered && !stalled) stall();
      // A stalled server is asked on, so that its return is seen without anybody typing.
      unanswered += 1;
      check();
    }
    arm();
  };

  const rearm = () => {
    cancel?.();
    arm();
  };

  return {
    start: () => {
      if (phase !== 'waiting') return;
      phase = 'running';
      lastReceived = clock.now();
      rearm();
    },
    noteReceived: () => {
      lastReceived = clock.now();
      unanswered = 0;
      typedAt = null;
      typingChecked = false;
      if (!stalled) return;
      stalled = false;
      onStalled(false);
      rearm();
    },
    noteTyped: () => {
      if (phase !== 'running' || typedAt !== null) return;
      typedAt = clock.now();
      rearm();
    },
    configure: (changed) => {
      settings = changed;
      rearm();
    },
    isStalled: () => stalled,
    stop: () => {
      phase = 'stopped';
      cancel?.();
      cancel = null;
    },
  };
}
