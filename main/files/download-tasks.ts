import { lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { FileAttributes, FolderEntry } from '../session/ports/remote-files.ts';
import { type Batch, settleConflict } from './conflict.ts';
import { downloadFile, removePart } from './download-file.ts';
import { localFailure } from './local-failures.ts';
import { freeName, localName } from './local-name.ts';
import { joinRemote, nameOf } from './remote-path.ts';
import { about, done, endedBy, refusal, type Task, type Tools, unfinished } from './task.ts';

export interface DownloadRequest {
  readonly remotePath: string;
  /** The folder here that it goes into: chosen by the user. */
  readonly localFolder: string;
  readonly platform: NodeJS.Platform;
  readonly batch: Batch;
}

/** Names in a local folder; what is made by the transfer is added, so that no two of its files meet. */
type Taken = Set<string>;

/** A file or folder that the user chose: a link is followed, as they chose it. */
export const downloadTask = (request: DownloadRequest): Task => ({
  kind: 'folder',
  size: 0,
  run: async (tools, add) => {
    const found = await tools.files.stat(request.remotePath);
    if (!found.ok) return endedBy(about(nameOf(request.remotePath), found.failure));
    const taken = await namesIn(request.localFolder);
    addEntry(request, { ...found.value, name: nameOf(request.remotePath) }, request.remotePath, taken, add);
    return done;
  },
});

type Named = FileAttributes & Pick<FolderEntry, 'name'>;

/** Adds what fetches an entry. Two names may be one here, by case or by replaced characters: then one is in the way. */
function addEntry(
  request: DownloadRequest,
  entry: Named,
  remotePath: string,
  taken: Taken,
  add: (task: Task) => void,
): void {
  const name = localName(entry.name === '' ? 'root' : entry.name, request.platform);
  if (!name.ok) {
    add(refusal(name.failure));
    return;
  }
  const local = { ...request, remotePath, name: name.value, taken };
  if (entry.kind === 'folder') add(folderTask(local));
  else if (entry.kind === 'file') add(fileTask(local, entry));
  else add(refusal(about(entry.name, notPlain())));
}

interface Local extends DownloadRequest {
  readonly name: string;
  readonly taken: Taken;
}

const folderTask = (local: Local): Task => ({
  kind: 'folder',
  size: 0,
  run: async (tools, add) => {
    const { remotePath, localFolder, name } = local;
    const folder = join(localFolder, name);
    const listed = await tools.files.list(remotePath);
    if (!listed.ok) return endedBy(about(name, listed.failure));
    const inside = await enterFolder(folder);
    if ('failure' in inside) return { kind: 'failed', failure: inside.failure };
    const within = { ...local, localFolder: folder };
    for (const entry of listed.value) {
      const path = joinRemote(remotePath, entry.name);
      const followed = entry.kind === 'link' ? await behindLink(tools, path, entry) : entry;
      if (followed !== null) addEntry(within, followed, path, inside.taken, add);
    }
    return done;
  },
});

/** A link to a file is fetched as that file; one to a folder is left out, since it may lead round in a circle. */
async function behindLink({ files }: Tools, path: string, entry: FolderEntry): Promise<Named | null> {
  const target = await files.stat(path);
  return target.ok && target.value.kind === 'file' ? { ...target.value, name: entry.name } : null;
}

const fileTask = (local: Local, attributes: FileAttributes): Task => {
  let localPath: string | null = null;
  let skipped = false;
  return {
    kind: 'file',
    size: attributes.size,
    run: async (tools) => {
      const { batch, localFolder, taken, remotePath } = local;
      if (localPath === null) {
        const chosen = await chooseName(tools, batch, local, attributes);
        if (chosen === null) return unfinished;
        skipped = chosen === 'skip';
        if (chosen === 'skip') return done;
        taken.add(keyOf(chosen));
        localPath = join(localFolder, chosen);
      }
      if (skipped) return done;
      return downloadFile(tools, { remotePath, localPath, attributes });
    },
    discard: async () => (localPath === null || skipped ? undefined : removePart(localPath)),
  };
};

/** The name to write to, by the user's choice where it is taken; null where they have not answered. */
async function chooseName(
  tools: Tools,
  batch: Batch,
  { name, localFolder, taken }: Local,
  attributes: FileAttributes,
): Promise<string | null> {
  if (!taken.has(keyOf(name))) return name;
  const there = await lstat(join(localFolder, name)).catch(() => null);
  const facts = { size: there?.size ?? 0, modifiedAt: Math.floor((there?.mtimeMs ?? 0) / 1000) };
  const choice = await settleConflict(tools, batch, name, attributes, facts);
  if (choice === 'rename') return freeName(name, (candidate) => taken.has(keyOf(candidate)));
  return choice === 'overwrite' ? name : choice;
}

/** macOS and Windows take names that differ in case alone, or in how accents are written, for one. */
const keyOf = (name: string) => name.normalize('NFC').toLowerCase();

async function namesIn(folder: string): Promise<Taken> {
  return new Set((await readdir(folder).catch(() => [])).map(keyOf));
}

/** Makes a folder, or takes the one that is there; never one behind a link that the server did not choose. */
async function enterFolder(folder: string): Promise<{ readonly taken: Taken } | { readonly failure: Failure }> {
  try {
    await mkdir(folder);
    return { taken: new Set() };
  } catch (error) {
    const there = await lstat(folder).catch(() => null);
    if (there?.isDirectory() !== true) return { failure: localFailure(error, folder) };
    return { taken: await namesIn(folder) };
  }
}

const notPlain = (): Failure => ({
  code: 'file-refused',
  message: t('It is a device, a pipe or a socket, and was left out.'),
  retryable: false,
});
