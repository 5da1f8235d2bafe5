import { t } from '#contract/language/language.ts';
import type { ImportOutcome } from '#contract/saved/import.ts';
import { Button } from '../ui/button.tsx';
import { DialogPane } from '../ui/dialogs/dialog-pane.tsx';
import styles from './import.module.css';
import { outcomeWords } from './import-words.ts';

interface ImportDoneProps {
  readonly outcome: ImportOutcome;
  readonly onClose: () => void;
}

/** What was done, and where the state before is kept. */
export function ImportDone({ outcome, onClose }: ImportDoneProps) {
  return (
    <DialogPane
      message={null}
      buttons={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('Close')}
        </Button>
      }
    >
      <div className={styles.sources} role="status">
        {outcomeWords(outcome).map((sentence) => (
          <p key={sentence} className={styles.sentence}>
            {sentence}
          </p>
        ))}
      </div>
    </DialogPane>
  );
}
