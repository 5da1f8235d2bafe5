import { lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { FileAttributes, FolderEntry } from '../../session/ports/remote-files.ts';
import { localFailure } from '../local/local-failures.ts';
import { freeName, localName } from '../local/local-name.ts';
import { joinRemote, nameOf, parentOf, pathWithin } from '../remote-path.ts';
import { type Batch, settleConflict } from './conflict.ts';
import { downloadFile, removePart } from './download-file.ts';
import { about, allOf, done, endedBy, refusal, type Task, type Tools, unfinished } from './task.ts';

export interface DownloadRequest extends Omit<Destination, 'root'> {
  readonly remotePaths: readonly string[];
}

interface Destination {
  /** The folder here that it goes into: chosen by the user. */
  readonly localFolder: string;
  readonly platform: NodeJS.Platform;
  readonly batch: Batch;
  /** The folder of the server that the user chose from: failures call files as they are called in it. */
  readonly root: string;
}

/** Names in a local folder, and whose they are: what is made by the transfer is added, so that no two of its files meet. */
type Taken = Map<string, 'there' | 'own'>;

/** Files and folders that the user chose: links are followed, as they chose them. */
export function downloadTask({ remotePaths, ...request }: DownloadRequest): Task {
  let taken: Promise<Taken> | null = null;
  const chosen = remotePaths.map(
    (remotePath): Task => ({
      kind: 'folder',
      size: 0,
      run: async (tools, add) => {
        const found = await tools.files.stat(remotePath);
        if (!found.ok) return endedBy(about(nameOf(remotePath), found.failure));
        const destination = { ...request, root: parentOf(remotePath) };
        taken ??= namesIn(destination);
        addEntry(destination, { ...found.value, name: nameOf(remotePath) }, remotePath, await taken, add);
        return done;
      },
    }),
  );
  return allOf(chosen);
}

type Named = FileAttributes & Pick<FolderEntry, 'name'>;

/** Adds what fetches an entry. Two names may be one here, by case or by replaced characters: then one is in the way. */
function addEntry(
  destination: Destination,
  entry: Named,
  remotePath: string,
  taken: Taken,
  add: (task: Task) => void,
): void {
  const name = localName(entry.name === '' ? 'root' : entry.name, destination.platform);
  if (!name.ok) {
    add(refusal(name.failure));
    return;
  }
  const local = { ...destination, remotePath, name: name.value, taken };
  if (entry.kind === 'folder') add(folderTask({ ...local, name: ownName(local) }));
  else if (entry.kind === 'file') add(fileTask(local, entry));
  else add(refusal(about(pathWithin(destination.root, remotePath), notPlain())));
}

interface Local extends Destination {
  readonly remotePath: string;
  readonly name: string;
  readonly taken: Taken;
}

const folderTask = (local: Local): Task => ({
  kind: 'folder',
  size: 0,
  run: async (tools, add) => {
    const { remotePath, localFolder, name, root } = local;
    const within = { ...local, localFolder: join(localFolder, name) };
    const listed = await tools.files.list(remotePath);
    if (!listed.ok) return endedBy(about(pathWithin(root, remotePath), listed.failure));
    const found = await Promise.all(listed.value.map((entry) => behindLink(tools, remotePath, entry)));
    if (found.includes('lost')) return unfinished;
    const inside = await enterFolder(within);
    if ('failure' in inside) return { kind: 'failed', failure: inside.failure };
    for (const entry of found) {
      if (typeof entry === 'object') addEntry(within, entry, joinRemote(remotePath, entry.name), inside.taken, add);
    }
    return done;
  },
});

/** A link to a file is fetched as that file; one to a folder is left out, since it may lead round in a circle. */
async function behindLink({ files }: Tools, folder: string, entry: FolderEntry): Promise<Named | 'none' | 'lost'> {
  if (entry.kind !== 'link') return entry;
  const target = await files.stat(joinRemote(folder, entry.name));
  if (!target.ok) return target.failure.code === 'files-lost' ? 'lost' : 'none';
  return target.value.kind === 'file' ? { ...target.value, name: entry.name } : 'none';
}

const fileTask = (local: Local, attributes: FileAttributes): Task => {
  let localPath: string | null = null;
  let skipped = false;
  return {
    kind: 'file',
    size: attributes.size,
    run: async (tools) => {
      const { batch, localFolder, remotePath, root } = local;
      if (localPath === null) {
        const chosen = await chooseName(tools, batch, local, attributes);
        if (chosen === null) return unfinished;
        skipped = chosen === 'skip';
        if (chosen === 'skip') return done;
        localPath = join(localFolder, chosen);
      }
      if (skipped) return done;
      return downloadFile(tools, { remotePath, calledName: pathWithin(root, remotePath), localPath, attributes });
    },
    discard: async () => (localPath === null || skipped ? undefined : removePart(localPath)),
  };
};

/** The name to write to, by the user's choice where it is taken; null where they have not answered. */
async function chooseName(
  tools: Tools,
  batch: Batch,
  local: Local,
  attributes: FileAttributes,
): Promise<string | null> {
  const { name, localFolder, taken } = local;
  if (taken.get(keyOf(name, local)) !== 'there') return ownName(local);
  const there = await lstat(join(localFolder, name)).catch(() => null);
  const facts = { size: there?.size ?? 0, modifiedAt: Math.floor((there?.mtimeMs ?? 0) / 1000) };
  const choice = await settleConflict(tools, batch, name, attributes, facts);
  if (choice === null || choice === 'skip') return choice;
  return ownName(local, choice === 'rename');
}

/**
 * Takes the name, or a free one: what was given to another of this transfer is not given again, as both are on the server.
 * At once, since many files are begun together.
 */
function ownName(local: Local, isToBeFree = false): string {
  const { name, taken } = local;
  const isFree = !isToBeFree && taken.get(keyOf(name, local)) !== 'own';
  const own = isFree ? name : freeName(name, (candidate) => taken.has(keyOf(candidate, local)));
  taken.set(keyOf(own, local), 'own');
  return own;
}

/** macOS and Windows take names that differ in case alone, or in how accents are written, for one. */
const keyOf = (name: string, { platform }: Pick<Destination, 'platform'>) =>
  platform === 'linux' ? name : name.normalize('NFC').toLowerCase();

async function namesIn(destination: Destination): Promise<Taken> {
  const names = await readdir(destination.localFolder).catch(() => []);
  return new Map(names.map((name) => [keyOf(name, destination), 'there']));
}

/** Makes a folder, or takes the one that is there; never one behind a link that the server did not choose. */
async function enterFolder(
  destination: Destination,
): Promise<{ readonly taken: Taken } | { readonly failure: Failure }> {
  const { localFolder } = destination;
  try {
    await mkdir(localFolder);
    return { taken: new Map() };
  } catch (error) {
    const there = await lstat(localFolder).catch(() => null);
    if (there?.isDirectory() !== true) return { failure: localFailure(error, localFolder) };
    return { taken: await namesIn(destination) };
  }
}

const notPlain = (): Failure => ({
  code: 'file-refused',
  message: t('It is a device, a pipe or a socket, and was left out.'),
  retryable: false,
});
