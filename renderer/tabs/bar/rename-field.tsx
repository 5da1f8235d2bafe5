import { type KeyboardEvent, useRef, useState } from 'react';
import { t } from '#contract/language/language.ts';
import styles from './tab-bar.module.css';

/** Characters at most in the name of a tab; more could not be read in one. */
const maxNameLength = 128;

interface RenameFieldProps {
  readonly name: string;
  /** The new name, empty to give the tab its own back, or null to leave it. */
  readonly onEnd: (name: string | null) => void;
}

/** Renames a tab in its place. Enter or leaving the field takes the name, Escape keeps the old one. */
export function RenameField({ name, onEnd }: RenameFieldProps) {
  const [text, setText] = useState(name);
  // A field that goes loses the focus too, and would end a second time.
  const ended = useRef(false);
  const end = (taken: string | null) => {
    if (ended.current) return;
    ended.current = true;
    onEnd(taken === null || taken.trim() === name ? null : taken.trim());
  };

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') end(text);
    if (event.key === 'Escape') end(null);
  };
  return (
    <input
      className={styles.rename}
      aria-label={t('Tab name')}
      value={text}
      maxLength={maxNameLength}
      spellCheck={false}
      ref={selectAll}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={handleKeyDown}
      onBlur={() => end(text)}
    />
  );
}

function selectAll(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
