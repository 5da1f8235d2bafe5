import { t } from '#contract/language/language.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { Button } from '../ui/button.tsx';
import { jumpHostWords } from './jump-host-words.ts';
import styles from './prompt.module.css';
import { PromptFrame } from './prompt-frame.tsx';

interface HostKeyPromptProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'unknown-host-key' }>;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** Asks whether a key that was never seen belongs to the host. Enter does not accept it: Cancel has the focus. */
export function HostKeyPrompt({ prompt, onAnswer }: HostKeyPromptProps) {
  const { host, port, keyType, fingerprint, knownTypes } = prompt;
  const cancel = () => onAnswer({ kind: 'cancel' });
  return (
    <PromptFrame
      title={titleFor(prompt)}
      onSubmit={cancel}
      onCancel={cancel}
      buttons={
        <>
          <Button onPress={() => onAnswer({ kind: 'accept-and-save' })}>{t('Accept and save')}</Button>
          <Button onPress={() => onAnswer({ kind: 'accept-once' })}>{t('Accept once')}</Button>
          <Button variant="primary" autoFocus onPress={cancel}>
            {t('Cancel')}
          </Button>
        </>
      }
    >
      <p>
        {t(
          'There is no saved key to tell whether this is the computer that you think it is. Compare the fingerprint with one that you got from its administrator before you accept it.',
        )}
      </p>
      {knownTypes.length === 0 ? null : (
        <p className={styles.warning}>
          {isReplacement(prompt)
            ? t(
                'You accepted another {keyType} key for this host once. A computer in between may be offering a key of its own.',
                { keyType },
              )
            : t(
                'Keys of another kind are known for this host: {types}. A computer in between may be offering a key of its own.',
                { types: knownTypes.join(', ') },
              )}
        </p>
      )}
      <dl className={styles.facts}>
        <dt>{t('Host')}</dt>
        <dd>{t('{host}, port {port}{where}', { host, port, where: jumpHostWords(prompt) })}</dd>
        <dt>{t('Key type')}</dt>
        <dd>{keyType}</dd>
        <dt>{t('Fingerprint')}</dt>
        <dd className={styles.fingerprint}>{fingerprint}</dd>
      </dl>
    </PromptFrame>
  );
}

type HostKeyQuestion = HostKeyPromptProps['prompt'];

/** Instead of a saved key of its type it would be refused: only one that was accepted once can be asked about again. */
const isReplacement = ({ keyType, knownTypes }: HostKeyQuestion) => knownTypes.includes(keyType);

function titleFor(prompt: HostKeyQuestion): string {
  if (prompt.knownTypes.length === 0) return t('The host key is not known');
  return t(isReplacement(prompt) ? 'The host shows another key than before' : 'The host shows a new kind of key');
}
