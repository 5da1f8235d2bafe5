import type { Prompt, PromptAnswer } from '#contract/prompt.ts';
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
      title="The host has other keys too"
      onSubmit={cancel}
      onCancel={cancel}
      buttons={
        <>
          <Button onPress={() => onAnswer({ kind: 'accept-and-save' })}>Save them</Button>
          <Button variant="primary" autoFocus onPress={cancel}>
            Not now
          </Button>
        </>
      }
    >
      <p>
        {host}, port {port}, is known, and has proved that these keys are its own as well. Saved, they let it change its
        key later without a question. Nothing that is saved already is replaced or removed.
      </p>
      <dl className={styles.facts}>
        {keys.map(({ keyType, fingerprint }) => (
          <div key={fingerprint} className={styles.key}>
            <dt>{keyType}</dt>
            <dd className={styles.fingerprint}>{fingerprint}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>They are added to {file}.</p>
    </PromptFrame>
  );
}
