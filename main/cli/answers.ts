import { assertNever } from '#contract/failure.ts';
import { hostAndPort } from '#contract/forwards/forward.ts';
import { t } from '#contract/language/language.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { keyWarning } from './question-words.ts';

/** Asks for one line; null: cancelled. `echo`: it is shown as it is typed. */
type Ask = (question: string, echo: boolean) => Promise<string | null>;

const cancel: PromptAnswer = { kind: 'cancel' };
const textAnswer = (text: string | null): PromptAnswer => (text === null ? cancel : { kind: 'text', text });

/** Puts a question of a connection to the user of a terminal, in ssh's manner. */
export async function answerOf(prompt: Prompt, ask: Ask): Promise<PromptAnswer> {
  const at =
    prompt.jumpHost === undefined
      ? ''
      : t('Jump host {number} of {of}: ', { number: prompt.jumpHost.number, of: prompt.jumpHost.of });
  const line = (question: string, echo: boolean) => ask(`${at}${question}`, echo);
  /** Asks until a word is written out, as ssh does: Enter, pressed too early, accepts and refuses nothing. */
  const choose = async (question: string, choices: Readonly<Record<string, PromptAnswer>>): Promise<PromptAnswer> => {
    const answers = new Map(Object.entries({ ...choices, no: cancel }));
    for (
      let asked = question;
      ;
      asked = t('Write one of these words: {words}: ', { words: [...answers.keys()].join(', ') })
    ) {
      const typed = await line(asked, true);
      const answer = typed === null ? cancel : answers.get(typed.trim().toLowerCase());
      if (answer !== undefined) return answer;
    }
  };
  const again = 'retry' in prompt && prompt.retry ? t('That was not accepted. ') : '';

  switch (prompt.kind) {
    case 'unknown-host-key':
      return choose(t('{prompt}\nAccept it? (yes: and save it, once, no) ', { prompt: keyWarning(prompt) }), {
        yes: { kind: 'accept-and-save' },
        once: { kind: 'accept-once' },
      });
    case 'weak-algorithms': {
      const list = prompt.algorithms.map(({ role, name, why }) => `  ${t(role)} ${name}: ${why}`);
      const question = [
        t('{host} wants weak algorithms:', { host: hostAndPort(prompt.host, prompt.port) }),
        ...list,
        t('Go on? (yes, no) '),
      ];
      return choose(question.join('\n'), { yes: { kind: 'accept-once' } });
    }
    case 'new-host-keys': {
      const list = prompt.keys.map(({ keyType, fingerprint }) => `  ${keyType} ${fingerprint}`);
      const question = [
        t('{host} has proved that these keys are its own too:', { host: prompt.host }),
        ...list,
        t('Save them? (yes, no) '),
      ];
      return choose(question.join('\n'), { yes: { kind: 'accept-and-save' } });
    }
    case 'log-exists': {
      const question = t('The log file {file} exists already.\nWhat now? (append, overwrite, no: no log) ', {
        file: prompt.file,
      });
      return choose(question, { append: { kind: 'append' }, overwrite: { kind: 'overwrite' } });
    }
    case 'agent-use': {
      const key = `${prompt.keyType} ${prompt.fingerprint} ${prompt.comment}`;
      const question = t('A program on {host} wants to use a key of your agent: {key}\nAllow it? (yes, no) ', {
        host: prompt.host,
        key,
      });
      return choose(question, { yes: { kind: 'accept-once' } });
    }
    case 'user-name':
      return textAnswer(await line(t('User name at {host}: ', { host: prompt.host }), true));
    case 'password':
      return textAnswer(
        await line(
          t('{banner}{again}Password of {user}@{host}: ', {
            banner: withBanner(prompt.banner),
            again,
            user: prompt.user,
            host: prompt.host,
          }),
          false,
        ),
      );
    case 'proxy-password':
      return textAnswer(
        await line(
          t('{again}Password of {user} at the proxy {proxy}: ', { again, user: prompt.user, proxy: prompt.proxy }),
          false,
        ),
      );
    case 'passphrase': {
      const key = prompt.comment === '' ? prompt.keyFile : `${prompt.keyFile} (${prompt.comment})`;
      return textAnswer(await line(t('{again}Passphrase of the key {key}: ', { again, key }), false));
    }
    case 'keyboard-interactive': {
      const head = [prompt.banner ?? '', prompt.name, prompt.instructions].filter((text) => text !== '').join('\n');
      const texts: string[] = [];
      for (const [index, { text, echo }] of prompt.questions.entries()) {
        const answer = await line(index === 0 && head !== '' ? `${head}\n${text}` : text, echo);
        if (answer === null) return cancel;
        texts.push(answer);
      }
      return { kind: 'texts', texts };
    }
    default:
      return assertNever(prompt);
  }
}

const withBanner = (banner: string | null) => (banner === null || banner === '' ? '' : `${banner.trimEnd()}\n`);
