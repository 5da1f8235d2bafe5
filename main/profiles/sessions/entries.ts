import {
  defaultProfile,
  defaultSettingsName,
  type Profile,
  type ProfileChanges,
  type SavedFolder,
  type SavedSession,
} from '#contract/profile/profile.ts';
import { parseSavedChanges } from '#contract/saved/saved-settings.ts';
import { folderChain, parentFolder } from '#contract/saved/saved-tree.ts';
import { isEntry, isFolderEntry, type SavedDocument } from '../storage/document.ts';
import { checkFolderPath, checkSessionName } from './session-name.ts';

/** What can be read of a document. */
export interface ReadableEntries {
  readonly defaults: Profile;
  /** In alphabetical order, without Default Settings. */
  readonly sessions: readonly SavedSession[];
  /** In alphabetical order, with those that are only named by what lies in them. */
  readonly folders: readonly SavedFolder[];
  /** Entries that can't be read, by name; null where the name itself can't be shown. */
  readonly unreadable: readonly (string | null)[];
}

/** An entry that can be read, with its own settings alone. */
interface OwnSettings {
  readonly name: string;
  readonly folder: string;
  readonly settings: ProfileChanges;
}

/** Reads each entry by itself, so that a broken one takes no other down. */
export function readEntries(document: SavedDocument): ReadableEntries {
  const readable = new Map<string, OwnSettings>();
  const unreadable: (string | null)[] = [];
  for (const item of document.sessions ?? []) {
    const session = readEntry(item);
    // A name that is there twice can't be chosen by: the first counts.
    if (session === null || readable.has(session.name)) unreadable.push(nameOf(item));
    else readable.set(session.name, session);
  }
  const own = new Map<string, ProfileChanges>();
  for (const item of document.folders ?? []) {
    const folder = readFolder(item);
    if (folder === null || own.has(folder.path)) unreadable.push(folder?.path ?? null);
    else own.set(folder.path, folder.settings);
  }

  const defaults = { ...defaultProfile, ...readable.get(defaultSettingsName)?.settings };
  readable.delete(defaultSettingsName);
  const folders = resolveFolders([...readable.values()], own, defaults);
  const sessions = [...readable.values()].map(({ name, folder, settings }) => ({
    name,
    folder,
    profile: { ...(folders.get(folder)?.profile ?? defaults), ...settings },
  }));
  return {
    defaults,
    sessions: sessions.sort((a, b) => byName.compare(a.name, b.name)),
    folders: [...folders.values()],
    unreadable,
  };
}

export function readEntry(item: unknown): OwnSettings | null {
  const name = nameOf(item);
  if (name === null || !isEntry(item)) return null;
  const { folder = '' } = item;
  const settings = parseSavedChanges(item.settings);
  return settings.ok && (folder === '' || isFolderPath(folder)) ? { name, folder, settings: settings.value } : null;
}

export function readFolder(item: unknown): Pick<SavedFolder, 'path' | 'settings'> | null {
  if (!isFolderEntry(item) || !isFolderPath(item.path)) return null;
  const settings = parseSavedChanges(item.settings);
  return settings.ok ? { path: item.path, settings: settings.value } : null;
}

/** The entry's name, if it is one that could have been saved. */
export function nameOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('name' in item) || typeof item.name !== 'string') return null;
  const checked = checkSessionName(item.name);
  return checked.ok && checked.value === item.name ? item.name : null;
}

/** Each folder with what it inherits: those around it come first. */
function resolveFolders(
  sessions: readonly OwnSettings[],
  own: ReadonlyMap<string, ProfileChanges>,
  defaults: Profile,
): ReadonlyMap<string, SavedFolder> {
  const named = [...own.keys(), ...sessions.map(({ folder }) => folder)];
  const paths = [...new Set(named.flatMap(folderChain))].sort(byPath);
  const folders = new Map<string, SavedFolder>();
  for (const path of paths) {
    const settings = own.get(path) ?? {};
    const around = folders.get(parentFolder(path))?.profile ?? defaults;
    folders.set(path, { path, settings, profile: { ...around, ...settings } });
  }
  return folders;
}

function isFolderPath(path: string): boolean {
  const checked = checkFolderPath(path);
  return checked.ok && checked.value === path;
}

/** "server 2" before "server 10". */
const byName = new Intl.Collator(undefined, { numeric: true });

/** Name by name, so that a folder stands before what lies in it, and that before the next folder. */
function byPath(a: string, b: string): number {
  const [ours, theirs] = [a.split('/'), b.split('/')];
  const index = ours.findIndex((name, at) => name !== theirs[at]);
  return index < 0 ? ours.length - theirs.length : byName.compare(ours[index] ?? '', theirs[index] ?? '');
}
