import { X } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { Input } from 'react-aria-components';
import { english, t } from '#contract/language/language.ts';
import type { RuleColour } from '#contract/settings/text-rule.ts';
import { readPattern } from '../../terminal/rules/text-pattern.ts';
import { Button } from '../../ui/button.tsx';
import field from '../../ui/fields/text-field.module.css';
import { RowsFoot } from '../../ui/lists/rows-foot.tsx';
import { useRowFocus } from '../../ui/lists/use-row-focus.ts';
import styles from './pattern-rows.module.css';

/** A pattern, and the colour of what it matches. */
interface PatternRow<Colour extends RuleColour> {
  readonly pattern: string;
  readonly colour: Colour;
}

interface PatternRowsProps<Colour extends RuleColour, Row extends PatternRow<Colour>> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly maxItems: number;
  /** What a colour can be. */
  readonly colours: readonly Colour[];
  /** A row that nothing was typed into. */
  readonly blank: Row;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly error: string | null;
  readonly help?: string;
  /** The rows can be read, and not changed. */
  readonly isReadOnly?: boolean;
  /** Further columns, two of them. */
  readonly more?: {
    readonly heads: readonly string[];
    readonly cells: (row: Row, index: number, change: (part: Partial<Row>) => void) => ReactNode;
  };
  readonly 'data-setting'?: string;
}

/** Rows of a pattern and its colour. One is always there to type into; rows left empty do not count. */
export function PatternRows<Colour extends RuleColour, Row extends PatternRow<Colour>>(
  props: PatternRowsProps<Colour, Row>,
) {
  const { label, maxItems, colours, blank, onChange, error, help, isReadOnly = false, more, ...passed } = props;
  const { rows: given, ...attributes } = passed;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const focusRow = useRowFocus(list, '[data-pattern]');
  const rows = given.length === 0 ? [blank] : given;
  const unread = rows.find(({ pattern }) => pattern !== '' && readPattern(pattern) === null);
  const columns = `${styles.row} ${more === undefined ? '' : styles.withMore}`;

  const change = (index: number, part: Partial<Row>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const changeTo = (next: readonly Row[], row: number) => {
    focusRow(row);
    onChange(next);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: the panel's group box is the fieldset; this only names the rows in it
    <div {...attributes} role="group" aria-label={label} aria-describedby={id} ref={list} className={styles.editor}>
      <div className={columns} aria-hidden>
        <span>{t('Pattern')}</span>
        <span>{t('Colour')}</span>
        {more?.heads.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
        <div key={index} className={columns}>
          <Input
            data-pattern
            aria-label={t('Pattern {n}', { n: index + 1 })}
            aria-invalid={error !== null || row === unread}
            aria-describedby={id}
            spellCheck={false}
            readOnly={isReadOnly}
            className={field.input ?? ''}
            value={row.pattern}
            onChange={(event) => change(index, { pattern: event.target.value } as Partial<Row>)}
          />
          <select
            aria-label={t('Colour {n}', { n: index + 1 })}
            className={styles.select}
            disabled={isReadOnly}
            value={row.colour}
            onChange={(event) => change(index, { colour: event.target.value as Colour } as Partial<Row>)}
          >
            {colours.map((colour) => (
              <option key={colour} value={colour}>
                {t(colourNames[colour])}
              </option>
            ))}
          </select>
          {more?.cells(row, index, (part) => change(index, part))}
          {isReadOnly ? null : (
            <Button
              variant="quiet"
              aria-label={t('Remove Pattern {n}', { n: index + 1 })}
              onPress={() => changeTo(rows.toSpliced(index, 1), index)}
            >
              <X size={14} aria-hidden />
            </Button>
          )}
        </div>
      ))}
      {isReadOnly ? null : (
        <RowsFoot
          id={id}
          error={
            error ??
            (unread === undefined
              ? null
              : t('This pattern cannot be read, and does nothing: {pattern}', { pattern: unread.pattern }))
          }
          help={help}
          isFull={rows.length >= maxItems}
          onAdd={() => changeTo([...rows, blank], rows.length)}
        />
      )}
    </div>
  );
}

const colourNames: Readonly<Record<RuleColour, string>> = english({
  none: 'none',
  red: 'red',
  orange: 'orange',
  yellow: 'yellow',
  green: 'green',
  blue: 'blue',
  purple: 'purple',
  grey: 'grey',
});
