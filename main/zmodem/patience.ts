import type { Cancel, Clock } from '../keepalive/clock.ts';

/** Watches whether the other side still says something. */
export interface Patience {
  /** It was heard of, or nothing is expected of it before now. */
  readonly renew: () => void;
  /** Nothing is expected, until `renew`: the user is asked, or holds it up. */
  readonly rest: () => void;
  readonly end: () => void;
}

/** `onOut`, once, when nothing was heard for `limit` ms. */
export function createPatience(clock: Clock, limit: () => number, onOut: () => void): Patience {
  let since: number | null = clock.now();
  let cancel: Cancel = () => undefined;
  const look = () => {
    const left = since === null ? limit() : since + limit() - clock.now();
    if (left <= 0) onOut();
    else cancel = clock.after(left, look);
  };
  look();
  return {
    renew: () => {
      since = clock.now();
    },
    rest: () => {
      since = null;
    },
    end: () => cancel(),
  };
}
