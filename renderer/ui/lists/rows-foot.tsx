import { Plus } from 'lucide-react';
import { t } from '#contract/language/language.ts';
import { Button } from '../button.tsx';
import message from '../fields/field-message.module.css';
import hidden from '../hidden.module.css';
import styles from './rows-foot.module.css';

interface RowsFootProps {
  /** Names the message, for `aria-describedby`. */
  readonly id: string;
  readonly error: string | null;
  readonly help: string | undefined;
  readonly isFull?: boolean;
  readonly onAdd: () => void;
}

/** What stands below rows to type into: what is wrong with them, and the button for one more. */
export function RowsFoot({ id, error, help, isFull = false, onAdd }: RowsFootProps) {
  return (
    <div className={styles.foot}>
      <div id={id} className={message.message} aria-live="polite">
        <span className={message.error}>{error}</span>
        <span className={hidden.hidden}> {help}</span>
      </div>
      <Button isDisabled={isFull} onPress={onAdd}>
        <Plus size={14} aria-hidden />
        {t('Add')}
      </Button>
    </div>
  );
}
