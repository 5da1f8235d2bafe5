import { randomUUID } from 'node:crypto';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import type { FileEntry, FileKind } from '#contract/files/files.ts';
import type { LocalFolder, LocalGrant, LocalListing } from '#contract/files/local-files.ts';
import { t } from '#contract/language/language.ts';
import type { WindowId } from '#contract/tabs/tab.ts';
import { harmlessLine } from '../../ssh/sanitise.ts';
import { liesWithin } from '../lies-within.ts';
import { localFailure } from './local-failures.ts';
import { localName } from './local-name.ts';

/** So many entries are looked at together. */
const lookedAtOnce = 256;

/** A place of this computer, and the granted folder that it lies in, without links. */
export interface LocalPlace {
  readonly path: string;
  readonly root: string;
}

/**
 * The folders of this computer that windows may look into, one for each. A page has no path of this computer to name: it
 * names the grant and what lies in it, and whatever leads out of it, by its name or behind a link, is refused here.
 */
export interface LocalFolders {
  /** The one that it has, if any. */
  readonly of: (window: WindowId) => LocalGrant | undefined;
  /** Takes the place of the one that the window had, and nothing is reached by that any more. */
  readonly grant: (window: WindowId, folder: string) => Promise<LocalGrant>;
  readonly list: (window: WindowId, folder: LocalFolder) => Promise<Result<LocalListing>>;
  /** Refuses what is no name of an entry here; what the entries lead to is looked at by whoever reads them. */
  readonly find: (window: WindowId, folder: LocalFolder, entries?: readonly string[]) => Promise<Result<LocalPlace>>;
  readonly forget: (window: WindowId) => void;
}

export function createLocalFolders(platform: NodeJS.Platform): LocalFolders {
  const granted = new Map<WindowId, { readonly grant: string; readonly root: string }>();

  const find: LocalFolders['find'] = async (window, { grant, folder }, entries = []) => {
    const known = granted.get(window);
    if (known === undefined || known.grant !== grant) return failed(notGranted());
    const { root } = known;
    // What Windows takes for a device, a stream or a path is no name of an entry there.
    const odd = [...folder, ...entries].find((name) => !isNameHere(name, platform));
    if (odd !== undefined) return failed(leadsOut(odd));
    const path = join(root, ...folder);
    try {
      return (await liesWithin(root, path)) ? success({ path, root }) : failed(leadsOut(path));
    } catch (error) {
      return failed(localFailure(error, path));
    }
  };

  return {
    of: (window) => {
      const known = granted.get(window);
      return known && { grant: known.grant, shownPath: harmlessLine(known.root) };
    },
    grant: async (window, folder) => {
      // One that is not there yet is told of when it is read.
      const root = await realpath(folder).catch(() => folder);
      const grant = randomUUID();
      granted.set(window, { grant, root });
      return { grant, shownPath: harmlessLine(root) };
    },
    list: async (window, folder) => {
      const found = await find(window, folder);
      if (!found.ok) return found;
      const { path, root } = found.value;
      try {
        return success({ shownPath: harmlessLine(path), entries: await entriesOf(path, root) });
      } catch (error) {
        return failed(localFailure(error, path));
      }
    },
    find,
    forget: (window) => void granted.delete(window),
  };
}

const isNameHere = (name: string, platform: NodeJS.Platform): boolean => {
  const here = localName(name, platform);
  return here.ok && here.value === name;
};

async function entriesOf(path: string, root: string): Promise<readonly FileEntry[]> {
  const names = await readdir(path);
  const entries: FileEntry[] = [];
  for (let at = 0; at < names.length; at += lookedAtOnce) {
    const found = await Promise.all(
      names.slice(at, at + lookedAtOnce).map((name) => entryOf(join(path, name), name, root)),
    );
    for (const entry of found) entries.push(entry);
  }
  return entries;
}

/** What can't be looked at is shown as something that can't be transferred. */
async function entryOf(path: string, name: string, root: string): Promise<FileEntry> {
  const self = await lstat(path).catch(() => null);
  const kind = self === null ? 'other' : kindOf(self);
  const target =
    kind === 'link' && (await liesWithin(root, path).catch(() => false)) ? await stat(path).catch(() => null) : null;
  const facts = target ?? self;
  return {
    name,
    shownName: harmlessLine(name),
    kind,
    target: target && kindOf(target),
    size: facts?.size ?? 0,
    modifiedAt: Math.floor((facts?.mtimeMs ?? 0) / 1000),
  };
}

interface Kinds {
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
  readonly isSymbolicLink: () => boolean;
}

function kindOf(found: Kinds): FileKind {
  if (found.isSymbolicLink()) return 'link';
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : 'other';
}

const notGranted = (): Failure => ({
  code: 'file-refused',
  message: t('This folder of your computer is not open in this window any more.'),
  retryable: false,
});

const leadsOut = (path: string): Failure => ({
  code: 'file-refused',
  message: t('{name} leads out of the folder that you chose on this computer.', { name: harmlessLine(path) }),
  retryable: false,
});
