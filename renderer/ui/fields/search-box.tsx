import type { KeyboardEvent } from 'react';
import { Input } from 'react-aria-components';
import styles from './text-field.module.css';

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A box to search with. Escape empties it first. */
export function SearchBox({ label, value, onChange, onKeyDown }: SearchBoxProps) {
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && value !== '') {
      event.stopPropagation();
      onChange('');
    } else {
      onKeyDown(event);
    }
  };
  return (
    <Input
      type="text"
      role="searchbox"
      aria-label={label}
      placeholder={label}
      spellCheck={false}
      className={`${styles.input} ${styles.search}`}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={keyDown}
    />
  );
}
