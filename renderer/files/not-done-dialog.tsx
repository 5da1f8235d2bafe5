import type { NotDone } from '#contract/files/files.ts';
import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalButtons } from '../ui/dialogs/modal.tsx';
import styles from './transfer-list.module.css';

interface NotDoneDialogProps extends NotDone {
  /** Of the transfer. */
  readonly name: string;
  readonly onCopy: (text: string) => void;
  readonly onClose: () => void;
}

/** Each file of a transfer that was not done, with the reason. */
export function NotDoneDialog({ name, reasons, more, onCopy, onClose }: NotDoneDialogProps) {
  const count = reasons.length + more;
  const rest = more === 0 ? [] : [t('{count} more were not done.', { count: more })];
  return (
    <Modal title={t('{count} not done of {name}', { count, name })} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is longer than its box, and the keyboard scrolls it */}
      <ul className={styles.reasons} aria-label={t('Not done')} tabIndex={0}>
        {reasons.map((reason, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change, and some are the same
          <li key={index}>{reason}</li>
        ))}
      </ul>
      {rest.map((words) => (
        <p key={words} className={styles.more}>
          {words}
        </p>
      ))}
      <ModalButtons>
        <Button onPress={() => onCopy([...reasons, ...rest].join('\n'))}>{t('Copy')}</Button>
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('Close')}
        </Button>
      </ModalButtons>
    </Modal>
  );
}
