import { ChevronUp, Plus, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Input } from 'react-aria-components';
import { Button } from './button.tsx';
import message from './field-message.module.css';
import hidden from './hidden.module.css';
import styles from './list-editor.module.css';
import field from './text-field.module.css';

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
  const focusRow = useRef<number | null>(null);
  const rows = items.length === 0 ? [''] : items;

  useEffect(() => {
    if (focusRow.current === null) return;
    const inputs = list.current?.querySelectorAll<HTMLInputElement>('input') ?? [];
    inputs[Math.min(focusRow.current, inputs.length - 1)]?.focus();
    focusRow.current = null;
  });

  const changeTo = (next: readonly string[], row: number) => {
    focusRow.current = row;
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
            <Button variant="quiet" aria-label={`Move ${itemLabel} ${index + 1} up`} onPress={() => moveUp(index)}>
              <ChevronUp size={14} aria-hidden />
            </Button>
          )}
          <Button
            variant="quiet"
            aria-label={`Remove ${itemLabel} ${index + 1}`}
            onPress={() => changeTo(rows.toSpliced(index, 1), index)}
          >
            <X size={14} aria-hidden />
          </Button>
        </div>
      ))}
      <div className={styles.foot}>
        <div id={id} className={message.message} aria-live="polite">
          <span className={message.error}>{error}</span>
          <span className={hidden.hidden}> {help}</span>
        </div>
        <Button isDisabled={rows.length >= maxItems} onPress={() => changeTo([...rows, ''], rows.length)}>
          <Plus size={14} aria-hidden />
          Add
        </Button>
      </div>
    </div>
  );
}
