import { ChevronRight } from 'lucide-react';
import { Tree as AriaTree, Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components';
import { whenChosen } from '../selection.ts';
import styles from './tree.module.css';

export interface TreeNode {
  readonly id: string;
  readonly label: string;
  readonly children: readonly TreeNode[];
}

interface TreeProps {
  /** The id of the element that names the tree. */
  readonly labelledBy: string;
  readonly nodes: readonly TreeNode[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly 'data-access-key'?: string;
}

/** A tree that begins expanded, and of which one node is always chosen; the arrow keys choose. */
export function Tree({ labelledBy, nodes, selected, onSelect, ...props }: TreeProps) {
  return (
    <AriaTree
      {...props}
      aria-labelledby={labelledBy}
      items={nodes}
      defaultExpandedKeys={branchIds(nodes)}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      escapeKeyBehavior="none"
      selectedKeys={[selected]}
      onSelectionChange={whenChosen(onSelect)}
      className={styles.tree ?? ''}
    >
      {treeItem}
    </AriaTree>
  );
}

const treeItem = (node: TreeNode) => (
  <TreeItem id={node.id} textValue={node.label} className={styles.item ?? ''}>
    <TreeItemContent>
      <div className={styles.row}>
        {node.children.length === 0 ? (
          <span className={styles.chevron} />
        ) : (
          <Button slot="chevron" className={styles.chevron ?? ''}>
            <ChevronRight aria-hidden />
          </Button>
        )}
        {node.label}
      </div>
    </TreeItemContent>
    <Collection items={node.children}>{treeItem}</Collection>
  </TreeItem>
);

const branchIds = (nodes: readonly TreeNode[]): string[] =>
  nodes.flatMap((node) => (node.children.length === 0 ? [] : [node.id, ...branchIds(node.children)]));
