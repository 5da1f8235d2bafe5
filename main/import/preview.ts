import type { SavedSessions } from '#contract/channels/channels.ts';
import { hostAndPort } from '#contract/forwards/forward.ts';
import { defaultSettingsName, type Profile, profileDifference, type SavedSession } from '#contract/profile/profile.ts';
import type { ImportedRow, ImportKind, ImportStanding } from '#contract/saved/import.ts';
import { folderChain, parentFolder } from '#contract/saved/saved-tree.ts';
import type { SettingKey } from '#contract/settings/settings-table.ts';
import type { Read, ReadFolder, ReadSession } from './read.ts';
import { freeName } from './unique-names.ts';

/** What is saved now, with Default Settings among the sessions. */
export type Saved = Pick<SavedSessions, 'defaults' | 'sessions' | 'folders'>;

/** How the sessions that were read stand to those that are saved. */
export function rowsOf(read: Read, saved: Saved): readonly ImportedRow[] {
  const existing = byName(saved);
  const places = placesOf(read, saved);
  const taken = new Set([...existing.keys(), ...read.sessions.map(({ name }) => name)]);
  const reserve = (name: string) => {
    const free = freeName(name, (other) => taken.has(other));
    taken.add(free);
    return free;
  };
  return read.sessions.map((session) => {
    const namesake = existing.get(session.name) ?? null;
    const profile = profileOf(session, namesake, read.kind, places);
    const standing = standingOf(session, profile, namesake, read.kind);
    return {
      name: session.name,
      folder: session.folder,
      target: targetOf(profile.profile),
      standing,
      freeName: standing.kind === 'new' ? session.name : reserve(session.name),
      unmapped: session.unmapped,
      isWithoutKeepalive: session.changes.keepaliveSeconds === 0,
    };
  });
}

/** Saved sessions by name; Default Settings are one of them. */
export function byName({ sessions, defaults }: Saved): ReadonlyMap<string, SavedSession> {
  const own: SavedSession = { name: defaultSettingsName, folder: '', profile: defaults };
  return new Map([own, ...sessions].map((session) => [session.name, session] as const));
}

/** The starting values of a place in the tree, once the folders that were read are there. */
export type Places = (folder: string) => Profile;

export function placesOf({ folders }: Pick<Read, 'folders'>, { defaults, folders: saved }: Saved): Places {
  const known = new Map<string, Profile>();
  const startingIn = (folder: string) =>
    known.get(folderChain(folder).findLast((path) => known.has(path)) ?? '') ?? defaults;
  for (const { path, settings } of [...saved, ...newFolders(folders, saved)]) {
    known.set(path, { ...startingIn(parentFolder(path)), ...settings });
  }
  return startingIn;
}

/** Folders that are there already keep what they give: other sessions inherit it. */
export const newFolders = (folders: readonly ReadFolder[], saved: Saved['folders']): readonly ReadFolder[] =>
  folders.filter(({ path }) => !saved.some((folder) => folder.path === path));

/** A session with all its settings, as it would be saved: only Holdfast's own exports say in which folder. */
export function profileOf(
  session: ReadSession,
  namesake: SavedSession | null,
  kind: ImportKind,
  startingIn: Places,
): Pick<SavedSession, 'folder' | 'profile'> {
  const folder = kind === 'holdfast' ? session.folder : (namesake?.folder ?? '');
  return { folder, profile: { ...startingIn(folder), ...session.changes } };
}

function standingOf(
  session: ReadSession,
  { folder, profile }: Pick<SavedSession, 'folder' | 'profile'>,
  namesake: SavedSession | null,
  kind: ImportKind,
): ImportStanding {
  if (session.refused !== null) return { kind: 'refused', reason: session.refused };
  if (namesake === null) return { kind: 'new' };
  const differs = Object.keys(profileDifference(namesake.profile, profile)) as SettingKey[];
  const isThere = kind !== 'holdfast' || namesake.folder === folder;
  return differs.length === 0 && isThere ? { kind: 'same' } : { kind: 'conflict', differs };
}

function targetOf({ hostName, userName, portNumber }: Profile): string {
  if (hostName === '') return '';
  const place = portNumber === 22 ? hostName : hostAndPort(hostName, portNumber);
  return userName === '' ? place : `${userName}@${place}`;
}
