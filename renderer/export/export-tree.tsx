import { Check, Minus } from 'lucide-react';
import { createContext, useContext } from 'react';
import {
  Tree as AriaTree,
  Checkbox,
  Collection,
  ListLayout,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import { t } from '#contract/language/language.ts';
import { NodeLabel } from '../settings/sessions/node-label.tsx';
import { branchIds, type SessionNode } from '../settings/sessions/session-nodes.ts';
import treeStyles from '../ui/lists/tree.module.css';
import { remToPixels } from '../ui/rem.ts';
import styles from './export.module.css';
import { changedRows, type Share } from './export-choice.ts';

interface ExportTreeProps {
  readonly nodes: readonly SessionNode[];
  /** How much of each row is chosen, by its id. */
  readonly shares: ReadonlyMap<string, Share>;
  /** Rows were checked, or no longer. */
  readonly onChange: (rows: readonly SessionNode[], isChosen: boolean) => void;
}

/** Height of each row; the style sheet says the same. */
const rowRem = 1.4375;

/** Not by properties: a tree draws all its rows anew for these, and only those in sight for this. */
const Shares = createContext<ReadonlyMap<string, Share>>(new Map());

/** The saved sessions in their folders, each with a checkbox; a folder's is for all in it. */
export function ExportTree({ nodes, shares, onChange }: ExportTreeProps) {
  const whole = new Set([...shares].filter(([, share]) => share === 'all').map(([id]) => id));
  return (
    <Shares value={shares}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: remToPixels(rowRem) }}>
        <AriaTree
          aria-label={t('Sessions to export')}
          items={nodes}
          defaultExpandedKeys={branchIds(nodes)}
          selectionMode="multiple"
          escapeKeyBehavior="none"
          selectedKeys={whole}
          onSelectionChange={(selection) => {
            if (selection === 'all') return onChange(nodes, true);
            const after = new Set([...selection].map(String));
            const changed = changedRows(nodes, whole, after);
            for (const isChosen of [false, true]) {
              onChange(
                changed.filter(({ id }) => after.has(id) === isChosen),
                isChosen,
              );
            }
          }}
          renderEmptyState={() => <span className={styles.nothing}>{t('Nothing matches the filter.')}</span>}
          className={`${treeStyles.tree} ${styles.tree}`}
          data-has-branches={nodes.some(({ children }) => children.length > 0) || undefined}
        >
          {rowOf}
        </AriaTree>
      </Virtualizer>
    </Shares>
  );
}

const rowOf = (node: SessionNode) => (
  <TreeItem id={node.id} textValue={node.label} className={treeStyles.item ?? ''}>
    <TreeItemContent>
      <div className={`${treeStyles.row} ${styles.row}`}>
        <Mark id={node.id} />
        <NodeLabel node={node} />
      </div>
    </TreeItemContent>
    <Collection items={node.children}>{rowOf}</Collection>
  </TreeItem>
);

function Mark({ id }: { readonly id: string }) {
  const share = useContext(Shares).get(id) ?? 'none';
  return (
    <Checkbox slot="selection" isIndeterminate={share === 'some'} className={styles.mark ?? ''}>
      {share === 'all' ? <Check aria-hidden /> : null}
      {share === 'some' ? <Minus aria-hidden /> : null}
    </Checkbox>
  );
}
