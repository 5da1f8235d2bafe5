import { GripVertical } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import {
  Tree as AriaTree,
  Button,
  Collection,
  ListLayout,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import { t } from '#contract/language/language.ts';
import { useLanguage } from '../../ui/language.ts';
import treeStyles from '../../ui/lists/tree.module.css';
import type { MenuPlace } from '../../ui/menus/context-menu.tsx';
import { remToPixels } from '../../ui/rem.ts';
import { whenChosen } from '../../ui/selection.ts';
import { NodeLabel } from './node-label.tsx';
import { kindOf, type SessionNode } from './session-nodes.ts';
import styles from './session-tree.module.css';
import { useTreeDrag } from './use-tree-drag.ts';

interface SessionTreeProps {
  readonly nodes: readonly SessionNode[];
  readonly expanded: ReadonlySet<string>;
  readonly onExpand: (ids: ReadonlySet<string>) => void;
  /** The id of the chosen row, or null. */
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** A row was double-clicked, or Enter was pressed on it. */
  readonly onAction: (id: string) => void;
  /** A session or folder was dropped on a folder, or outside of all: that is the empty path. Null: none can be moved. */
  readonly onMove: ((id: string, folder: string) => void) | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** A row's menu was asked for, by mouse or keyboard; the row is chosen by then. Null: there is none. */
  readonly onMenu: ((place: MenuPlace) => void) | null;
  /** When a session was last used, in words; empty if that is not known. The same function until that changes. */
  readonly lastUsed: (name: string) => string;
}

/** Height of each row; the style sheet says the same. */
const rowRem = 1.25;

/** The saved sessions in their folders, and the hosts of ~/.ssh/config. */
export function SessionTree(props: SessionTreeProps) {
  const { nodes, expanded, onExpand, selected, onSelect, onAction, onMove, onKeyDown, onMenu, lastUsed } = props;
  // Coming in by Tab would choose the first row; whoever only passes through means none.
  const isEntering = useRef(false);
  const choose = (id: string) => isEntering.current || onSelect(id);
  const dragAndDropHooks = useTreeDrag(onMove);
  const openMenu = (event: MouseEvent) => {
    const id = (event.target as Element).closest('[data-key]')?.getAttribute('data-key');
    if (onMenu === null || id === null || id === undefined) return;
    event.preventDefault();
    onSelect(id);
    onMenu({ x: event.clientX, y: event.clientY });
  };
  const act = (id: string) => {
    if (kindOf(id) !== 'folder' && kindOf(id) !== 'config') return onAction(id);
    const next = new Set(expanded);
    if (!next.delete(id)) next.add(id);
    onExpand(next);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches what goes to the tree in it
    <div
      className={styles.around}
      onFocusCapture={({ currentTarget, relatedTarget }: FocusEvent) => {
        isEntering.current = !currentTarget.contains(relatedTarget);
      }}
      onFocus={() => {
        isEntering.current = false;
      }}
      onKeyDown={onKeyDown}
      onContextMenu={openMenu}
    >
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: remToPixels(rowRem) }}>
        <AriaTree
          aria-label={t('Saved Sessions')}
          items={nodes}
          dependencies={[lastUsed, onMove === null]}
          expandedKeys={expanded}
          onExpandedChange={(keys) => onExpand(new Set([...keys].map(String)))}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          escapeKeyBehavior="none"
          selectedKeys={selected === null ? [] : [selected]}
          onSelectionChange={whenChosen(choose)}
          onAction={(key) => act(String(key))}
          {...(onMove === null ? {} : { dragAndDropHooks })}
          renderEmptyState={() => <span className={styles.nothing}>{t('Nothing matches the filter.')}</span>}
          className={`${treeStyles.tree} ${styles.tree}`}
          data-has-branches={nodes.some(({ children }) => children.length > 0) || undefined}
        >
          {(node) => rowOf(node, lastUsed, onMove !== null)}
        </AriaTree>
      </Virtualizer>
    </div>
  );
}

function rowOf(node: SessionNode, lastUsed: SessionTreeProps['lastUsed'], canMove: boolean) {
  const used = node.kind === 'session' ? lastUsed(node.label) : '';
  return (
    <TreeItem id={node.id} textValue={node.label} className={treeStyles.item ?? ''}>
      <TreeItemContent>
        <div className={`${treeStyles.row} ${styles.row}`}>
          <NodeLabel node={node} />
          {used === '' ? null : <span className={styles.used}>{used}</span>}
          {canMove ? <Grip node={node} /> : null}
        </div>
      </TreeItemContent>
      <Collection items={node.children} dependencies={[lastUsed, canMove]}>
        {(child) => rowOf(child, lastUsed, canMove)}
      </Collection>
    </TreeItem>
  );
}

/** React Aria wants one in every row of a tree that can be dragged in: where a row can't be moved it is not there to see. */
function Grip({ node: { kind, label } }: { readonly node: SessionNode }) {
  useLanguage();
  const isMovable = kind === 'session' || kind === 'folder';
  return (
    <Button
      slot="drag"
      aria-label={t('Drag {name}', { name: label })}
      isDisabled={!isMovable}
      className={(isMovable ? styles.grip : styles.noGrip) ?? ''}
    >
      <GripVertical aria-hidden />
    </Button>
  );
}
