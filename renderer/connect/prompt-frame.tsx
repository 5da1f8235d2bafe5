import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from 'react';
import { t } from '#contract/language/language.ts';
import styles from './prompt.module.css';

interface PromptFrameProps {
  readonly title: string;
  /** Enter in a field, or the button of type submit. */
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
  readonly buttons: ReactNode;
}

/**
 * A window of the program over one tab: the other tabs stay within reach, and it goes with its own. It covers the
 * terminal, so that nothing that a server prints can look like it.
 */
export function PromptFrame({ title, onSubmit, onCancel, children, buttons }: PromptFrameProps) {
  const titleId = useId();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
  };
  return (
    <div className={styles.backdrop}>
      <div
        className={styles.window}
        role="dialog"
        aria-labelledby={titleId}
        onKeyDown={handleKeyDown}
        // What gets the focus by itself is not scrolled into view by that.
        onFocus={({ target }) => target.scrollIntoView({ block: 'nearest' })}
      >
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <form className={styles.form} onSubmit={handleSubmit} noValidate>
          {children}
          <div className={styles.buttons}>{buttons}</div>
        </form>
      </div>
    </div>
  );
}

/** Text of the server's, as it came, and marked as the server's. */
export function ServerText({ from, text }: { readonly from: string; readonly text: string }) {
  if (text.trim() === '') return null;
  return (
    <figure className={styles.server}>
      <figcaption>{t('{from} says:', { from })}</figcaption>
      {/* Focusable, so that the keyboard can scroll it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may be longer than its box */}
      <pre tabIndex={0}>{text.trimEnd()}</pre>
    </figure>
  );
}

/** The last answer was not good. */
export const Refused = ({ children }: { readonly children: string }) => (
  <p className={styles.warning} role="alert">
    {children}
  </p>
);
