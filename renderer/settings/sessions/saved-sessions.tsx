import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { t } from '#contract/language/language.ts';
import type { ConfiguredHost } from '#contract/saved/ssh-config.ts';
import { AccessKeyLabel } from '../../ui/access-keys.tsx';
import { GroupBox } from '../../ui/fields/group-box.tsx';
import { SearchBox } from '../../ui/fields/search-box.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useLanguage } from '../../ui/language.ts';
import { ContextMenu, type MenuPlace } from '../../ui/menus/context-menu.tsx';
import { ConfigNotes } from './config-notes.tsx';
import styles from './saved-sessions.module.css';
import { kindOf, sessionNodes } from './session-nodes.ts';
import { SessionTree } from './session-tree.tsx';
import type { SshConfigActions } from './ssh-config-actions.ts';
import { StoredSessionButtons } from './stored-session-buttons.tsx';
import { treeMenu } from './tree-menu.ts';
import { TreeQuestions } from './tree-questions.tsx';
import { useExpanded } from './use-expanded.ts';
import { useLastUsed } from './use-last-used.ts';
import type { RecentsSource } from './use-recents.ts';
import { useSshConfig } from './use-ssh-config.ts';
import { type StoredSessions, useStoredSessions } from './use-stored-sessions.ts';

interface SavedSessionsBoxProps extends StoredSessions {
  /** Of a row of the tree with all under it, or of all. */
  readonly onExport: (only: string | null) => void;
  readonly recents: RecentsSource;
  readonly sshConfig: SshConfigActions;
  /** The host of ~/.ssh/config that was loaded. */
  readonly configured: ConfiguredHost | null;
}

/** PuTTY's box of stored sessions, with folders. */
export function SavedSessionsBox(props: SavedSessionsBoxProps) {
  const { mode, saved, name, onName, configured } = props;
  const stored = useStoredSessions(props);
  const { message, question, setQuestion, selected } = stored;
  const [config, setConfig] = useSshConfig(props.sshConfig);
  const lastUsed = useLastUsed(props.recents);
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null);
  const [filter, setFilter] = useState('');
  // Typing stays quick while a long list is drawn anew.
  const shownFilter = useDeferredValue(filter);
  const hosts = mode === 'new' ? config.hosts : noHosts;
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: labels are in the language that is spoken
  const nodes = useMemo(() => sessionNodes(saved, hosts, shownFilter), [saved, hosts, shownFilter, language]);
  const [expanded, setExpanded] = useExpanded(nodes, shownFilter, saved, selected);

  const runCommands = (run: boolean) =>
    void props.sshConfig.runCommands(run).then((result) => {
      if (result.ok) setConfig(result.value);
      else stored.report(result, null);
    });

  const { onOpenAll, onExport } = props;
  const entries = treeMenu({ saved, selected, onAsk: setQuestion, onOpenAll, onExport });

  return (
    <GroupBox title={t(mode === 'new' ? 'Load, save or delete a stored session' : 'Save the current session settings')}>
      <div className={styles.saved}>
        <div className={styles.filter}>
          <SearchBox label={t('Filter')} value={filter} onChange={setFilter} onKeyDown={keepEnter} />
        </div>
        <TextField
          label={<AccessKeyLabel text={t('Saved Sessions')} letter="e" />}
          data-access-key="e"
          layout="cells"
          value={name}
          onChange={(next) => {
            stored.clearMessage();
            onName(next);
          }}
          error={message?.kind === 'error' ? message.text : null}
          note={message?.kind === 'note' ? message.text : undefined}
          autoComplete="off"
        />
        <div className={styles.tree}>
          <SessionTree
            nodes={nodes}
            expanded={expanded}
            onExpand={setExpanded}
            selected={selected}
            onSelect={stored.choose}
            onAction={stored.act}
            onMove={mode === 'new' ? stored.move : null}
            onKeyDown={stored.handleKey}
            lastUsed={lastUsed}
            onMenu={mode === 'new' ? setMenuAt : null}
          />
        </div>
        <div className={styles.buttons}>
          <StoredSessionButtons
            mode={mode}
            canLoad={selected !== null}
            canDelete={selected !== null && kindOf(selected) !== 'defaults'}
            onLoad={stored.load}
            onSave={stored.save}
            onDelete={stored.askToDelete}
            more={entries}
          />
        </div>
      </div>
      {mode === 'new' ? (
        <ConfigNotes
          host={configured?.host ?? null}
          remarks={configured?.remarks ?? config.remarks}
          matchExec={config.matchExec}
          onRunCommands={runCommands}
        />
      ) : null}
      {menuAt === null ? null : (
        <ContextMenu label={t('Saved session')} entries={entries} place={menuAt} onClose={() => setMenuAt(null)} />
      )}
      {question === null ? null : (
        <TreeQuestions
          question={question}
          saved={saved}
          onArrange={props.onArrange}
          onDelete={props.onDelete}
          onOpenAll={props.onOpenAll}
          onDone={stored.report}
          onClose={() => setQuestion(null)}
        />
      )}
    </GroupBox>
  );
}

const noHosts: readonly string[] = [];

/** It would open the session. */
const keepEnter = (event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault();
};
