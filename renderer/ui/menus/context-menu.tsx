import { useRef } from 'react';
import { Menu, Popover } from 'react-aria-components';
import styles from '../fields/select.module.css';
import { type MenuEntry, menuItems } from './menu-items.tsx';

/** Where a menu was asked for, in CSS pixels of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface ContextMenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly place: MenuPlace;
  readonly onClose: () => void;
}

/** A menu where it was asked for. Mounted is open. */
export function ContextMenu({ label, entries, place, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} style={{ position: 'fixed', left: place.x, top: place.y }} />
      <Popover
        isOpen
        triggerRef={anchor}
        placement="bottom start"
        offset={0}
        onOpenChange={(isOpen) => isOpen || onClose()}
        className={`${styles.popover} ${styles.menu}`}
      >
        <Menu aria-label={label} autoFocus="first" onClose={onClose} className={styles.list ?? ''}>
          {menuItems(entries)}
        </Menu>
      </Popover>
    </>
  );
}
