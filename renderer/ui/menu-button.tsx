import { ChevronDown } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './select.module.css';

export interface MenuEntry {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

/** A button that drops down a menu. */
export function MenuButton({ label, entries }: { readonly label: string; readonly entries: readonly MenuEntry[] }) {
  return (
    <MenuTrigger>
      <Button>
        {label}
        <ChevronDown className={styles.icon} aria-hidden />
      </Button>
      <Popover className={`${styles.popover} ${styles.menu}`} offset={2}>
        <Menu aria-label={label} className={styles.list ?? ''}>
          {entries.map(({ label: text, isDisabled = false, onAction }) => (
            <MenuItem key={text} id={text} isDisabled={isDisabled} onAction={onAction} className={styles.option ?? ''}>
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
