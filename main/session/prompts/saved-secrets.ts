import type { Result } from '#contract/failure.ts';
import { type SecretKey, secretId } from '#contract/secret.ts';
import type { Prompt } from '#contract/session/prompt.ts';
import type { Ask, OpenTransport } from '../ports/transport.ts';

/** The passwords and passphrases that the user had saved. */
export interface Secrets {
  /** Whether there is a vault to save them in. */
  readonly canSave: () => Promise<boolean>;
  /** Null where there is none, or it can't be read at this time. */
  readonly find: (key: SecretKey) => Promise<string | null>;
  readonly save: (key: SecretKey, text: string) => Promise<Result<unknown>>;
}

/**
 * Answers questions for passwords and passphrases from those that are saved, and saves what the user wants saved once
 * the login was good. One that is refused is not used again in this run, until it is saved anew: the user is asked.
 */
export function withSavedSecrets(
  openTransport: OpenTransport,
  secrets: Secrets,
  onNotice: (text: string) => void,
): OpenTransport {
  const refused = new Set<string>();
  const save = async (key: SecretKey, text: string) => {
    refused.delete(secretId(key));
    const saved = await secrets.save(key, text);
    if (!saved.ok) onNotice(saved.failure.message);
  };

  return (options) => {
    const used = new Set<string>();
    const toSave = new Map<string, { readonly key: SecretKey; readonly text: string }>();

    const ask: Ask = async (prompt, signal) => {
      const key = secretKeyOf(prompt);
      if (key === null) return options.ask(prompt, signal);
      const id = secretId(key);
      // A keyboard-interactive question doesn't say that it is asked again.
      const isRetry = 'retry' in prompt ? prompt.retry : used.has(id);
      toSave.delete(id);
      if (isRetry && used.has(id)) refused.add(id);
      const known = isRetry || refused.has(id) ? null : await secrets.find(key);
      if (known !== null) {
        used.add(id);
        options.onEvent({ kind: 'log', text: usedWords(key) });
        return prompt.kind === 'keyboard-interactive'
          ? { kind: 'texts', texts: [known] }
          : { kind: 'text', text: known };
      }
      const canSave = await secrets.canSave();
      const answer = await options.ask(canSave ? { ...prompt, canSave } : prompt, signal);
      if ('keep' in answer && answer.keep === 'vault') {
        toSave.set(id, { key, text: answer.kind === 'text' ? answer.text : (answer.texts[0] ?? '') });
      }
      return answer;
    };

    return openTransport({
      ...options,
      ask,
      onEvent: (event) => {
        options.onEvent(event);
        if (event.kind !== 'authenticated') return;
        for (const { key, text } of toSave.values()) void save(key, text);
        toSave.clear();
      },
    });
  };
}

/** Characters at most of a question whose answer is saved: it stands in the list of what is. */
const maxQuestionLength = 256;

/**
 * What a question is the key to; null where nothing is saved. A jump host's is the same as that of a session of its own:
 * user, host and port tell hosts apart, and known_hosts has seen to it that the host is the one of this name. In
 * keyboard-interactive logins only what is asked alone and unseen can be saved: whether it is good once, as a code is,
 * the user knows.
 */
function secretKeyOf(prompt: Prompt): SecretKey | null {
  switch (prompt.kind) {
    case 'passphrase':
      return { kind: 'passphrase', key: prompt.fingerprint ?? prompt.keyFile, file: prompt.keyFile };
    case 'password':
      return { kind: 'password', user: prompt.user, host: prompt.host, port: prompt.port };
    case 'proxy-password':
      return { kind: 'proxy-password', user: prompt.user, host: prompt.proxy, port: prompt.port };
    case 'keyboard-interactive': {
      const { user, host, port, questions } = prompt;
      const [only] = questions;
      if (only === undefined || only.echo || questions.length > 1 || only.text.length > maxQuestionLength) return null;
      return { kind: 'answer', user, host, port, question: only.text.trim() };
    }
    default:
      return null;
  }
}

function usedWords(key: SecretKey): string {
  switch (key.kind) {
    case 'answer':
      return `Using the saved answer to "${key.question}".`;
    case 'proxy-password':
      return "Using the proxy's saved password.";
    default:
      return `Using the saved ${key.kind}.`;
  }
}
