import { FieldError, Text } from 'react-aria-components';
import hidden from '../hidden.module.css';
import styles from './field-message.module.css';

interface FieldMessageProps {
  /** Why the value is refused; null while it is accepted. */
  readonly error: string | null;
  /** Shown in the same place while there is no error. */
  readonly note?: string | undefined;
  /** Read out, and not shown. */
  readonly help?: string | undefined;
}

/**
 * The line under a field. Its place is kept while it is empty, so that nothing moves when an error comes. Belongs
 * inside a field of react-aria-components, which ties it to the input.
 */
export function FieldMessage({ error, note, help }: FieldMessageProps) {
  return (
    <div className={styles.message} aria-live="polite">
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
      <Text slot="description">
        {error === null ? note : null}
        {help === undefined ? null : <span className={hidden.hidden}> {help}</span>}
      </Text>
    </div>
  );
}
