/** So many transfers may come to nothing within a minute: after that the server is not listened to for as long. */
const maxFutile = 3;
const windowMs = 60_000;

/** Keeps a server from asking again and again. */
export interface Attempts {
  readonly isAllowed: () => boolean;
  /** One was refused, or came to nothing. */
  readonly noteFutile: () => void;
}

export function createAttempts(now: () => number): Attempts {
  let futile: readonly number[] = [];
  return {
    isAllowed: () => futile.filter((at) => now() - at < windowMs).length < maxFutile,
    noteFutile: () => {
      futile = [...futile, now()].slice(-maxFutile);
    },
  };
}
