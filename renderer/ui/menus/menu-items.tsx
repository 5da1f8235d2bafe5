import { Keyboard, MenuItem, Text } from 'react-aria-components';
import styles from '../fields/select.module.css';

export interface MenuEntry {
  readonly label: string;
  /** The key that does the same where the menu belongs, as it is printed on a keyboard. */
  readonly shortcut?: string;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

/** The entries of a menu, for the `Menu` of react-aria. */
export const menuItems = (entries: readonly MenuEntry[]) =>
  entries.map(({ label, shortcut, isDisabled = false, onAction }) => (
    <MenuItem
      key={label}
      id={label}
      textValue={label}
      isDisabled={isDisabled}
      onAction={onAction}
      className={`${styles.option} ${styles.entry}`}
    >
      <Text slot="label">{label}</Text>
      {shortcut === undefined ? null : <Keyboard className={styles.shortcut ?? ''}>{shortcut}</Keyboard>}
    </MenuItem>
  ));
