import type { ReactNode } from 'react';
import { Modal as AriaModal, Dialog, Heading, ModalOverlay } from 'react-aria-components';
import styles from './modal.module.css';

export interface ModalProps {
  /** Names the dialog; shown at its top unless `plain`. */
  readonly title: string;
  /** Escape was pressed. */
  readonly onClose: () => void;
  /** `alertdialog` interrupts the user with something that needs an answer. */
  readonly role?: 'dialog' | 'alertdialog';
  /** `large` is for the configuration dialog; it takes the whole of a small window. */
  readonly size?: 'small' | 'large';
  /** No title and no padding: the content brings its own. */
  readonly plain?: boolean;
  readonly children: ReactNode;
}

/** A window within the window: it holds the focus and gives it back when it goes. Mounted is open. */
export function Modal({ title, onClose, role = 'dialog', size = 'small', plain = false, children }: ModalProps) {
  return (
    <ModalOverlay isOpen onOpenChange={(open) => open || onClose()} className={styles.backdrop ?? ''}>
      <AriaModal className={`${styles.modal} ${styles[size]}`}>
        <Dialog role={role} aria-label={title} className={`${styles.dialog} ${plain ? '' : styles.padded}`}>
          {plain ? null : (
            <Heading level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
          )}
          {children}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}

/** The row of buttons at the bottom of a dialog. */
export function ModalButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
