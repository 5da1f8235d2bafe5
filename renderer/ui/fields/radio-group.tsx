import { useId } from 'react';
import hidden from '../hidden.module.css';
import styles from './choice.module.css';

/** Columns, of which a CJK character takes two; a longer label gets a line of its own, and so do those beside it. */
const shortLabel = 24;

/** Of the mark before a label with its gaps, and of a column of it: no label breaks into two lines. */
const markRem = 1.6;
const columnRem = 0.45;

const columnsOf = (text: string) => text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0);

interface RadioGroupProps {
  readonly label: string;
  /** The frame around the group has the same title: the label is for screen readers alone. */
  readonly hideLabel?: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Read out with the control, and not shown. */
  readonly help?: string;
  readonly 'data-setting'?: string;
}

/** One of a few, all in sight; side by side, as in PuTTY's panels, where their labels are short. */
export function RadioGroup({ label, hideLabel = false, options, value, onChange, help, ...props }: RadioGroupProps) {
  const id = useId();
  const longest = Math.max(...options.map((option) => columnsOf(option.label)));
  return (
    <div
      {...props}
      role="radiogroup"
      aria-labelledby={`${id}label`}
      aria-describedby={`${id}help`}
      className={styles.field}
    >
      <span id={`${id}label`} className={hideLabel ? hidden.hidden : undefined}>
        {label}
      </span>
      <div
        className={longest > shortLabel ? styles.stacked : styles.options}
        style={{ ['--option' as string]: `${markRem + longest * columnRem}rem` }}
      >
        {options.map((option) => (
          <label key={option.value} className={styles.label}>
            <input
              type="radio"
              className={styles.mark}
              name={id}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      <span id={`${id}help`} className={hidden.hidden}>
        {help}
      </span>
    </div>
  );
}
