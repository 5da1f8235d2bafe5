import type { Cancel, Clock } from './clock.ts';
import { inStep } from './in-step.ts';

/** Typing that stays unanswered for this long sends a check: an echo takes far less on any usable path. */
const typingCheckMs = 1000;

/** A server that has sent nothing for this long after typing and a check counts as stalled. */
const typingPatienceMs = 10_000;

/** The same after this machine woke up: its own network may need that long to come back. */
const wakePatienceMs = 30_000;

/**
 * OpenSSH counts in whole seconds and rounds them down: its first check comes up to a second before the interval is
 * over. Ours comes as early as its can, so that nothing is noticed later, and together with those of other sessions; ms,
 * at most half an interval.
 */
const roundedDownMs = 1000;

/**
 * Notices that the other side is gone. After a silence of the server it asks it for any sign of life; it counts what
 * stays unanswered, and says when the session stalls and when it lives again. It never ends a session by itself: what
 * follows is the profile's choice. As in OpenSSH (`ServerAliveInterval`, `ServerAliveCountMax`), any inbound byte is
 * life, and a stall comes after count + 1 intervals of silence, the first of them as short as OpenSSH's can be.
 *
 * Typing and waking up mark a stall sooner. They are no reason to end a session before the time that the user chose.
 */
export interface AliveCheck {
  /** The session is logged in: silence counts from now. */
  readonly start: () => void;
  /** Any bytes came in. Cheap enough for every chunk of a flood. */
  readonly noteReceived: () => void;
  /** Something was typed. */
  readonly noteTyped: () => void;
  /** This machine slept and woke up: asks at once, and waits patiently. */
  readonly noteWake: () => void;
  /** Takes effect at once; an interval of 0 leaves only the check of unanswered typing. */
  readonly configure: (settings: AliveCheckSettings) => void;
  readonly isStalled: () => boolean;
  readonly stop: () => void;
}

export interface AliveCheckSettings {
  readonly intervalMs: number;
  /** Unanswered checks before the session counts as stalled. */
  readonly maxUnanswered: number;
  /** False of a server that is known to answer none: it is asked all the same, and its silence says nothing. */
  readonly counts: boolean;
}

export interface AliveCheckOptions extends AliveCheckSettings {
  readonly clock: Clock;
  /** Asks the server for an answer of any kind. */
  readonly send: () => void;
  /** Told on every turn: stalled (true), or alive again (false). */
  readonly onStalled: (stalled: boolean) => void;
  /** So many checks as the settings say stayed unanswered. Told again at each interval while the server is silent. */
  readonly onUnanswered: () => void;
}

interface Doubt {
  readonly checkAt: number;
  readonly stallAt: number;
  readonly checked: boolean;
}

export function createAliveCheck(options: AliveCheckOptions): AliveCheck {
  const { clock, send, onStalled, onUnanswered } = options;
  let settings: AliveCheckSettings = options;
  let phase: 'waiting' | 'running' | 'stopped' = 'waiting';
  let lastReceived = 0;
  let unanswered = 0;
  let lastChecked = 0;
  /** A reason to ask now and not at the interval; gone with the next byte that comes in. */
  let doubt: Doubt | null = null;
  /** After a wake-up: unanswered checks are the fault of this machine's own network until then. */
  let patientUntil = 0;
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
  const intervalDue = () => {
    const { intervalMs } = settings;
    if (intervalMs === 0) return Number.POSITIVE_INFINITY;
    if (unanswered > 0) return lastChecked + intervalMs;
    return inStep(lastReceived + intervalMs - Math.min(roundedDownMs, intervalMs / 2));
  };

  const doubtDue = () => {
    if (doubt === null || stalled) return Number.POSITIVE_INFINITY;
    if (!doubt.checked) return doubt.checkAt;
    return settings.counts ? doubt.stallAt : Number.POSITIVE_INFINITY;
  };

  const arm = () => {
    const due = Math.min(intervalDue(), doubtDue());
    const idle = phase !== 'running' || due === Number.POSITIVE_INFINITY;
    cancel = idle ? null : clock.after(Math.max(0, Math.ceil(due - clock.now())), handleTimer);
  };

  const handleTimer = () => {
    const now = clock.now();
    if (doubt !== null && doubtDue() <= now) {
      if (doubt.checked) stall();
      else {
        doubt = { ...doubt, checked: true };
        send();
      }
    } else if (intervalDue() <= now) {
      handleInterval(now);
    }
    arm();
  };

  const handleInterval = (now: number) => {
    if (settings.counts && unanswered >= settings.maxUnanswered && now >= patientUntil) {
      if (!stalled) stall();
      onUnanswered();
    }
    if (phase !== 'running') return;
    // A stalled server is asked on, so that its return is seen without anybody typing.
    unanswered += 1;
    check();
  };

  const rearm = () => {
    cancel?.();
    arm();
  };

  const raise = (checkInMs: number, stallInMs: number) => {
    doubt = { checkAt: clock.now() + checkInMs, stallAt: clock.now() + stallInMs, checked: false };
    rearm();
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
      doubt = null;
      if (!stalled) return;
      stalled = false;
      onStalled(false);
      rearm();
    },
    noteTyped: () => {
      if (phase === 'running' && doubt === null) raise(typingCheckMs, typingPatienceMs);
    },
    noteWake: () => {
      if (phase !== 'running') return;
      patientUntil = clock.now() + wakePatienceMs;
      raise(0, wakePatienceMs);
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
