import type { Profile, SavedFolder, SavedSession } from '../profile/profile.ts';
import { type SettingKey, settingKeys } from '../settings/settings-table.ts';

/** What can be done to the tree of saved sessions, beside saving and deleting a session. */
export type TreeChange =
  | { readonly kind: 'add-folder'; readonly path: string }
  /** The starting values of what lies in the folder, which is made if it isn't there. */
  | { readonly kind: 'save-folder'; readonly path: string; readonly profile: Profile }
  /** Gives the folder another name, another place, or both; what lies in it goes with it. */
  | { readonly kind: 'move-folder'; readonly path: string; readonly to: string }
  /** With all that lies in it. */
  | { readonly kind: 'delete-folder'; readonly path: string }
  /** An empty folder is the place outside of all. */
  | { readonly kind: 'move-session'; readonly name: string; readonly folder: string }
  | { readonly kind: 'rename-session'; readonly name: string; readonly to: string };

/** Folders within folders at most. */
export const maxFolderDepth = 8;

/** Characters at most in the path of a folder. */
export const maxFolderPathLength = 512;

/** `north` of `customers/north`. */
export const folderName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The folder around a folder; empty where there is none. */
export const parentFolder = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

export const joinFolder = (parent: string, name: string): string => (parent === '' ? name : `${parent}/${name}`);

/** The folder itself after those around it, the outermost first; none for the place outside of all. */
export function folderChain(path: string): readonly string[] {
  return path === '' ? [] : [...folderChain(parentFolder(path)), path];
}

/** Whether a folder is the other one or lies in it; all lie in the empty one. */
export const isInFolder = (path: string, outer: string): boolean => outer === '' || `${path}/`.startsWith(`${outer}/`);

/** The starting values of a session in a folder, also in one that is not there yet. */
export function startingValues(
  { defaults, folders }: { readonly defaults: Profile; readonly folders: readonly SavedFolder[] },
  folder: string,
): Profile {
  const around = folderChain(folder).findLast((path) => folders.some((candidate) => candidate.path === path));
  return folders.find(({ path }) => path === around)?.profile ?? defaults;
}

/** The sessions in a folder and in the folders in it. */
export const sessionsIn = (sessions: readonly SavedSession[], folder: string): readonly SavedSession[] =>
  sessions.filter((session) => isInFolder(session.folder, folder));

/** The settings that a place in the tree gets from the folders around it, and the nearest that gives each. */
export function givenByFolders(
  folders: readonly SavedFolder[],
  folder: string,
): Partial<Record<SettingKey, SavedFolder>> {
  const chain = folderChain(folder).flatMap((path) => folders.find((candidate) => candidate.path === path) ?? []);
  const givers = settingKeys.flatMap((key) => {
    const giver = chain.findLast(({ settings }) => key in settings);
    return giver === undefined ? [] : [[key, giver] as const];
  });
  return Object.fromEntries(givers);
}
