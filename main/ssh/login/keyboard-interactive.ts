import type { KeyboardInteractiveAuthMethod } from 'ssh2';
import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { loginCancelled } from '../connection-failures.ts';
import { harmlessLine, harmlessText } from '../sanitise.ts';
import type { LoginContext } from './login-context.ts';

/** In one round: as many answers as the window may send. Servers ask one or two. */
const maxQuestions = 64;

export interface Questions {
  /** For ssh2: called once for each round that has questions. */
  readonly prompt: KeyboardInteractiveAuthMethod['prompt'];
  /** Rounds so far. */
  readonly asked: () => number;
}

/** Puts each round of a keyboard-interactive login (RFC 4256) to the user as one window; a login may have several. */
export function createQuestions({ user, host, port, ask, banner, onCancel }: LoginContext): Questions {
  let rounds = 0;

  return {
    asked: () => rounds,
    prompt: (name, instructions, _language, prompts, finish) => {
      rounds += 1;
      if (prompts.length > maxQuestions) {
        onCancel(tooManyQuestions(host, prompts.length));
        return;
      }
      const questions = prompts.map(({ prompt, echo }) => ({ text: harmlessLine(prompt), echo: echo === true }));
      const prompt = {
        kind: 'keyboard-interactive',
        user,
        host,
        port,
        banner: banner(),
        name: harmlessLine(name),
        instructions: harmlessText(instructions),
        questions,
      } as const;
      void ask(prompt).then((answer) => {
        if (answer.kind === 'texts' && answer.texts.length === questions.length) finish([...answer.texts]);
        else onCancel(loginCancelled(t('answers to the questions of the server')));
      });
    },
  };
}

const tooManyQuestions = (host: string, count: number): Failure => ({
  code: 'protocol-error',
  message: t('{host} asked {count} questions at once.', { host, count }),
  retryable: false,
  hint: t('No login has so many: this may not be the server that you think it is.'),
});
