import type { ReactNode } from 'react';
import { t } from '#contract/language/language.ts';
import { Button } from '../button.tsx';
import { Modal, ModalButtons } from './modal.tsx';

interface ConfirmDialogProps {
  /** The question, such as "Delete this session?". */
  readonly title: string;
  /** What happens then. */
  readonly children: ReactNode;
  /** The verb on the button: Delete, Close, Paste. */
  readonly confirmLabel: string;
  /** What is confirmed destroys something: Enter cancels. */
  readonly isDangerous?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something is done. Escape cancels. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, isDangerous = false, onConfirm, onCancel } = props;
  return (
    <Modal title={title} role="alertdialog" onClose={onCancel}>
      <div>{children}</div>
      <ModalButtons>
        <Button variant={isDangerous ? 'danger' : 'primary'} autoFocus={!isDangerous} onPress={onConfirm}>
          {confirmLabel}
        </Button>
        <Button autoFocus={isDangerous} onPress={onCancel}>
          {t('Cancel')}
        </Button>
      </ModalButtons>
    </Modal>
  );
}
