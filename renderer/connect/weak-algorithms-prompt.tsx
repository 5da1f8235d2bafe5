import { english, t } from '#contract/language/language.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { Button } from '../ui/button.tsx';
import styles from './prompt.module.css';
import { PromptFrame } from './prompt-frame.tsx';

interface WeakAlgorithmsPromptProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'weak-algorithms' }>;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** Warns of what stands below the line, before the login. Enter does not accept it: Cancel has the focus. */
export function WeakAlgorithmsPrompt({ prompt, onAnswer }: WeakAlgorithmsPromptProps) {
  const { host, port, algorithms } = prompt;
  const cancel = () => onAnswer({ kind: 'cancel' });
  return (
    <PromptFrame
      title={t('Only weak algorithms in common')}
      onSubmit={cancel}
      onCancel={cancel}
      buttons={
        <>
          <Button onPress={() => onAnswer({ kind: 'accept-once' })}>{t('Accept for this connection')}</Button>
          <Button variant="primary" autoFocus onPress={cancel}>
            {t('Cancel')}
          </Button>
        </>
      }
    >
      <p>
        {t('{host}, port {port}, offers nothing that your settings have above the line. Nothing secret was sent yet.', {
          host,
          port,
        })}
      </p>
      <dl className={styles.weak}>
        {algorithms.map(({ role, name, why }) => (
          <div key={`${role} ${name}`}>
            <dt>
              {t(label[role])}: <b>{name}</b>
            </dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>
        {t('The line "warn below here" is in Connection / SSH, in the panels Kex, Host keys and Cipher.')}
      </p>
    </PromptFrame>
  );
}

const label = english({ 'key exchange': 'Key exchange', 'host key': 'Host key', cipher: 'Cipher', MAC: 'MAC' });
