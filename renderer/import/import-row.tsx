import { memo } from 'react';
import { t } from '#contract/language/language.ts';
import type { ImportedRow } from '#contract/saved/import.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage } from '../ui/language.ts';
import styles from './import.module.css';
import { type Choice, choicesFor } from './import-plan.ts';
import { choiceWords, grouped, shownName, standingWords } from './import-words.ts';

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
  useLanguage();
  const { row, index, count, choice, isOpen, onChoose, onOpen } = props;
  const choices = choicesFor(row);
  const name = shownName(row);
  const standing = standingWords(row);
  const leftOut = row.unmapped.length;

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
          aria-label={t('What becomes of {name}', { name })}
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
      {leftOut === 0 ? null : (
        <span className={styles.more}>
          <Button
            variant="quiet"
            aria-expanded={isOpen}
            aria-label={t(leftOut === 1 ? '1 setting of {name} left out' : '{n} settings of {name} left out', {
              n: grouped(leftOut),
              name,
            })}
            onPress={() => onOpen(isOpen ? null : row)}
          >
            {t(leftOut === 1 ? '1 setting left out' : '{n} settings left out', { n: grouped(leftOut) })}{' '}
            {isOpen ? '▾' : '▸'}
          </Button>
        </span>
      )}
    </li>
  );
});
