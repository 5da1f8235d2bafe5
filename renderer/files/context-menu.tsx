import { useRef } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import type { MenuEntry } from '../ui/menu-button.tsx';
import styles from '../ui/select.module.css';
import own from './files-panel.module.css';

interface ContextMenuProps {
  readonly label: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** A menu at a place of the window. */
export function ContextMenu({ label, at, entries, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className={own.anchor} style={{ left: at.x, top: at.y }} />
      <Popover
        isOpen
        triggerRef={anchor}
        onOpenChange={(open) => open || onClose()}
        placement="bottom start"
        offset={0}
        className={`${styles.popover} ${styles.menu}`}
      >
        <Menu aria-label={label} autoFocus="first" onClose={onClose} className={styles.list ?? ''}>
          {entries.map(({ label: text, isDisabled = false, onAction }) => (
            <MenuItem key={text} id={text} isDisabled={isDisabled} onAction={onAction} className={styles.option ?? ''}>
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
