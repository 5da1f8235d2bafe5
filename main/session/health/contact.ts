import type { Clock } from '../../keepalive/clock.ts';

/** When bytes last passed in either direction, and how long it was silent before. */
export interface Contact {
  readonly noteReceived: () => void;
  /** A null packet went out, which nobody answers. */
  readonly noteSent: () => void;
  /** An alive check went out. */
  readonly noteAsked: () => void;
  /** The program in the session printed something. */
  readonly noteOutput: () => void;
  /** A key or a paste went out. */
  readonly noteTyped: () => void;
  /** Keys and pastes since the server last sent anything. */
  readonly unconfirmedKeys: () => number;
  /** Milliseconds since the first of them; null while there is none. */
  readonly unconfirmedForMs: () => number | null;
  /** Milliseconds since the server last sent anything; null before it did. */
  readonly lastContactMs: () => number | null;
  /** The silence before the first packet of ours that nothing has followed, or until now where there is none; ms. */
  readonly idleMs: () => number;
  /** Since that packet; ms. Null where nothing of ours is unanswered. */
  readonly unansweredMs: () => number | null;
  /** Whether that packet was one that is answered: a null packet may have arrived all the same. */
  readonly isAnswerDue: () => boolean;
  /** The longest silence in both directions after which something of ours was answered; ms, 0 before there was one. */
  readonly survivedMs: () => number;
  /** Since the last key or output, or since the beginning; ms. */
  readonly unusedMs: () => number;
  /** Since the last key; ms, null before there was one. */
  readonly untypedMs: () => number | null;
  /** When the server last sent anything, monotonic; null before it did. */
  readonly lastReceived: () => number | null;
}

export function createContact(clock: Clock): Contact {
  let lastReceived: number | null = null;
  let firstUnanswered: number | null = null;
  let unconfirmedKeys = 0;
  let firstUnconfirmed: number | null = null;
  let isAnswerDue = false;
  let survivedMs = 0;
  let lastUsed = clock.now();
  let lastTyped: number | null = null;

  const noteSent = () => {
    firstUnanswered ??= clock.now();
  };

  const noteAsked = () => {
    isAnswerDue ||= firstUnanswered === null;
    noteSent();
  };

  return {
    noteReceived: () => {
      if (firstUnanswered !== null && lastReceived !== null) {
        survivedMs = Math.max(survivedMs, firstUnanswered - lastReceived);
      }
      lastReceived = clock.now();
      firstUnanswered = null;
      isAnswerDue = false;
      unconfirmedKeys = 0;
      firstUnconfirmed = null;
    },
    noteSent,
    noteAsked,
    noteOutput: () => {
      lastUsed = clock.now();
    },
    noteTyped: () => {
      lastUsed = clock.now();
      lastTyped = lastUsed;
      unconfirmedKeys += 1;
      firstUnconfirmed ??= clock.now();
      noteAsked();
    },
    unconfirmedKeys: () => unconfirmedKeys,
    unconfirmedForMs: () => (firstUnconfirmed === null ? null : clock.now() - firstUnconfirmed),
    lastContactMs: () => (lastReceived === null ? null : clock.now() - lastReceived),
    unansweredMs: () => (firstUnanswered === null ? null : clock.now() - firstUnanswered),
    isAnswerDue: () => isAnswerDue,
    survivedMs: () => survivedMs,
    unusedMs: () => clock.now() - lastUsed,
    untypedMs: () => (lastTyped === null ? null : clock.now() - lastTyped),
    lastReceived: () => lastReceived,
    idleMs: () => (lastReceived === null ? 0 : (firstUnanswered ?? clock.now()) - lastReceived),
  };
}
