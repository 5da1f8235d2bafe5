import type { Cancel, Clock } from '../../keepalive/clock.ts';

/**
 * Silence of the server during the login, without the time that the user takes to answer, ms. sshd itself ends a login
 * after 120 s (LoginGraceTime), and a method that waits for a telephone may use most of them.
 */
const silenceLimit = 150_000;

/** Notices that the server is gone in mid-login, where no alive check can be sent yet. */
export interface LoginPatience {
  readonly received: () => void;
  /** Stops the clock while the user is asked, and starts it afresh. */
  readonly pause: () => void;
  readonly goOn: () => void;
  readonly dispose: () => void;
}

export function startLoginPatience(clock: Clock, onSilent: () => void): LoginPatience {
  let last = clock.now();
  let isOver = false;
  let cancel: Cancel;

  const look = () => {
    const left = last + silenceLimit - clock.now();
    if (left <= 0) onSilent();
    else cancel = clock.after(Math.ceil(left), look);
  };
  const received = () => {
    last = clock.now();
  };
  look();

  return {
    received,
    pause: () => cancel(),
    goOn: () => {
      cancel();
      received();
      if (!isOver) look();
    },
    dispose: () => {
      isOver = true;
      cancel();
    },
  };
}
