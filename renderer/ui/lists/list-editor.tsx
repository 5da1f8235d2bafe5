import { ChevronUp, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { Input } from 'react-aria-components';
import { t } from '#contract/language/language.ts';
import { Button } from '../button.tsx';
import field from '../fields/text-field.module.css';
import styles from './list-editor.module.css';
import { RowsFoot } from './rows-foot.tsx';
import { useRowFocus } from './use-row-focus.ts';

interface ListEditorProps {
  readonly label: string;
  /** What one line is: "Jump host". */
  readonly itemLabel: string;
  readonly items: readonly string[];
  readonly maxItems: number;
  readonly onChange: (items: readonly string[]) => void;
  readonly error: string | null;
  readonly help?: string;
  readonly 'data-setting'?: string;
}

/** Lines of text in an order. One is always there to type into; lines left empty do not count. */
export function ListEditor({ label, itemLabel, items, maxItems, onChange, error, help, ...props }: ListEditorProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const focusRow = useRowFocus(list, 'input');
  const rows = items.length === 0 ? [''] : items;

  const changeTo = (next: readonly string[], row: number) => {
    focusRow(row);
    onChange(next);
  };
  const moveUp = (index: number) => {
    const moved = rows.with(index - 1, rows[index] ?? '').with(index, rows[index - 1] ?? '');
    changeTo(moved, index - 1);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: the panel's group box is the fieldset; this only names the rows in it
    <div {...props} role="group" aria-label={label} aria-describedby={id} ref={list} className={styles.editor}>
      <span aria-hidden>{label}:</span>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
        <div key={index} className={styles.row}>
          <span aria-hidden>{index + 1}</span>
          <Input
            aria-label={`${itemLabel} ${index + 1}`}
            aria-invalid={error !== null}
            aria-describedby={id}
            spellCheck={false}
            className={field.input ?? ''}
            value={row}
            onChange={(event) => onChange(rows.with(index, event.target.value))}
          />
          {index === 0 ? (
            <span />
          ) : (
            <Button
              variant="quiet"
              aria-label={t('Move {name} {number} up', { name: itemLabel, number: index + 1 })}
              onPress={() => moveUp(index)}
            >
              <ChevronUp size={14} aria-hidden />
            </Button>
          )}
          <Button
            variant="quiet"
            aria-label={t('Remove {name} {number}', { name: itemLabel, number: index + 1 })}
            onPress={() => changeTo(rows.toSpliced(index, 1), index)}
          >
            <X size={14} aria-hidden />
          </Button>
        </div>
      ))}
      <RowsFoot
        id={id}
        error={error}
        help={help}
        isFull={rows.length >= maxItems}
        onAdd={() => changeTo([...rows, ''], rows.length)}
      />
    </div>
  );
}
