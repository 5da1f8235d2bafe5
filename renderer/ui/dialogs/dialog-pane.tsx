import type { ReactNode } from 'react';
import { type Failure, sentenceOf } from '#contract/failure.ts';
import styles from './dialog-pane.module.css';

interface DialogPaneProps {
  /** Fills the room above the foot; what is long in it scrolls by itself. */
  readonly children: ReactNode;
  /** What a button did, or why it could not; null says nothing. */
  readonly message: PaneMessage | null;
  /** From left to right. */
  readonly buttons: ReactNode;
}

export interface PaneMessage {
  readonly text: string;
  readonly isFailure: boolean;
}

export const failureMessage = (failure: Failure): PaneMessage => ({ text: sentenceOf(failure), isFailure: true });

/** The inside of a large dialog: its contents, and a foot with what was done and the buttons. */
export function DialogPane({ children, message, buttons }: DialogPaneProps) {
  return (
    <div className={styles.pane}>
      {children}
      <div className={styles.foot}>
        <div className={styles.messages}>
          <span role="status">{message?.isFailure ? null : message?.text}</span>
          <span role="alert" className={styles.failure}>
            {message?.isFailure ? message.text : null}
          </span>
        </div>
        <div className={styles.buttons}>{buttons}</div>
      </div>
    </div>
  );
}
