import type { Clock } from './clock.ts';

/** A check was passed over if other bytes came after it, and no answer until the next one. So many of them tell. */
const tellingChecks = 3;

/** Nor is it told sooner than this after the first of them, ms: a slow link may have the answers on their way. */
const tellingMs = 10_000;

/**
 * Tells a server that answers no alive check from one that is gone: it sends, but never an answer. Answers come in the
 * order of the requests (RFC 4254, 4), so that one frozen for a while answers all of them as it thaws.
 */
export interface CheckAnswers {
  /** A check goes out. True if the server counts as one that answers none by now. */
  readonly noteSent: () => boolean;
  /** Any bytes came in. Cheap enough for every chunk of a flood. */
  readonly noteReceived: () => void;
  /** A check was answered: this server does answer. */
  readonly noteAnswered: () => void;
}

export function createCheckAnswers(clock: Clock): CheckAnswers {
  let hasAnswered = false;
  let passedOver = 0;
  let firstSentAt: number | null = null;
  /** Bytes came in since the last check. */
  let hasReceived = false;

  return {
    noteSent: () => {
      if (firstSentAt !== null && hasReceived) passedOver += 1;
      firstSentAt ??= clock.now();
      hasReceived = false;
      return !hasAnswered && passedOver >= tellingChecks && clock.now() - firstSentAt >= tellingMs;
    },
    noteReceived: () => {
      hasReceived = true;
    },
    noteAnswered: () => {
      hasAnswered = true;
    },
  };
}
