import { useState } from 'react';
import { t } from '#contract/language/language.ts';
import type { ImportedRow } from '#contract/saved/import.ts';
import styles from './import.module.css';
import type { Choice } from './import-plan.ts';
import { ImportRow } from './import-row.tsx';
import { shownName } from './import-words.ts';
import { useVisibleRows } from './use-visible-rows.ts';

interface ImportRowsProps {
  readonly rows: readonly ImportedRow[];
  readonly choices: readonly Choice[];
  readonly onChoose: (index: number, choice: Choice) => void;
}

/** The sessions, and under them what stays out of one. */
export function ImportRows({ rows, choices, onChoose }: ImportRowsProps) {
  const { list, first, last, padding, onScroll } = useVisibleRows(rows.length);
  const [opened, setOpened] = useState<ImportedRow | null>(null);
  return (
    <>
      <div className={styles.rows} ref={list} onScroll={onScroll}>
        <ul aria-label={t('Sessions to import')} style={padding}>
          {rows.slice(first, last).map((row, at) => (
            <ImportRow
              key={row.name}
              row={row}
              index={first + at}
              count={rows.length}
              choice={choices[first + at] ?? 'skip'}
              isOpen={opened === row}
              onChoose={onChoose}
              onOpen={setOpened}
            />
          ))}
        </ul>
      </div>
      {opened === null ? null : (
        <section
          className={styles.unmapped}
          aria-label={t('Left out of {name}', { name: shownName(opened) })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it may be longer than its box, and the keyboard scrolls it
          tabIndex={0}
        >
          <strong>{t('Left out of {name}:', { name: shownName(opened) })}</strong>
          <ul>
            {opened.unmapped.map(({ key, value, reason }) => (
              <li key={`${key} ${value}`}>
                <code>
                  {key}={value}
                </code>{' '}
                {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
