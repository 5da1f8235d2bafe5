import { join } from 'node:path';
import type { SavedSessions } from '#contract/channels/channels.ts';
import { failed, type Result, success } from '#contract/failure.ts';
import { english, t } from '#contract/language/language.ts';
import { defaultSettingsName, parseProfile, type SavedFolder, type SavedSession } from '#contract/profile/profile.ts';
import type { TreeChange } from '#contract/saved/saved-tree.ts';
import { newestBackup } from '../storage/backups.ts';
import type { SavedDocument } from '../storage/document.ts';
import { type GuardedDocument, readGuarded, updateGuarded } from '../storage/guarded-document.ts';
import { type ReadableEntries, readEntries } from './entries.ts';
import { arrange, noSession } from './folder-entries.ts';
import { withoutSession, withSessions } from './session-entries.ts';
import { checkFolderPath, checkSessionName } from './session-name.ts';

/** The saved sessions of this user. Main alone has it, and so alone writes them. */
export interface SavedSessionsStore {
  /** Where they are kept. */
  readonly file: string;
  /** As last read or written by this program. */
  readonly list: () => SavedSessions;
  /**
   * Saves under the session's name, trimmed, in place of its namesake. "Default Settings" holds the defaults. Kept is
   * what differs from the starting values of the folder.
   */
  readonly save: (session: SavedSession) => Result<SavedSessions>;
  /** Saves several in one step: all of them, or none. Folders come first, with the settings that they give. */
  readonly saveMany: (
    sessions: readonly SavedSession[],
    folders: readonly Pick<SavedFolder, 'path' | 'profile'>[],
  ) => Result<SavedSessions>;
  readonly arrange: (change: TreeChange) => Result<SavedSessions>;
  /** Forgets a session. Without "Default Settings", new sessions start from the program's own defaults again. */
  readonly remove: (name: string) => Result<SavedSessions>;
  /** The copy of the file that the last change left; null if there is none. */
  readonly backup: () => string | null;
  /** Calls back after each change until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface SavedSessionsOptions {
  /** Made if it isn't there. */
  readonly folder: string;
  /** Wall clock, for the name of a damaged file. */
  readonly now?: () => Date;
}

/** Opens the saved sessions. Never throws: what is wrong with the file is told by `list().notice`. */
export function openSavedSessions({ folder, now = () => new Date() }: SavedSessionsOptions): SavedSessionsStore {
  const file = join(folder, 'saved-sessions.json');
  const listeners = new Set<() => void>();
  const guarded = { file, kept: english('The saved sessions'), now };
  let current = listOf(readGuarded(guarded));

  const update = (change: Parameters<typeof updateGuarded>[1]): Result<SavedSessions> => {
    const updated = updateGuarded(guarded, change);
    if (!updated.ok) return updated;
    current = listOf(updated.value);
    for (const listener of listeners) listener();
    return success(current);
  };

  return {
    file,
    list: () => current,
    save: (session) => update((document) => saveSessions(document, [session])),
    saveMany: (sessions, folders) =>
      update((document) => {
        // What all others inherit from is there before them.
        const begun = saveSessions(document, sessions.filter(isDefaults));
        const made = folders.reduce<Result<SavedDocument>>(
          (saving, folder) => (saving.ok ? arrange(saving.value, { kind: 'save-folder', ...folder }) : saving),
          begun,
        );
        return made.ok ? saveSessions(made.value, sessions) : made;
      }),
    arrange: (change) => update((document) => arrange(document, change)),
    remove: (name) =>
      update((document) => {
        const without = withoutSession(document, name);
        if (without !== null) return success(without);
        return name === defaultSettingsName ? success(document) : failed(noSession());
      }),
    backup: () => newestBackup(file),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const isDefaults = ({ name }: SavedSession) => name === defaultSettingsName;

function saveSessions(document: SavedDocument, sessions: readonly SavedSession[]): Result<SavedDocument> {
  const checked = sessions.map(checkSession);
  const refused = checked.find((session) => !session.ok);
  if (refused !== undefined && !refused.ok) return refused;
  return success(
    withSessions(
      document,
      checked.flatMap((session) => (session.ok ? [session.value] : [])),
    ),
  );
}

function checkSession(session: SavedSession): Result<SavedSession> {
  const name = checkSessionName(session.name);
  if (!name.ok) return name;
  const folder = session.folder === '' ? success('') : checkFolderPath(session.folder);
  if (!folder.ok) return folder;
  // Parsed again at this edge, so that no unknown field, such as a password, can get into the file.
  const profile = parseProfile(session.profile);
  if (!profile.ok) return profile;
  return success({ name: name.value, folder: folder.value, profile: profile.value });
}

function listOf({ document, notice }: GuardedDocument): SavedSessions {
  const { unreadable, ...entries } = readEntries(document);
  const notices = [notice, unreadableNotice(unreadable)].filter((text) => text !== null);
  return { ...entries, notice: notices.length === 0 ? null : notices.join(' ') };
}

function unreadableNotice(unreadable: ReadableEntries['unreadable']): string | null {
  if (unreadable.length === 0) return null;
  const names = unreadable.map((name) => (name === null ? t('one without a usable name') : `"${name}"`)).join(', ');
  return t("Some saved sessions can't be read by this version and are left in the file as they are: {names}.", {
    names,
  });
}
