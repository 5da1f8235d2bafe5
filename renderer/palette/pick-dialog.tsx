import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Modal } from '../ui/dialogs/modal.tsx';
import fieldStyles from '../ui/fields/text-field.module.css';
import styles from './pick-dialog.module.css';

/** One of the things to pick from. */
export interface Pick {
  readonly id: string;
  readonly label: string;
  /** What it is, or the key that does the same. */
  readonly hint: string;
}

interface PickDialogProps<P extends Pick> {
  readonly title: string;
  readonly placeholder: string;
  /** What fits what was typed, the best first. */
  readonly find: (typed: string) => readonly P[];
  readonly onPick: (pick: P) => void;
  readonly onClose: () => void;
  /** What is told where nothing fits. */
  readonly nothing: string;
  readonly footer?: ReactNode;
}

/** Rows at most: who does not see it types on. */
const maxShown = 100;

/** Picks one of many by typing; arrow keys choose, Enter picks, Escape closes. */
export function PickDialog<P extends Pick>(props: PickDialogProps<P>) {
  const { title, placeholder, find, onPick, onClose, nothing, footer } = props;
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const found = find(typed).slice(0, maxShown);
  const chosen = found[Math.min(index, found.length - 1)];
  const rowId = (at: number) => `${listId}-${at}`;

  const choose = (next: number) => {
    const at = (next + found.length) % Math.max(found.length, 1);
    setIndex(at);
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') choose(index + 1);
    else if (event.key === 'ArrowUp') choose(index - 1);
    else if (event.key === 'Enter' && chosen !== undefined) onPick(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <Modal title={title} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={title}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : rowId(found.indexOf(chosen))}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: it is what the dialog was opened for
        autoFocus
        className={`${fieldStyles.input} ${fieldStyles.search}`}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setIndex(0);
        }}
        onKeyDown={keyDown}
      />
      <div id={listId} ref={list} role="listbox" aria-label={title} className={styles.list}>
        {found.map((pick, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the field, which names the chosen row
          <div
            key={pick.id}
            id={rowId(at)}
            role="option"
            aria-selected={pick === chosen}
            tabIndex={-1}
            className={styles.row}
            onClick={() => onPick(pick)}
          >
            <span className={styles.label}>{pick.label}</span>
            <span className={styles.hint}>{pick.hint}</span>
          </div>
        ))}
      </div>
      <div role="status" className={styles.nothing}>
        {found.length === 0 && typed.trim() !== '' ? nothing : ''}
      </div>
      {footer}
    </Modal>
  );
}
