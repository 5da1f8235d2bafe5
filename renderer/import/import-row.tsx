import { memo } from 'react';
import type { ImportedRow } from '#contract/import.ts';
import { Button } from '../ui/button.tsx';
import styles from './import.module.css';
import { type Choice, choicesFor } from './import-plan.ts';
import { choiceWords, counted, shownName, standingWords } from './import-words.ts';

interface ImportRowProps {
  readonly row: ImportedRow;
  readonly index: number;
  /** How many rows there are, in sight or not. */
  readonly count: number;
  readonly choice: Choice;
  /** What stays out of it is shown. */
  readonly isOpen: boolean;
  readonly onChoose: (index: number, choice: Choice) => void;
  readonly onOpen: (row: ImportedRow | null) => void;
}

/** One session: what it is, and what becomes of it. */
export const ImportRow = memo(function ImportRow(props: ImportRowProps) {
  const { row, index, count, choice, isOpen, onChoose, onOpen } = props;
  const choices = choicesFor(row);
  const name = shownName(row);
  const standing = standingWords(row);

  return (
    <li className={styles.row} data-standing={row.standing.kind} aria-setsize={count} aria-posinset={index + 1}>
      <label className={styles.choice}>
        <input
          type="checkbox"
          className={styles.mark}
          checked={choice !== 'skip'}
          disabled={choices.length === 1}
          onChange={(event) => onChoose(index, event.target.checked ? (choices[1] ?? 'skip') : 'skip')}
        />
        <span className={styles.name} title={name}>
          {name}
        </span>
      </label>
      <span className={styles.target}>{row.target}</span>
      {choices.length > 2 ? (
        <select
          className={styles.select}
          aria-label={`What becomes of ${name}`}
          value={choice}
          onChange={(event) => onChoose(index, event.target.value as Choice)}
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {choiceWords(one, row)}
            </option>
          ))}
        </select>
      ) : (
        <span />
      )}
      <span className={styles.standing} title={standing}>
        {standing}
      </span>
      {row.unmapped.length === 0 ? null : (
        <span className={styles.more}>
          <Button
            variant="quiet"
            aria-expanded={isOpen}
            aria-label={`${counted(row.unmapped.length, 'setting')} of ${name} left out`}
            onPress={() => onOpen(isOpen ? null : row)}
          >
            {counted(row.unmapped.length, 'setting')} left out {isOpen ? '▾' : '▸'}
          </Button>
        </span>
      )}
    </li>
  );
});
