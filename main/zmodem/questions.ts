import { randomUUID } from 'node:crypto';
import type { ZmodemAnswer, ZmodemQuestion } from '#contract/files/zmodem.ts';
import type { Cancel, Clock } from '../keepalive/clock.ts';
import type { Question } from './transfer.ts';

/** A program at the server that is asked something waits on: lrzsz gives up after 10 s and more of silence. */
const keepMs = 7000;

/** A question that nobody answers is taken back then, ms. */
const maxMs = 30 * 60_000;

/** The question of one transfer, and the program at the server that waits meanwhile. */
export interface Questions {
  readonly current: () => ZmodemQuestion | null;
  /** Null where it was taken back. */
  readonly ask: (question: Question, keepWaiting: () => void) => Promise<ZmodemAnswer | null>;
  readonly answer: (questionId: string, said: ZmodemAnswer) => boolean;
  /** The same while something else is waited for. */
  readonly during: <T>(waitedFor: Promise<T>, keepWaiting: () => void) => Promise<T>;
  readonly end: () => void;
}

/** `onUnanswered` is to give the transfer up. */
export function createQuestions(clock: Clock, onChange: () => void, onUnanswered: () => void): Questions {
  let asked: { readonly question: ZmodemQuestion; readonly resolve: (said: ZmodemAnswer | null) => void } | null = null;
  let keeping: Cancel = () => undefined;

  const settle = (said: ZmodemAnswer | null) => {
    const before = asked;
    asked = null;
    keeping();
    before?.resolve(said);
    if (before !== null) onChange();
  };
  const keep = (keepWaiting: () => void, since = clock.now()) => {
    keeping = clock.after(keepMs, () => {
      if (clock.now() - since > maxMs) return onUnanswered();
      keepWaiting();
      keep(keepWaiting, since);
    });
  };

  return {
    current: () => asked?.question ?? null,
    ask: (question, keepWaiting) =>
      new Promise((resolve) => {
        asked = { question: { ...question, questionId: randomUUID() }, resolve };
        keep(keepWaiting);
        onChange();
      }),
    answer: (questionId, said) => {
      if (asked?.question.questionId !== questionId) return false;
      settle(said);
      return true;
    },
    during: (waitedFor, keepWaiting) => {
      keep(keepWaiting);
      return waitedFor.finally(() => keeping());
    },
    end: () => settle(null),
  };
}
