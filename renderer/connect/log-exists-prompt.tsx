import { t } from '#contract/language/language.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { Button } from '../ui/button.tsx';
import styles from './prompt.module.css';
import { PromptFrame } from './prompt-frame.tsx';

interface LogExistsPromptProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'log-exists' }>;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** PuTTY's question about a log file that is there. Enter loses nothing: "Append" has the focus. */
export function LogExistsPrompt({ prompt, onAnswer }: LogExistsPromptProps) {
  const append = () => onAnswer({ kind: 'append' });
  const cancel = () => onAnswer({ kind: 'cancel' });
  return (
    <PromptFrame
      title={t('The log file exists already')}
      onSubmit={append}
      onCancel={cancel}
      buttons={
        <>
          <Button onPress={() => onAnswer({ kind: 'overwrite' })}>{t('Overwrite')}</Button>
          <Button onPress={cancel}>{t("Don't log")}</Button>
          <Button variant="primary" autoFocus onPress={append}>
            {t('Append')}
          </Button>
        </>
      }
    >
      <p>{t('The log of this session can be added to the end of the file, or take the place of what it holds.')}</p>
      <dl className={styles.facts}>
        <dt>{t('File')}</dt>
        <dd>{prompt.file}</dd>
      </dl>
      <p className={styles.hint}>{t('The session goes on meanwhile.')}</p>
    </PromptFrame>
  );
}
