import type { ReactNode } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  Label,
} from 'react-aria-components';
import { FieldMessage } from './field-message.tsx';
import styles from './text-field.module.css';

type Passed =
  | 'autoFocus'
  | 'isDisabled'
  | 'onFocus'
  | 'onBlur'
  | 'onKeyDown'
  | 'inputMode'
  | 'autoComplete'
  | 'maxLength';

export interface TextFieldProps extends Pick<AriaTextFieldProps, Passed> {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly type?: 'text' | 'password';
  /** Why the value is refused, shown in the line under the field; null while it is accepted. */
  readonly error?: string | null;
  /** Shown in that line while there is no error. */
  readonly note?: string | undefined;
  /** Read out with the field, and not shown. */
  readonly help?: string;
  /**
   * Where the label stands. `split` puts the input on the right half of the line, `short` makes it a few digits wide;
   * `cells` leaves it to the grid around the field, in which label, input and message are a cell each.
   */
  readonly layout?: 'above' | 'split' | 'short' | 'cells';
  /** A button at the end of the input, such as Browse… */
  readonly action?: ReactNode;
  /** Names the field for the code that looks for it in the page. */
  readonly 'data-setting'?: string;
  readonly 'data-access-key'?: string;
}

/** One line of text, with a label and a line for errors. It shows what was typed, also when that is refused. */
export function TextField(props: TextFieldProps) {
  const { label, error = null, note, help, layout = 'above', action, ...passed } = props;
  return (
    <AriaTextField
      {...passed}
      isInvalid={error !== null}
      validationBehavior="aria"
      className={`${styles.field} ${styles[layout]}`}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.line}>
        <Input className={styles.input ?? ''} spellCheck={false} autoCapitalize="off" autoCorrect="off" />
        {action}
      </div>
      <FieldMessage error={error} note={note} help={help} />
    </AriaTextField>
  );
}
