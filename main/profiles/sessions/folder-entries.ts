import { assertNever, type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { defaultSettingsName, type Profile, profileDifference } from '#contract/profile/profile.ts';
import { isInFolder, parentFolder, startingValues, type TreeChange } from '#contract/saved/saved-tree.ts';
import type { SavedDocument } from '../storage/document.ts';
import { readEntries, readEntry, readFolder } from './entries.ts';
import { checkFolderPath, checkSessionName } from './session-name.ts';

/** The document after a change of the tree, or why it can't be made. */
export function arrange(document: SavedDocument, change: TreeChange): Result<SavedDocument> {
  switch (change.kind) {
    case 'add-folder':
      return withPath(change.path, (path) =>
        isThere(document, path) ? failed(folderThere(path)) : success(withFolder(document, path, {})),
      );
    case 'save-folder':
      return withPath(change.path, (path) => success(withFolder(document, path, differing(document, path, change))));
    case 'move-folder':
      return withPath(change.to, (to) => moved(document, change.path, to));
    case 'delete-folder':
      return isThere(document, change.path) ? success(withoutFolder(document, change.path)) : failed(noFolder());
    case 'move-session':
      return change.folder === ''
        ? changed(document, change.name, { folder: undefined })
        : withPath(change.folder, (folder) => changed(document, change.name, { folder }));
    case 'rename-session':
      return renamed(document, change.name, change.to);
    default:
      return assertNever(change);
  }
}

const withPath = (path: string, next: (path: string) => Result<SavedDocument>): Result<SavedDocument> => {
  const checked = checkFolderPath(path);
  return checked.ok ? next(checked.value) : checked;
};

const isThere = (document: SavedDocument, path: string) =>
  readEntries(document).folders.some((folder) => folder.path === path);

const differing = (document: SavedDocument, path: string, { profile }: { readonly profile: Profile }) =>
  profileDifference(startingValues(readEntries(document), parentFolder(path)), profile);

function withFolder(document: SavedDocument, path: string, settings: object): SavedDocument {
  const folders = document.folders ?? [];
  const index = folders.findIndex((item) => readFolder(item)?.path === path);
  const entry = { path, settings };
  return { ...document, folders: index < 0 ? [...folders, entry] : folders.with(index, entry) };
}

function moved(document: SavedDocument, from: string, to: string): Result<SavedDocument> {
  if (!isThere(document, from)) return failed(noFolder());
  if (from === to) return success(document);
  if (isInFolder(to, from)) return failed(refusal(t('A folder cannot be moved into itself.')));
  if (isThere(document, to)) return failed(folderThere(to));
  const { folders } = readEntries(document);
  const inner = folders.map(({ path }) => path).filter((path) => isInFolder(path, from));
  const tooDeep = inner.map((path) => checkFolderPath(rebased(path, from, to))).find((path) => !path.ok);
  if (tooDeep !== undefined && !tooDeep.ok) return tooDeep;
  return success({
    ...document,
    ...(document.folders === undefined
      ? {}
      : { folders: document.folders.map((item) => movedItem(item, 'path', from, to)) }),
    sessions: (document.sessions ?? []).map((item) => movedItem(item, 'folder', from, to)),
  });
}

/** Also what can't be read goes with its folder. */
function movedItem(item: unknown, key: 'path' | 'folder', from: string, to: string): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const path: unknown = (item as Readonly<Record<string, unknown>>)[key];
  return typeof path === 'string' && isInFolder(path, from) ? { ...item, [key]: rebased(path, from, to) } : item;
}

const rebased = (path: string, from: string, to: string) => `${to}${path.slice(from.length)}`;

/** What can't be read stays. */
const withoutFolder = (document: SavedDocument, path: string): SavedDocument => ({
  ...document,
  folders: (document.folders ?? []).filter((item) => !isInFolder(readFolder(item)?.path ?? '', path)),
  sessions: (document.sessions ?? []).filter((item) => !isInFolder(readEntry(item)?.folder ?? '', path)),
});

function renamed(document: SavedDocument, from: string, to: string): Result<SavedDocument> {
  const name = checkSessionName(to);
  if (!name.ok) return name;
  if (name.value === from) return success(document);
  const { sessions, unreadable } = readEntries(document);
  const isTaken = sessions.some((session) => session.name === name.value) || unreadable.includes(name.value);
  if (isTaken || name.value === defaultSettingsName) {
    return failed(refusal(t('There is already a saved session named "{name}".', { name: name.value })));
  }
  return changed(document, from, { name: name.value });
}

function changed(document: SavedDocument, name: string, changes: object): Result<SavedDocument> {
  const saved = document.sessions ?? [];
  const index = saved.findIndex((item) => readEntry(item)?.name === name);
  if (index < 0 || name === defaultSettingsName) return failed(noSession());
  return success({ ...document, sessions: saved.with(index, { ...(saved[index] as object), ...changes }) });
}

const refusal = (message: string): Failure => ({ code: 'invalid-payload', message, retryable: false, field: 'name' });

const folderThere = (path: string): Failure => refusal(t('There is already a folder "{path}".', { path }));

const noFolder = (): Failure => ({
  code: 'not-found',
  message: t('There is no folder of this name.'),
  retryable: false,
});

/** Shared with deleting a session. */
export const noSession = (): Failure => ({
  code: 'not-found',
  message: t('There is no saved session of this name.'),
  retryable: false,
});
