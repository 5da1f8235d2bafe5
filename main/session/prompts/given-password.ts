import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';

/** Answers a question without asking the user; null where it has no answer. */
export type AnswerFirst = (prompt: Prompt) => PromptAnswer | null;

/**
 * Answers the first question for the password with one that was given beforehand, and has forgotten it then: if it is
 * wrong, or the session connects again, the user is asked. It is the session's own host's, not a jump host's. Many
 * servers ask by keyboard-interactive: one question, not shown as it is typed.
 */
export function answerOnce(password: string): AnswerFirst {
  let kept: string | null = password;
  return (prompt) => {
    if (kept === null || prompt.jumpHost !== undefined) return null;
    const text = kept;
    if (prompt.kind === 'password') {
      kept = null;
      return { kind: 'text', text };
    }
    if (prompt.kind !== 'keyboard-interactive') return null;
    const [question, ...others] = prompt.questions;
    if (question === undefined || question.echo || others.length > 0) return null;
    kept = null;
    return { kind: 'texts', texts: [text] };
  };
}
