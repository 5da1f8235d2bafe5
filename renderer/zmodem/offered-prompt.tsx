import type { ZmodemAnswer, ZmodemQuestion } from '#contract/files/zmodem.ts';
import { t } from '#contract/language/language.ts';
import styles from '../connect/prompt.module.css';
import { PromptFrame } from '../connect/prompt-frame.tsx';
import { Button } from '../ui/button.tsx';
import { offeredTitle, offeredWords } from './zmodem-words.ts';

interface OfferedPromptProps {
  readonly question: Extract<ZmodemQuestion, { readonly kind: 'offered' }>;
  readonly onAnswer: (answer: ZmodemAnswer) => void;
}

/** `sz` offers files. A key that was meant for the terminal takes none: Refuse has the focus. */
export function OfferedPrompt({ question, onAnswer }: OfferedPromptProps) {
  const refuse = () => onAnswer('refuse');
  return (
    <PromptFrame
      title={offeredTitle(question)}
      onSubmit={refuse}
      onCancel={refuse}
      buttons={
        <>
          <Button onPress={() => onAnswer('never')}>{t("Don't Ask Again")}</Button>
          <Button autoFocus onPress={refuse}>
            {t('Refuse')}
          </Button>
          <Button onPress={() => onAnswer('choose')}>{t('Choose Folder…')}</Button>
          <Button variant="primary" onPress={() => onAnswer('receive')}>
            {t('Receive')}
          </Button>
        </>
      }
    >
      <p>{t('A program at the server, as a rule sz, sends by Zmodem.')}</p>
      <dl className={styles.facts}>
        <dt>{question.files === 1 ? t('File') : t('Files')}</dt>
        <dd>{offeredWords(question)}</dd>
        <dt>{t('Into')}</dt>
        <dd>{question.folder}</dd>
      </dl>
      <p className={styles.hint}>{t('No file that is there is overwritten without asking.')}</p>
    </PromptFrame>
  );
}
