import { ChevronDown } from 'lucide-react';
import { Menu, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../button.tsx';
import styles from '../fields/select.module.css';
import { type MenuEntry, menuItems } from './menu-items.tsx';

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
          {menuItems(entries)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
