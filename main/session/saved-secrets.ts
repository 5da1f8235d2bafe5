import type { Result } from '#contract/failure.ts';
import type { Profile } from '#contract/profile.ts';
import type { Prompt } from '#contract/prompt.ts';
import { type SecretKey, secretId } from '#contract/secret.ts';
import type { Ask, OpenTransport } from './transport.ts';

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
      const key = secretKeyOf(prompt, options.profile);
      if (key === null) return options.ask(prompt, signal);
      const id = secretId(key);
      const isRetry = 'retry' in prompt && prompt.retry;
      toSave.delete(id);
      if (isRetry && used.has(id)) refused.add(id);
      const known = isRetry || refused.has(id) ? null : await secrets.find(key);
      if (known !== null) {
        used.add(id);
        options.onEvent({ kind: 'log', text: `Using the saved ${key.kind}.` });
        return { kind: 'text', text: known };
      }
      const canSave = await secrets.canSave();
      const answer = await options.ask(canSave ? { ...prompt, canSave } : prompt, signal);
      if (answer.kind === 'text' && answer.keep === 'vault') toSave.set(id, { key, text: answer.text });
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

/**
 * What a question is the key to; null where nothing is saved: a keyboard-interactive question may be for a code that is
 * good once, and a jump host's password belongs to a port that the question doesn't tell.
 */
function secretKeyOf(prompt: Prompt, { portNumber }: Profile): SecretKey | null {
  if (prompt.kind === 'passphrase') {
    return { kind: 'passphrase', key: prompt.fingerprint ?? prompt.keyFile, file: prompt.keyFile };
  }
  if (prompt.kind !== 'password' || prompt.jumpHost !== undefined) return null;
  return { kind: 'password', user: prompt.user, host: prompt.host, port: portNumber };
}
