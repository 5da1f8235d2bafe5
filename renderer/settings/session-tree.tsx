import { ChevronRight, Folder, GripVertical } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useRef } from 'react';
import { Tree as AriaTree, Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components';
import { Badge, badgeWords } from '../ui/badge.tsx';
import { whenChosen } from '../ui/selection.ts';
import treeStyles from '../ui/tree.module.css';
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
  /** When a session was last used, in words; empty if that is not known. */
  readonly lastUsed: (name: string) => string;
}

/** The saved sessions in their folders, and the hosts of ~/.ssh/config. */
export function SessionTree(props: SessionTreeProps) {
  const { nodes, expanded, onExpand, selected, onSelect, onAction, onMove, onKeyDown, lastUsed } = props;
  // Coming in by Tab would choose the first row; whoever only passes through means none.
  const isEntering = useRef(false);
  const choose = (id: string) => isEntering.current || onSelect(id);
  const dragAndDropHooks = useTreeDrag(onMove);
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
    >
      <AriaTree
        aria-label="Saved Sessions"
        items={nodes}
        expandedKeys={expanded}
        onExpandedChange={(keys) => onExpand(new Set([...keys].map(String)))}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={whenChosen(choose)}
        onAction={(key) => act(String(key))}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <span className={styles.nothing}>Nothing fits the filter.</span>}
        className={`${treeStyles.tree} ${styles.tree}`}
      >
        {(node) => rowOf(node, lastUsed, onMove !== null)}
      </AriaTree>
    </div>
  );
}

function rowOf(node: SessionNode, lastUsed: SessionTreeProps['lastUsed'], canMove: boolean) {
  const used = node.kind === 'session' ? lastUsed(node.label) : '';
  const mark = node.profile === null ? '' : badgeWords(node.profile);
  const isMovable = canMove && (node.kind === 'session' || node.kind === 'folder');
  return (
    <TreeItem id={node.id} textValue={node.label} className={treeStyles.item ?? ''}>
      <TreeItemContent>
        <div className={`${treeStyles.row} ${styles.row}`}>
          {node.children.length === 0 ? (
            <span className={styles.noChevron} />
          ) : (
            <Button slot="chevron" className={treeStyles.chevron ?? ''}>
              <ChevronRight aria-hidden />
            </Button>
          )}
          {node.kind === 'folder' || node.kind === 'config' ? <Folder className={styles.folder} aria-hidden /> : null}
          {node.profile === null || node.kind === 'defaults' ? null : <Badge {...node.profile} />}
          <span className={styles.name} title={mark === '' ? undefined : `${node.label} (${mark})`}>
            {node.label}
          </span>
          {used === '' ? null : <span className={styles.used}>{used}</span>}
          {isMovable ? (
            <Button slot="drag" aria-label={`Drag ${node.label}`} className={styles.grip ?? ''}>
              <GripVertical aria-hidden />
            </Button>
          ) : null}
        </div>
      </TreeItemContent>
      <Collection items={node.children}>{(child) => rowOf(child, lastUsed, canMove)}</Collection>
    </TreeItem>
  );
}
