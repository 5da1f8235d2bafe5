import type { Clock } from './clock.ts';

/** Round trips kept for the sparkline: at one check in 30 s, a quarter of an hour. */
const maxKept = 30;

/** How long the server takes to answer a check. */
export interface RoundTrips {
  /** A check goes out; the returned function is called with its answer. */
  readonly begin: () => () => void;
  readonly status: () => RoundTripsStatus;
}

export interface RoundTripsStatus {
  readonly sent: number;
  readonly answered: number;
  /** Milliseconds, the latest last. */
  readonly roundTripsMs: readonly number[];
}

export function createRoundTrips(clock: Clock): RoundTrips {
  let sent = 0;
  let answered = 0;
  let roundTripsMs: readonly number[] = [];

  return {
    begin: () => {
      sent += 1;
      const sentAt = clock.now();
      return () => {
        answered += 1;
        roundTripsMs = [...roundTripsMs, clock.now() - sentAt].slice(-maxKept);
      };
    },
    status: () => ({ sent, answered, roundTripsMs }),
  };
}
