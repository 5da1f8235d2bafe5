import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Failure } from '#contract/failure.ts';
import type { ConflictChoice, FileFacts } from '#contract/files/files.ts';
import { t } from '#contract/language/language.ts';
import { liesWithin } from '../lies-within.ts';
import { localFailure } from '../local/local-failures.ts';
import { freeName } from '../local/local-name.ts';
import { joinRemote, pathWithin } from '../remote-path.ts';
import { type Batch, inTheWay, settleConflict } from './conflict.ts';
import { about, allOf, done, endedBy, type Outcome, refusal, type Task, type Tools, unfinished } from './task.ts';
import { nothingUploaded, type UploadEnd, uploadFile } from './upload-file.ts';

export interface UploadRequest extends Omit<Upload, 'localPath' | 'root'> {
  readonly localPaths: readonly string[];
}

interface Upload {
  readonly localPath: string;
  /** The folder of the server that it goes into. */
  readonly remoteFolder: string;
  readonly batch: Batch;
  /** Nothing is sent that a link leads to out of this folder; undefined where the user has chosen the files themselves. */
  readonly within?: string | undefined;
  /** The folder of the server that was uploaded to: failures call files as they are called in it. */
  readonly root: string;
}

/** So many entries of a folder here are looked at together. */
const lookedAtOnce = 64;

/** What a folder of the server has already: null for one that this transfer has made. */
type Taken = ReadonlyMap<string, FileFacts> | null;

/** Files and folders of this computer that the user chose. */
export const uploadTask = ({ localPaths, ...request }: UploadRequest): Task =>
  allOf(localPaths.map((localPath) => chosenTask({ ...request, localPath, root: request.remoteFolder })));

const chosenTask = (request: Upload): Task => ({
  kind: 'folder',
  size: 0,
  run: async (_tools, add) => {
    const { localPath } = request;
    try {
      if (await leadsOut(request)) return { kind: 'failed', failure: about(basename(localPath), outside()) };
      const found = await stat(localPath);
      if (found.isDirectory()) add(folderTask(request));
      else if (found.isFile()) add(fileTask(request, found.size, null));
      else return { kind: 'failed', failure: about(basename(localPath), notPlain()) };
      return done;
    } catch (error) {
      return { kind: 'failed', failure: localFailure(error, localPath) };
    }
  },
});

const folderTask = (request: Upload): Task => ({
  kind: 'folder',
  size: 0,
  run: async ({ files }, add) => {
    const { localPath, remoteFolder } = request;
    const remotePath = joinRemote(remoteFolder, basename(localPath));
    const made = await files.makeFolder(remotePath);
    if (!made.ok && made.failure.code === 'files-lost') return unfinished;
    // Most often it is there already; whatever else it was, then it can't be read either.
    const listed = made.ok ? null : await files.list(remotePath);
    if (listed !== null && !listed.ok)
      return endedBy(about(calledName(request), made.ok ? listed.failure : made.failure));
    const taken = listed === null ? null : new Map(listed.value.map((entry) => [entry.name, entry]));
    const within = (name: string) => ({ ...request, localPath: join(localPath, name), remoteFolder: remotePath });
    try {
      const entries = await readdir(localPath, { withFileTypes: true });
      for (let at = 0; at < entries.length; at += lookedAtOnce) {
        const tasks = await Promise.all(
          entries.slice(at, at + lookedAtOnce).map((entry) => taskFor(entry, within(entry.name), taken)),
        );
        for (const task of tasks) if (task !== null) add(task);
      }
    } catch (error) {
      add(refusal(localFailure(error, localPath)));
    }
    return done;
  },
});

/** What uploads an entry of a folder; null for what is left out. */
async function taskFor(entry: Dirent, request: Upload, taken: Taken): Promise<Task | null> {
  if (entry.isDirectory()) return folderTask(request);
  if (!(entry.isFile() || entry.isSymbolicLink())) return refusal(about(calledName(request), notPlain()));
  try {
    if (entry.isSymbolicLink() && (await leadsOut(request))) return refusal(about(calledName(request), outside()));
    const found = await stat(request.localPath);
    // A link to a folder may lead round in a circle.
    return found.isFile() ? fileTask(request, found.size, taken) : null;
  } catch (error) {
    return entry.isFile() ? refusal(localFailure(error, request.localPath)) : null;
  }
}

function fileTask(request: Upload, size: number, taken: Taken): Task {
  const { localPath, remoteFolder, batch } = request;
  const called = calledName(request);
  const name = basename(localPath);
  let remoteName = name;
  let mayReplace = false;
  /** Kept: what was said as the connection was lost holds over the next one. */
  let choice: ConflictChoice | null = null;
  let progress = nothingUploaded;

  /** By the user's choice; null to go on, and otherwise how it ends. */
  const settle = async (tools: Tools, there: FileFacts): Promise<Outcome | null> => {
    const here = await stat(localPath).catch(() => null);
    const facts = { size: here?.size ?? size, modifiedAt: Math.floor((here?.mtimeMs ?? 0) / 1000) };
    choice ??= await settleConflict(tools, batch, name, facts, there);
    if (choice === null) return unfinished;
    if (choice === 'skip') return done;
    if (choice === 'overwrite') mayReplace = true;
    else {
      const listed = await tools.files.list(remoteFolder);
      if (!listed.ok) return endedBy(about(called, listed.failure));
      const names = new Set(listed.value.map((entry) => entry.name));
      remoteName = freeName(name, (candidate) => names.has(candidate));
    }
    return null;
  };

  const send = async (tools: Tools): Promise<UploadEnd['outcome']> => {
    const upload = { localPath, remotePath: joinRemote(remoteFolder, remoteName), replaces: mayReplace };
    const end = await uploadFile(tools, upload, progress);
    ({ progress } = end);
    return end.outcome;
  };

  return {
    kind: 'file',
    size,
    run: async (tools) => {
      const known = progress.begun || mayReplace || remoteName !== name ? undefined : taken?.get(name);
      const settled = known === undefined ? null : await settle(tools, known);
      if (settled !== null) return settled;
      const sent = await send(tools);
      if (sent.kind !== 'taken') return sent.kind === 'failed' ? endedBy(about(called, sent.failure)) : sent;
      const settledNow = await settle(tools, sent);
      if (settledNow !== null) return settledNow;
      const again = await send(tools);
      return again.kind === 'taken' ? { kind: 'failed', failure: about(called, inTheWay()) } : again;
    },
    // What was there before is lost; half of a new file is of no use to anybody.
    discard: async (files) =>
      progress.begun && !mayReplace ? files?.removeFile(joinRemote(remoteFolder, remoteName)) : undefined,
  };
}

const leadsOut = async ({ localPath, within }: Upload): Promise<boolean> =>
  within !== undefined && !(await liesWithin(within, localPath));

const calledName = ({ localPath, remoteFolder, root }: Upload): string =>
  pathWithin(root, joinRemote(remoteFolder, basename(localPath)));

const notPlain = (): Failure => ({
  code: 'file-refused',
  message: t('It is a device, a pipe or a socket, and was left out.'),
  retryable: false,
});

const outside = (): Failure => ({
  code: 'file-refused',
  message: t('It leads out of the folder that you chose on this computer, and was left out.'),
  retryable: false,
});
