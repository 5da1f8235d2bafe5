import { RadioGroup as AriaRadioGroup, Label, RadioButton, RadioField } from 'react-aria-components';
import styles from './choice.module.css';
import hidden from './help.module.css';
import { Help } from './help.tsx';

interface RadioGroupProps {
  readonly label: string;
  /** The frame around the group has the same title: the label is for screen readers alone. */
  readonly hideLabel?: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  readonly 'data-setting'?: string;
}

/** One of a few, all in sight; side by side, as in PuTTY's panels. */
export function RadioGroup({ label, hideLabel = false, options, help, ...props }: RadioGroupProps) {
  return (
    <AriaRadioGroup {...props} orientation="horizontal" className={styles.group ?? ''}>
      <Label className={(hideLabel ? hidden.hidden : styles.label) ?? ''}>{label}</Label>
      <div className={styles.options}>
        {options.map((option) => (
          <RadioField key={option.value} value={option.value} className={styles.field ?? ''}>
            <RadioButton className={styles.button ?? ''}>
              <span className={`${styles.mark} ${styles.round}`} />
              {option.label}
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <Help>{help}</Help>
    </AriaRadioGroup>
  );
}
