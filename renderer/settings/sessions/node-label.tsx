import { ChevronRight, Folder } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Badge, badgeWords } from '../../ui/badge.tsx';
import { useLanguage } from '../../ui/language.ts';
import treeStyles from '../../ui/lists/tree.module.css';
import styles from './node-label.module.css';
import type { SessionNode } from './session-nodes.ts';

/** What a row of saved sessions shows of its node: a chevron where something is under it, its icons, and its name. */
export function NodeLabel({ node: { kind, label, profile, children } }: { readonly node: SessionNode }) {
  useLanguage();
  const mark = profile === null ? '' : badgeWords(profile);
  return (
    <>
      {children.length === 0 ? (
        <span className={styles.noChevron} />
      ) : (
        <Button slot="chevron" className={treeStyles.chevron ?? ''}>
          <ChevronRight aria-hidden />
        </Button>
      )}
      {kind === 'folder' || kind === 'config' ? <Folder className={styles.folder} aria-hidden /> : null}
      {profile === null || kind === 'defaults' ? null : <Badge {...profile} />}
      <span className={styles.name} title={mark === '' ? undefined : `${label} (${mark})`}>
        {label}
      </span>
    </>
  );
}
