import type { Profile } from '#contract/profile/profile.ts';
import type { CloseReason } from '#contract/session/session.ts';
import { endSentence } from './connection-sentences.ts';
import { remedyNotice } from './reconnect/remedy-notice.ts';

export interface End {
  readonly reason: CloseReason;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Why a session's connections ended, as far as that is still of use. */
export interface Endings {
  /** Null while the first connection lasts. */
  readonly last: () => End | null;
  readonly note: (reason: CloseReason) => End;
  /** Takes what was learnt after an end; false if another one has followed, so that the Event Log alone tells of it. */
  readonly review: (reason: CloseReason, reviewed: CloseReason) => boolean;
  /** The session is open: tells of a remedy that no panel has offered. */
  readonly tellRemedy: () => void;
  /** A panel has offered the remedy. */
  readonly dropRemedy: () => void;
}

export interface EndingsOptions {
  readonly wallClock: () => number;
  readonly profile: () => Profile;
  readonly onLog: (text: string) => void;
  readonly onNotice: (text: string) => void;
}

export function createEndings({ wallClock, profile, onLog, onNotice }: EndingsOptions): Endings {
  let last: End | null = null;
  let untold: string | null = null;

  return {
    last: () => last,
    note: (reason) => {
      last = { reason, at: wallClock() };
      return last;
    },
    review: (reason, reviewed) => {
      const isLast = last?.reason === reason;
      const sentence = endSentence(reviewed);
      if (endSentence(reason) !== sentence) onLog(isLast ? sentence : `Of an earlier connection: ${sentence}`);
      if (last === null || !isLast) return false;
      last = { ...last, reason: reviewed };
      untold = remedyNotice(reviewed, profile());
      return true;
    },
    tellRemedy: () => {
      if (untold !== null) onNotice(untold);
      untold = null;
    },
    dropRemedy: () => {
      untold = null;
    },
  };
}
