import { useId } from 'react';
import hidden from '../hidden.module.css';
import styles from './choice.module.css';

interface CheckboxProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Read out with the control, and not shown. */
  readonly help?: string;
  readonly 'data-setting'?: string;
}

/** On or off. */
export function Checkbox({ label, isSelected, onChange, help, ...props }: CheckboxProps) {
  const helpId = useId();
  return (
    <div {...props} className={styles.field}>
      <label className={styles.label}>
        <input
          type="checkbox"
          className={styles.mark}
          aria-describedby={helpId}
          checked={isSelected}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      <span id={helpId} className={hidden.hidden}>
        {help}
      </span>
    </div>
  );
}
