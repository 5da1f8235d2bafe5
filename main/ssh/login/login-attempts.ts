import type { AnyAuthMethod } from 'ssh2';
import { failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { loginCancelled } from '../connection-failures.ts';
import type { KeyOffer } from './key-offers.ts';
import { createQuestions } from './keyboard-interactive.ts';
import type { LoginContext } from './login-context.ts';

/** As OpenSSH's NumberOfPasswordPrompts. sshd counts all refusals, keys included, and hangs up at 6 (MaxAuthTries). */
const maxTries = 3;

/** What ssh2 does, and what we do beside it. */
export type LoginMethod = AnyAuthMethod | KeyOffer;

/** One request to be let in; `label` completes "Trying …". */
export interface Attempt {
  readonly label: string;
  readonly request: LoginMethod;
  /** A sentence about what will make the server refuse it, if that is known. */
  readonly problem?: string | null;
}

/** What one way has to try, one after the other. A failure `cancelled` ends the login, others end this way alone. */
export type Attempts = AsyncGenerator<Result<Attempt>, void>;

/** Rounds of questions, again if they end in a refusal; not again if the server had nothing to ask. */
export async function* interactiveAttempts(context: LoginContext): Attempts {
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const questions = createQuestions(context);
    const request = { type: 'keyboard-interactive', username: context.user, prompt: questions.prompt } as const;
    yield success({ label: 'keyboard-interactive', request });
    if (questions.asked() === 0) return;
  }
}

export async function* passwordAttempts({ user, host, port, ask, banner }: LoginContext): Attempts {
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const answer = await ask({ kind: 'password', user, host, port, banner: banner(), retry: attempt > 0 });
    if (answer.kind !== 'text') {
      yield failed(loginCancelled(t('password')));
      return;
    }
    yield success({ label: 'password', request: { type: 'password', username: user, password: answer.text } });
  }
}
