import type { Clock } from '../clock.ts';

/** Time under a test's control. */
export interface FakeClock extends Clock {
  /** Lets `ms` pass, calling back whatever falls due, in order. */
  readonly advance: (ms: number) => void;
  /** Timers that are armed: 0 after everything was disposed of. */
  readonly pending: () => number;
}

export function createFakeClock(): FakeClock {
  let now = 0;
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();

  const earliest = () => [...timers].reduce((a, b) => (b.at < a.at ? b : a));

  return {
    now: () => now,
    after: (ms, callback) => {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: (ms) => {
      const end = now + ms;
      while (timers.size > 0 && earliest().at <= end) {
        const timer = earliest();
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.callback();
      }
      now = end;
    },
    pending: () => timers.size,
  };
}
