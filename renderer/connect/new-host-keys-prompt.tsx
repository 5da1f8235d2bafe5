import { t } from '#contract/language/language.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { Button } from '../ui/button.tsx';
import styles from './prompt.module.css';
import { PromptFrame } from './prompt-frame.tsx';

interface NewHostKeysPromptProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'new-host-keys' }>;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** Offers to save further keys of a known host. Enter saves nothing: "Not now" has the focus. */
export function NewHostKeysPrompt({ prompt, onAnswer }: NewHostKeysPromptProps) {
  const { host, port, keys, file } = prompt;
  const cancel = () => onAnswer({ kind: 'cancel' });
  return (
    <PromptFrame
      title={t('The host has other keys too')}
      onSubmit={cancel}
      onCancel={cancel}
      buttons={
        <>
          <Button onPress={() => onAnswer({ kind: 'accept-and-save' })}>{t('Save them')}</Button>
          <Button variant="primary" autoFocus onPress={cancel}>
            {t('Not now')}
          </Button>
        </>
      }
    >
      <p>
        {t(
          '{host}, port {port}, is known, and has proved that these keys are its own as well. Saved, they let it change its key later without a question. Nothing that is saved already is replaced or removed.',
          { host, port },
        )}
      </p>
      <dl className={styles.facts}>
        {keys.map(({ keyType, fingerprint }) => (
          <div key={fingerprint} className={styles.key}>
            <dt>{keyType}</dt>
            <dd className={styles.fingerprint}>{fingerprint}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>{t('They are added to {file}.', { file })}</p>
    </PromptFrame>
  );
}
