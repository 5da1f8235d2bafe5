import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import type { SavedSessions } from '#contract/channels.ts';
import type { Result } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { defaultSettingsName, maxSessionNameLength, type SavedSession } from '#contract/profile.ts';
import { folderName, joinFolder, type TreeChange } from '#contract/saved-tree.ts';
import type { ConfiguredHost } from '#contract/ssh-config.ts';
import { AccessKeyLabel } from '../../ui/access-keys.tsx';
import { ContextMenu, type MenuPlace } from '../../ui/context-menu.tsx';
import { GroupBox } from '../../ui/group-box.tsx';
import { useLanguage } from '../../ui/language.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ConfigNotes } from './config-notes.tsx';
import styles from './saved-sessions.module.css';
import { folderId, hostId, kindOf, nameIn, sessionId, sessionNodes } from './session-nodes.ts';
import { SessionTree } from './session-tree.tsx';
import type { SshConfigActions } from './ssh-config-actions.ts';
import { StoredSessionButtons } from './stored-session-buttons.tsx';
import { folderNamed } from './stored-sessions.ts';
import { treeMenu } from './tree-menu.ts';
import { type TreeQuestion, TreeQuestions } from './tree-questions.tsx';
import { useExpanded } from './use-expanded.ts';
import { useLastUsed } from './use-last-used.ts';
import type { RecentsSource } from './use-recents.ts';
import { useSshConfig } from './use-ssh-config.ts';

export interface SavedSessionsBoxProps {
  /**
   * As in PuTTY, the settings of a session that runs can be saved, and none loaded: those that can't change any more
   * would come with them, unseen.
   */
  readonly mode: 'new' | 'change';
  readonly saved: SavedSessions;
  /** The text of the box; the list shows as chosen what has that name: a folder's ends with a slash. */
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onLoad: (name: string) => void;
  /** Double click, or Enter in the list. */
  readonly onLoadAndOpen: (name: string) => void;
  /** Saves the form under a name; null if the form was refused. */
  readonly onSave: (name: string) => Promise<Result<SavedSessions>> | null;
  readonly onDelete: (name: string) => Promise<Result<SavedSessions>>;
  readonly onFolder: (path: string) => void;
  readonly onLoadFolder: (path: string) => void;
  readonly onArrange: (change: TreeChange) => Promise<Result<SavedSessions>>;
  readonly onOpenAll: (sessions: readonly SavedSession[]) => void;
  /** Of a row of the tree with all under it, or of all. */
  readonly onExport: (only: string | null) => void;
  readonly recents: RecentsSource;
  readonly sshConfig: SshConfigActions;
  /** The host of ~/.ssh/config that is chosen, and the one that was loaded. */
  readonly chosenHost: string | null;
  readonly configured: ConfiguredHost | null;
  readonly onHost: (host: string) => void;
  readonly onLoadHost: (host: string) => Promise<Result<ConfiguredHost>>;
  readonly onOpenHost: (host: string) => void;
}

type Message = { readonly kind: 'error' | 'note'; readonly text: string };

/** PuTTY's box of stored sessions, with folders. */
export function SavedSessionsBox(props: SavedSessionsBoxProps) {
  const { mode, saved, name, onName, chosenHost, configured } = props;
  const [config, setConfig] = useSshConfig(props.sshConfig);
  const lastUsed = useLastUsed(props.recents);
  const [message, setMessage] = useState<Message | null>(saved.notice === null ? null : note(saved.notice));
  const [question, setQuestion] = useState<TreeQuestion | null>(null);
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null);
  const [filter, setFilter] = useState('');
  const trimmed = name.trim();
  const selected = chosenHost === null ? idNamed(saved, trimmed) : hostId(chosenHost);
  // Typing stays quick while a long list is drawn anew.
  const shownFilter = useDeferredValue(filter);
  const hosts = mode === 'new' ? config.hosts : noHosts;
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: labels are in the language that is spoken
  const nodes = useMemo(() => sessionNodes(saved, hosts, shownFilter), [saved, hosts, shownFilter, language]);
  const [expanded, setExpanded] = useExpanded(nodes, shownFilter, saved, selected);

  const report = (result: Result<unknown>, done: string | null) =>
    setMessage(result.ok ? (done === null ? null : note(done)) : error(result.failure.message));
  const save = () => {
    if (trimmed === '') return setMessage(error(t('Enter a name to save the session under, or choose one.')));
    if (trimmed.length > maxSessionNameLength && folderNamed(saved, trimmed) === null) {
      return setMessage(error(t('Enter at most {maxLength} characters.', { maxLength: maxSessionNameLength })));
    }
    void props.onSave(trimmed)?.then((result) => report(result, savedNote(saved, trimmed)));
  };
  const choose = (id: string) => {
    setMessage(null);
    const kind = kindOf(id);
    if (kind === 'host') props.onHost(nameIn(id));
    else if (kind === 'folder') props.onFolder(nameIn(id));
    else if (kind !== 'config') onName(nameIn(id));
  };
  const act = (id: string) => {
    if (mode === 'change') choose(id);
    else if (kindOf(id) === 'host') props.onOpenHost(nameIn(id));
    else props.onLoadAndOpen(nameIn(id));
  };
  const load = () => {
    setMessage(null);
    if (selected === null) return;
    const [kind, chosen] = [kindOf(selected), nameIn(selected)];
    if (kind === 'folder') props.onLoadFolder(chosen);
    else if (kind === 'host') void props.onLoadHost(chosen).then((result) => report(result, null));
    else props.onLoad(chosen);
  };
  const askToDelete = () => {
    if (chosenHost !== null) setMessage(error(readOnly(chosenHost)));
    else if (selected !== null) setQuestion({ kind: 'delete', id: selected });
  };
  const treeKey = (event: KeyboardEvent) => {
    if (mode !== 'new' || selected === null || kindOf(selected) === 'defaults') return;
    if (event.key === 'Delete') askToDelete();
    else if (event.key === 'F2' && kindOf(selected) !== 'host') setQuestion({ kind: 'rename', id: selected });
  };
  const runCommands = (run: boolean) =>
    void props.sshConfig
      .runCommands(run)
      .then((result) => (result.ok ? setConfig(result.value) : setMessage(error(result.failure.message))));
  const move = (id: string, folder: string) => {
    const change = moveTo(id, folder);
    if (change !== null) void props.onArrange(change).then((result) => report(result, null));
  };

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
            setMessage(null);
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
            onSelect={choose}
            onAction={act}
            onMove={mode === 'new' ? move : null}
            onKeyDown={treeKey}
            lastUsed={lastUsed}
            onMenu={mode === 'new' ? setMenuAt : null}
          />
        </div>
        <div className={styles.buttons}>
          <StoredSessionButtons
            mode={mode}
            canLoad={selected !== null}
            canDelete={selected !== null && kindOf(selected) !== 'defaults'}
            onLoad={load}
            onSave={save}
            onDelete={askToDelete}
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
          onDone={(result, done) => report(result, done)}
          onClose={() => setQuestion(null)}
        />
      )}
    </GroupBox>
  );
}

/** The row that a text of the box names, or null. */
function idNamed(saved: SavedSessions, name: string): string | null {
  if (name === defaultSettingsName || saved.sessions.some((session) => session.name === name)) return sessionId(name);
  const path = folderNamed(saved, name);
  return path !== null && saved.folders.some((folder) => folder.path === path) ? folderId(path) : null;
}

function moveTo(id: string, folder: string): TreeChange | null {
  const name = nameIn(id);
  if (kindOf(id) === 'session') return { kind: 'move-session', name, folder };
  const to = joinFolder(folder, folderName(name));
  return to === name ? null : { kind: 'move-folder', path: name, to };
}

function savedNote(saved: SavedSessions, name: string): string {
  const path = folderNamed(saved, name);
  return path === null ? t('Saved as "{name}".', { name }) : t('Saved for everything in "{path}".', { path });
}

const noHosts: readonly string[] = [];

/** It would open the session. */
const keepEnter = (event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault();
};

const readOnly = (host: string) =>
  t('"{host}" is in ~/.ssh/config, which Holdfast only reads: remove it there. Save makes a copy of it.', { host });

const note = (text: string): Message => ({ kind: 'note', text });
const error = (text: string): Message => ({ kind: 'error', text });
