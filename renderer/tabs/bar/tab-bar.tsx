import { Menu, Plus, Zap } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { t } from '#contract/language/language.ts';
import type { TabId } from '#contract/tabs/tab.ts';
import { Button } from '../../ui/button.tsx';
import { useOrderDrag } from '../../ui/lists/use-order-drag.ts';
import { scrollSideways } from '../../ui/scroll-sideways.ts';
import type { FilledTab } from '../../window/state.ts';
import { DropHint } from '../drop-hint.tsx';
import { type PaneTarget, paneTargetAt, type Rectangle } from './pane-target.ts';
import styles from './tab-bar.module.css';
import { tabElementId } from './tab-ids.ts';
import { TabSlot } from './tab-slot.tsx';

export interface TabBarProps {
  /** From left to right. */
  readonly tabs: readonly FilledTab[];
  readonly activeId: TabId;
  readonly renamingId: TabId | null;
  readonly onSelect: (id: TabId) => void;
  readonly onClose: (id: TabId) => void;
  readonly onMove: (id: TabId, to: number) => void;
  /** A tab was dropped on a pane of the tab in front. */
  readonly onJoin: (id: TabId, target: PaneTarget) => void;
  /** A tab was dragged out of the row. */
  readonly onDropOut: (id: TabId, at: { readonly x: number; readonly y: number }) => void;
  readonly onRenameBegin: (id: TabId) => void;
  /** Null: the name stays. */
  readonly onRenameEnd: (id: TabId, name: string | null) => void;
  /** The menu of a tab. */
  readonly onTabMenu: (id: TabId) => void;
  readonly onNew: () => void;
  readonly onQuickConnect: () => void;
  readonly onMenu: () => void;
}

/** The row of tabs. Arrow keys move the focus along it, Enter or Space shows a tab, Delete closes it, F2 renames it. */
export function TabBar(props: TabBarProps) {
  const { tabs, activeId, renamingId, onNew, onQuickConnect, onMenu } = props;
  const row = useRef<HTMLDivElement>(null);
  /** What the tab that is dragged would take of a pane. */
  const [hint, setHint] = useState<Rectangle | null>(null);
  /** The tab in front has no room for itself. */
  const targetOf = (id: TabId, at: PointerEvent) => (id === activeId ? null : paneTargetAt(at));
  const startDrag = useOrderDrag({
    list: row,
    role: 'tab',
    isRow: true,
    onMove: props.onMove,
    elsewhere: {
      over: (id, at) => {
        const target = targetOf(id, at);
        setHint(target?.half ?? null);
        return target !== null;
      },
      drop: (id, at) => {
        const target = targetOf(id, at);
        if (target !== null) props.onJoin(id, target);
        return target !== null;
      },
      leave: () => setHint(null),
    },
    onDropOut: props.onDropOut,
  });

  useEffect(() => {
    if (row.current === null) return;
    // Calls at once, and again whenever the window leaves the row another width.
    const observer = new ResizeObserver(() => {
      // With its close button, which stands beside it.
      const slot = document.getElementById(tabElementId(activeId))?.parentElement;
      slot?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    observer.observe(row.current);
    return () => observer.disconnect();
  }, [activeId]);

  const moveFocus = (event: KeyboardEvent, index: number) => {
    const id = tabs.at(index % tabs.length)?.tab.id;
    if (id === undefined) return;
    event.preventDefault();
    document.getElementById(tabElementId(id))?.focus();
  };
  const handleKeyDown = (event: KeyboardEvent, id: TabId, index: number) => {
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
      case 'ContextMenu':
        return props.onTabMenu(id);
    }
  };

  // A tab may hold no button of its own, so the list owns the tabs, while they stand beside their close buttons.
  const owned = tabs.filter(({ tab }) => tab.id !== renamingId).map(({ tab }) => tabElementId(tab.id));
  return (
    <header className={styles.bar} data-tab-bar>
      {owned.length > 0 && <div role="tablist" aria-label={t('Sessions')} aria-owns={owned.join(' ')} />}
      <div className={styles.row} ref={row} onWheel={scrollSideways}>
        {tabs.map((filled, index) => {
          const { id } = filled.tab;
          return (
            <TabSlot
              key={id}
              filled={filled}
              isActive={id === activeId}
              isRenaming={id === renamingId}
              onSelect={() => props.onSelect(id)}
              onClose={() => props.onClose(id)}
              onRenameBegin={() => props.onRenameBegin(id)}
              onRenameEnd={(name) => props.onRenameEnd(id, name)}
              onMenu={() => props.onTabMenu(id)}
              onKeyDown={(event) => handleKeyDown(event, id, index)}
              onDragStart={(event) => startDrag(event, id, index)}
            />
          );
        })}
        <div className={styles.openers}>
          <Button variant="quiet" aria-label={t('New session')} preventFocusOnPress onPress={onNew}>
            <Plus aria-hidden="true" size={16} />
          </Button>
          <Button variant="quiet" aria-label={t('Quick connect')} preventFocusOnPress onPress={onQuickConnect}>
            <Zap aria-hidden="true" size={15} />
          </Button>
        </div>
      </div>
      {/* The keyboard stays with the terminal, and goes back to it from whatever the menu opens. */}
      <Button variant="quiet" aria-label={t('Menu')} preventFocusOnPress onPress={onMenu}>
        <Menu aria-hidden="true" size={16} />
      </Button>
      <DropHint place={hint} />
    </header>
  );
}
