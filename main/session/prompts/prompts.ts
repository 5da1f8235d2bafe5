import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import type { PendingPrompt } from '#contract/session/session.ts';

/** The questions of one session, one at a time, each answered exactly once. */
export interface Prompts {
  /** Resolves with the user's answer; with `cancel` when the signal ends the question. Never rejects. */
  readonly ask: (prompt: Prompt, signal: AbortSignal) => Promise<PromptAnswer>;
  /** The question that the window shows now. */
  readonly current: () => PendingPrompt | null;
  /** False if that question is not waiting any more. */
  readonly answer: (promptId: string, answer: PromptAnswer) => boolean;
}

interface Waiting extends PendingPrompt {
  readonly settle: (answer: PromptAnswer) => void;
}

export function createPrompts(onChange: () => void): Prompts {
  let asked = 0;
  let queue: readonly Waiting[] = [];

  const take = (promptId: string): Waiting | undefined => {
    const waiting = queue.find((item) => item.promptId === promptId);
    queue = queue.filter((item) => item !== waiting);
    return waiting;
  };

  const settle = (promptId: string, answer: PromptAnswer): boolean => {
    const waiting = take(promptId);
    if (waiting === undefined) return false;
    onChange();
    waiting.settle(answer);
    return true;
  };

  return {
    ask: (prompt, signal) =>
      new Promise((resolve) => {
        asked += 1;
        const promptId = String(asked);
        const cancel = () => settle(promptId, { kind: 'cancel' });
        const finish = (answer: PromptAnswer) => {
          signal.removeEventListener('abort', cancel);
          resolve(answer);
        };
        if (signal.aborted) return finish({ kind: 'cancel' });
        signal.addEventListener('abort', cancel);
        queue = [...queue, { promptId, prompt, settle: finish }];
        onChange();
      }),
    current: () => {
      const [first] = queue;
      return first === undefined ? null : { promptId: first.promptId, prompt: first.prompt };
    },
    answer: settle,
  };
}
