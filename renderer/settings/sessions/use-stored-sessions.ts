import { type KeyboardEvent, useState } from 'react';
import type { SavedSessions } from '#contract/channels/channels.ts';
import type { Result } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { defaultSettingsName, maxSessionNameLength, type SavedSession } from '#contract/profile/profile.ts';
import { folderName, joinFolder, type TreeChange } from '#contract/saved/saved-tree.ts';
import type { ConfiguredHost } from '#contract/saved/ssh-config.ts';
import { folderId, hostId, kindOf, nameIn, sessionId } from './session-nodes.ts';
import { folderNamed } from './stored-sessions.ts';
import type { TreeQuestion } from './tree-questions.tsx';

/** What the box of stored sessions shows, and what its owner does. */
export interface StoredSessions {
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
  /** The host of ~/.ssh/config that is chosen. */
  readonly chosenHost: string | null;
  readonly onHost: (host: string) => void;
  readonly onLoadHost: (host: string) => Promise<Result<ConfiguredHost>>;
  readonly onOpenHost: (host: string) => void;
}

/** What is told below the box. */
type Message = { readonly kind: 'error' | 'note'; readonly text: string };

/** What its keys, buttons and rows do. */
export function useStoredSessions(stored: StoredSessions) {
  const { mode, saved, name, chosenHost } = stored;
  const [message, setMessage] = useState<Message | null>(saved.notice === null ? null : note(saved.notice));
  const [question, setQuestion] = useState<TreeQuestion | null>(null);
  const trimmed = name.trim();
  const selected = chosenHost === null ? idNamed(saved, trimmed) : hostId(chosenHost);

  const report = (result: Result<unknown>, done: string | null) =>
    setMessage(result.ok ? (done === null ? null : note(done)) : error(result.failure.message));
  const save = () => {
    if (trimmed === '') return setMessage(error(t('Enter a name to save the session under, or choose one.')));
    if (trimmed.length > maxSessionNameLength && folderNamed(saved, trimmed) === null) {
      return setMessage(error(t('Enter at most {maxLength} characters.', { maxLength: maxSessionNameLength })));
    }
    void stored.onSave(trimmed)?.then((result) => report(result, savedNote(saved, trimmed)));
  };
  const choose = (id: string) => {
    setMessage(null);
    const kind = kindOf(id);
    if (kind === 'host') stored.onHost(nameIn(id));
    else if (kind === 'folder') stored.onFolder(nameIn(id));
    else if (kind !== 'config') stored.onName(nameIn(id));
  };
  const act = (id: string) => {
    if (mode === 'change') choose(id);
    else if (kindOf(id) === 'host') stored.onOpenHost(nameIn(id));
    else stored.onLoadAndOpen(nameIn(id));
  };
  const load = () => {
    setMessage(null);
    if (selected === null) return;
    const [kind, chosen] = [kindOf(selected), nameIn(selected)];
    if (kind === 'folder') stored.onLoadFolder(chosen);
    else if (kind === 'host') void stored.onLoadHost(chosen).then((result) => report(result, null));
    else stored.onLoad(chosen);
  };
  const askToDelete = () => {
    if (chosenHost !== null) setMessage(error(readOnly(chosenHost)));
    else if (selected !== null) setQuestion({ kind: 'delete', id: selected });
  };
  const handleKey = (event: KeyboardEvent) => {
    if (mode !== 'new' || selected === null || kindOf(selected) === 'defaults') return;
    if (event.key === 'Delete') askToDelete();
    else if (event.key === 'F2' && kindOf(selected) !== 'host') setQuestion({ kind: 'rename', id: selected });
  };
  const move = (id: string, folder: string) => {
    const change = moveTo(id, folder);
    if (change !== null) void stored.onArrange(change).then((result) => report(result, null));
  };

  return {
    message,
    clearMessage: () => setMessage(null),
    question,
    setQuestion,
    selected,
    report,
    save,
    choose,
    act,
    load,
    askToDelete,
    handleKey,
    move,
  };
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

const readOnly = (host: string) =>
  t('"{host}" is in ~/.ssh/config, which Holdfast only reads: remove it there. Save makes a copy of it.', { host });

const note = (text: string): Message => ({ kind: 'note', text });
const error = (text: string): Message => ({ kind: 'error', text });
