import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import styles from './choice.module.css';
import { Help } from './help.tsx';

interface CheckboxProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Read out with the control, and not shown. */
  readonly help?: string;
  readonly 'data-setting'?: string;
}

/** On or off. */
export function Checkbox({ label, help, ...props }: CheckboxProps) {
  return (
    <CheckboxField {...props} className={styles.field ?? ''}>
      <CheckboxButton className={styles.button ?? ''}>
        <span className={`${styles.mark} ${styles.square}`}>
          <Check className={styles.tick} aria-hidden strokeWidth={3.5} />
        </span>
        {label}
      </CheckboxButton>
      <Help>{help}</Help>
    </CheckboxField>
  );
}
