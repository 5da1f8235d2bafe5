import { X } from 'lucide-react';
import { useId, useRef } from 'react';
import { Input } from 'react-aria-components';
import { t } from '#contract/language/language.ts';
import { Button } from '../button.tsx';
import field from '../fields/text-field.module.css';
import styles from './pairs-editor.module.css';
import { RowsFoot } from './rows-foot.tsx';
import { useRowFocus } from './use-row-focus.ts';

interface Pair {
  readonly name: string;
  readonly value: string;
}

interface PairsEditorProps {
  readonly label: string;
  /** What a name is: "Variable". */
  readonly nameLabel: string;
  /** What a value is: "Value". */
  readonly valueLabel: string;
  /** What a name can be, offered while one is typed. */
  readonly suggestions?: readonly string[];
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: readonly Pair[]) => void;
  readonly error: string | null;
  readonly help?: string;
  readonly 'data-setting'?: string;
}

const blank: Pair = { name: '', value: '' };

/** Rows of a name and a value. One row is always there to type into; rows left empty do not count. */
export function PairsEditor({
  label,
  nameLabel,
  valueLabel,
  suggestions = [],
  pairs,
  onChange,
  error,
  help,
  ...props
}: PairsEditorProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const focusRow = useRowFocus(list, '[data-name]');
  const rows = pairs.length === 0 ? [blank] : pairs;

  const change = (index: number, part: Partial<Pair>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const remove = (index: number) => {
    focusRow(index);
    onChange(rows.filter((_, at) => at !== index));
  };
  const add = () => {
    focusRow(rows.length);
    onChange([...rows, blank]);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: the panel's group box is the fieldset; this only names the rows in it
    <div {...props} role="group" aria-label={label} aria-describedby={id} ref={list} className={styles.editor}>
      <div className={styles.heads} aria-hidden>
        <span>{nameLabel}</span>
        <span>{valueLabel}</span>
      </div>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
        <div key={index} className={styles.row}>
          <Input
            data-name
            list={suggestions.length === 0 ? undefined : `${id}names`}
            aria-label={`${nameLabel} ${index + 1}`}
            aria-invalid={error !== null}
            aria-describedby={id}
            spellCheck={false}
            className={field.input ?? ''}
            value={row.name}
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <Input
            aria-label={`${valueLabel} ${index + 1}`}
            aria-invalid={error !== null}
            aria-describedby={id}
            spellCheck={false}
            className={field.input ?? ''}
            value={row.value}
            onChange={(event) => change(index, { value: event.target.value })}
          />
          <Button
            variant="quiet"
            aria-label={t('Remove {name} {number}', { name: nameLabel, number: index + 1 })}
            onPress={() => remove(index)}
          >
            <X size={14} aria-hidden />
          </Button>
        </div>
      ))}
      <datalist id={`${id}names`}>
        {suggestions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <RowsFoot id={id} error={error} help={help} onAdd={add} />
    </div>
  );
}
