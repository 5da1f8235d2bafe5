import { Menu, Plus, Zap } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { SessionId } from '#contract/session.ts';
import { Button } from '../ui/button.tsx';
import { useOrderDrag } from '../ui/use-order-drag.ts';
import type { Tab } from './state.ts';
import styles from './tab-bar.module.css';
import { tabElementId } from './tab-ids.ts';
import { TabSlot } from './tab-slot.tsx';

export interface TabBarProps {
  /** From left to right. */
  readonly tabs: readonly Tab[];
  readonly activeId: SessionId;
  readonly renamingId: SessionId | null;
  readonly onSelect: (id: SessionId) => void;
  readonly onClose: (id: SessionId) => void;
  readonly onMove: (id: SessionId, to: number) => void;
  readonly onRenameBegin: (id: SessionId) => void;
  /** Null: the name stays. */
  readonly onRenameEnd: (id: SessionId, name: string | null) => void;
  readonly onNew: () => void;
  readonly onQuickConnect: () => void;
  readonly onMenu: () => void;
}

/** The row of tabs. Arrow keys move the focus along it, Enter or Space shows a tab, Delete closes it, F2 renames it. */
export function TabBar(props: TabBarProps) {
  const { tabs, activeId, renamingId, onNew, onQuickConnect, onMenu } = props;
  const row = useRef<HTMLDivElement>(null);
  const startDrag = useOrderDrag({ list: row, role: 'tab', isRow: true, onMove: props.onMove });

  useEffect(() => {
    document.getElementById(tabElementId(activeId))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeId]);

  const moveFocus = (event: KeyboardEvent, index: number) => {
    const id = tabs.at(index % tabs.length)?.session.id;
    if (id === undefined) return;
    event.preventDefault();
    document.getElementById(tabElementId(id))?.focus();
  };
  const handleKeyDown = (event: KeyboardEvent, tab: Tab, index: number) => {
    const { id } = tab.session;
    switch (event.key) {
      case 'ArrowRight':
        return moveFocus(event, index + 1);
      case 'ArrowLeft':
        return moveFocus(event, index - 1);
      case 'Home':
        return moveFocus(event, 0);
      case 'End':
        return moveFocus(event, -1);
      case 'Enter':
      case ' ':
        event.preventDefault();
        return props.onSelect(id);
      case 'Delete':
        return props.onClose(id);
      case 'F2':
        return props.onRenameBegin(id);
    }
  };

  // A tab may hold no button of its own, so the list owns the tabs, while they stand beside their close buttons.
  const owned = tabs.filter(({ session }) => session.id !== renamingId).map(({ session }) => tabElementId(session.id));
  return (
    <header className={styles.bar}>
      {owned.length > 0 && <div role="tablist" aria-label="Sessions" aria-owns={owned.join(' ')} />}
      <div className={styles.row} ref={row}>
        {tabs.map((tab, index) => (
          <TabSlot
            key={tab.session.id}
            tab={tab}
            isActive={tab.session.id === activeId}
            isRenaming={tab.session.id === renamingId}
            onSelect={() => props.onSelect(tab.session.id)}
            onClose={() => props.onClose(tab.session.id)}
            onRenameBegin={() => props.onRenameBegin(tab.session.id)}
            onRenameEnd={(name) => props.onRenameEnd(tab.session.id, name)}
            onKeyDown={(event) => handleKeyDown(event, tab, index)}
            onDragStart={(event) => startDrag(event, tab.session.id, index)}
          />
        ))}
        <Button variant="quiet" aria-label="New session" preventFocusOnPress onPress={onNew}>
          <Plus aria-hidden="true" size={16} />
        </Button>
        <Button variant="quiet" aria-label="Quick connect" preventFocusOnPress onPress={onQuickConnect}>
          <Zap aria-hidden="true" size={15} />
        </Button>
      </div>
      {/* The keyboard stays with the terminal, and goes back to it from whatever the menu opens. */}
      <Button variant="quiet" aria-label="Menu" preventFocusOnPress onPress={onMenu}>
        <Menu aria-hidden="true" size={16} />
      </Button>
    </header>
  );
}
