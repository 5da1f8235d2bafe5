import { randomUUID } from 'node:crypto';
import type { ConflictQuestion } from '#contract/files/files.ts';
import type { ConflictAnswer } from './task.ts';

/** The questions of one transfer: the first of them is shown. */
export interface Questions {
  readonly current: () => ConflictQuestion | null;
  /** Null where it ended before it was answered, or where another answer was for all. */
  readonly ask: (question: Omit<ConflictQuestion, 'questionId'>) => Promise<ConflictAnswer | null>;
  readonly answer: (questionId: string, answer: ConflictAnswer) => boolean;
  /** Ends them all without an answer. */
  readonly end: () => void;
}

export function createQuestions(onChange: () => void): Questions {
  let waiting: readonly {
    readonly question: ConflictQuestion;
    readonly resolve: (answer: ConflictAnswer | null) => void;
  }[] = [];

  const end = () => {
    const ended = waiting;
    waiting = [];
    for (const { resolve } of ended) resolve(null);
    onChange();
  };

  return {
    current: () => waiting[0]?.question ?? null,
    ask: (question) =>
      new Promise((resolve) => {
        waiting = [...waiting, { question: { ...question, questionId: randomUUID() }, resolve }];
        onChange();
      }),
    answer: (questionId, answer) => {
      const asked = waiting.find(({ question }) => question.questionId === questionId);
      if (asked === undefined) return false;
      waiting = waiting.filter((other) => other !== asked);
      asked.resolve(answer);
      if (answer.forAll) end();
      else onChange();
      return true;
    },
    end,
  };
}
