import type { Cancel, Clock } from './clock.ts';

/** How often the clocks are compared. */
const lookMs = 5000;

/** A gap shorter than this is a busy machine, or a clock that is being set. */
const tellingGapMs = 10_000;

/**
 * Notices that this machine slept, where the system doesn't say so: over a sleep the wall clock goes on while timers
 * stand still, and monotonic time does either. A wall clock that is set forward looks the same, and costs a check.
 */
export interface SleepWatch {
  /** For how long this machine slept since this moment of monotonic time, until now; ms. */
  readonly sleptSince: (since: number) => number;
  /** Calls back after each sleep until the returned function is called. */
  readonly onWake: (listener: () => void) => () => void;
  /** Compares the clocks now: the system says that it woke up. */
  readonly look: () => void;
  readonly dispose: () => void;
}

export function createSleepWatch(clock: Clock, wallClock: () => number): SleepWatch {
  const listeners = new Set<() => void>();
  let lastSleep: { readonly endedAt: number; readonly ms: number } | null = null;
  let wall = wallClock();
  let monotonic = clock.now();
  let cancel: Cancel;

  const compare = () => {
    // Whichever clock went on during the sleep tells of it.
    const late = Math.max(0, clock.now() - monotonic - lookMs);
    const gap = Math.max(wallClock() - wall - (clock.now() - monotonic), late);
    wall = wallClock();
    monotonic = clock.now();
    if (gap < tellingGapMs) return;
    lastSleep = { endedAt: clock.now(), ms: gap };
    for (const listener of listeners) listener();
  };
  const look = () => {
    cancel();
    cancel = clock.after(lookMs, look);
    compare();
  };
  cancel = clock.after(lookMs, look);

  return {
    sleptSince: (since) => {
      // A connection can be reset by the first packet after the sleep, before any timer of ours has looked.
      compare();
      return lastSleep !== null && lastSleep.endedAt >= since ? lastSleep.ms : 0;
    },
    onWake: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look,
    dispose: () => cancel(),
  };
}
