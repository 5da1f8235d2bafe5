import type { ReactNode } from 'react';
import { Modal as AriaModal, Dialog, Heading, ModalOverlay } from 'react-aria-components';
import styles from './modal.module.css';

export interface ModalProps {
  /** Names the dialog, and is shown at its top. */
  readonly title: string;
  /** Escape was pressed. */
  readonly onClose: () => void;
  /** `alertdialog` interrupts the user with something that needs an answer. */
  readonly role?: 'dialog' | 'alertdialog';
  /** `large` is for the configuration dialog; it takes the whole of a small window. */
  readonly size?: 'small' | 'large';
  /** Nothing is behind it: the title is left to the window, and no shade is drawn. */
  readonly isAlone?: boolean;
  readonly children: ReactNode;
}

/** A window within the window: it holds the focus and gives it back when it goes. Mounted is open. */
export function Modal({ title, onClose, role = 'dialog', size = 'small', isAlone = false, children }: ModalProps) {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => open || onClose()}
      className={`${styles.backdrop} ${isAlone ? styles.alone : ''}`}
    >
      <AriaModal className={`${styles.modal} ${styles[size]}`}>
        <Dialog role={role} aria-label={title} className={styles.dialog ?? ''}>
          {isAlone ? null : (
            <Heading level={1} className={styles.title ?? ''}>
              {title}
            </Heading>
          )}
          {size === 'small' ? <div className={styles.body}>{children}</div> : children}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}

/** The row of buttons at the bottom of a dialog. */
export function ModalButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
