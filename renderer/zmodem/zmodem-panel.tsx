import type { ZmodemAnswer, ZmodemProgress, ZmodemStatus } from '#contract/files/zmodem.ts';
import { t } from '#contract/language/language.ts';
import { ConflictDialog } from '../files/conflict-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { OfferedPrompt } from './offered-prompt.tsx';
import { WantedPrompt } from './wanted-prompt.tsx';
import styles from './zmodem-panel.module.css';
import { fractionDone, progressTitle, progressWords } from './zmodem-words.ts';

interface ZmodemPanelProps {
  readonly status: ZmodemStatus;
  readonly onAnswer: (questionId: string, answer: ZmodemAnswer) => void;
  readonly onCancel: () => void;
}

/** Over a terminal: what is asked and told of the files that go by its own channel. */
export function ZmodemPanel({ status, onAnswer, onCancel }: ZmodemPanelProps) {
  switch (status.kind) {
    case 'offered':
      return <OfferedPrompt question={status} onAnswer={(answer) => onAnswer(status.questionId, answer)} />;
    case 'wanted':
      return <WantedPrompt host={status.host} onAnswer={(answer) => onAnswer(status.questionId, answer)} />;
    case 'exists':
      return (
        <ConflictDialog
          question={status}
          onAnswer={(choice, forAll) => onAnswer(status.questionId, forAll ? `${choice}-all` : choice)}
        />
      );
    case 'receiving':
    case 'sending':
      return <Progress progress={status} onCancel={onCancel} />;
  }
}

/** It lies on the terminal, whose size stays: a program that transfers need not hear of another one. */
function Progress({ progress, onCancel }: { readonly progress: ZmodemProgress; readonly onCancel: () => void }) {
  const title = progressTitle(progress);
  const fraction = fractionDone(progress);
  return (
    <section className={styles.bar} aria-label={t('File transfer')}>
      <div className={styles.facts}>
        <span role="status" className={styles.name}>
          {title}
        </span>
        <progress className={styles.progress} aria-label={title} {...(fraction === null ? {} : { value: fraction })} />
        <span className={styles.words}>{progressWords(progress)}</span>
      </div>
      <span className={styles.hint}>{t('Keys are held back; Ctrl+C cancels')}</span>
      <Button onPress={onCancel} isDisabled={progress.isStopping}>
        {t('Cancel')}
      </Button>
    </section>
  );
}
