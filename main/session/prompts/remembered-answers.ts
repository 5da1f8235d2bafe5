import { assertNever } from '#contract/failure.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import type { Ask } from '../ports/transport.ts';

/**
 * Lets several connections of the same profile share what their user answered once, passwords too. It is in memory
 * alone, until it is told to forget. What is not `isShared` is asked each time.
 */
export interface RememberedAnswers {
  /** The questions of one connection. One that it asks for the second time was answered wrongly: the user is asked. */
  readonly forConnection: () => Ask;
  /** No further connection needs them. */
  readonly forget: () => void;
}

export function createRememberedAnswers(
  ask: Ask,
  isShared: (prompt: Prompt) => boolean = () => true,
): RememberedAnswers {
  const answers = new Map<string, PromptAnswer>();

  return {
    forConnection: () => {
      const asked = new Set<string>();
      return async (prompt, signal) => {
        const key = isShared(prompt) ? keyOf(prompt) : null;
        if (key === null) return ask(prompt, signal);
        const known = asked.has(key) ? undefined : answers.get(key);
        asked.add(key);
        if (known !== undefined) return known;
        const answer = await ask(prompt, signal);
        if (answer.kind !== 'cancel') answers.set(key, answer);
        return answer;
      };
    },
    forget: () => answers.clear(),
  };
}

/**
 * For the connections of one session, in memory for as long as that lasts: a reconnect asks for no user name, and for no
 * password of a proxy, which is the user's own. The server's is asked for again.
 */
export const rememberForSession = (ask: Ask): RememberedAnswers =>
  createRememberedAnswers(ask, ({ kind }) => kind === 'user-name' || kind === 'proxy-password');

/** What makes two questions the same; null where the answer is good for once only, as a code from a device may be. */
function keyOf(prompt: Prompt): string | null {
  switch (prompt.kind) {
    case 'unknown-host-key':
    case 'weak-algorithms':
    case 'new-host-keys':
      return JSON.stringify(prompt);
    case 'user-name':
      return JSON.stringify([prompt.kind, prompt.jumpHost, prompt.host]);
    case 'password':
      return JSON.stringify([prompt.kind, prompt.jumpHost, prompt.host, prompt.user]);
    case 'proxy-password':
      return JSON.stringify([prompt.kind, prompt.proxy, prompt.user]);
    case 'passphrase':
      return JSON.stringify([prompt.kind, prompt.jumpHost, prompt.keyFile]);
    case 'keyboard-interactive': {
      const { questions, user, host } = prompt;
      const isPassword = questions.length === 1 && questions[0]?.echo === false;
      return isPassword ? JSON.stringify([prompt.kind, prompt.jumpHost, host, user, questions]) : null;
    }
    case 'agent-use':
    case 'log-exists':
      return null;
    default:
      return assertNever(prompt);
  }
}
