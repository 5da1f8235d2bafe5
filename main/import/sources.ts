import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { ImportSource } from '#contract/saved/import.ts';
import { puttyFolders, type Surroundings, teraTermFiles } from './places.ts';
import { parsePuttyFile } from './putty/store.ts';
import type { HostKeyNotation, Read } from './read.ts';
import { readPuttyStore } from './read-bytes.ts';
import { readImportFile } from './read-file.ts';
import { readSmallFile } from './small-file.ts';
import { decodeText } from './text.ts';

/** Sessions of another program on this computer, and how to read them. */
export interface FoundSource extends ImportSource {
  readonly read: () => Promise<Result<Read>>;
}

/** Files that are read at a time: enough to be quick, and few enough for every system's limit. */
const filesAtATime = 32;

/** Looks for what can be imported. Never rejects: what can't be read is not there. */
export async function findSources(around: Surroundings, notation: HostKeyNotation): Promise<readonly FoundSource[]> {
  const registry = around.platform === 'win32' ? [registrySource(notation)] : [];
  const folders = puttyFolders(around).map((folder) => puttyFolderSource(folder, notation));
  const files = teraTermFiles(around).map((file) => teraTermSource(file, notation));
  const found = await Promise.all([...registry, ...folders, ...files]);
  return found.filter((source) => source !== null);
}

async function puttyFolderSource(folder: string, notation: HostKeyNotation): Promise<FoundSource | null> {
  const names = await sessionFiles(folder);
  if (names.length === 0) return null;
  const read = () => readPuttyFolder(folder, notation);
  return { id: `putty:${folder}`, kind: 'putty', place: folder, sessions: names.length, read };
}

async function sessionFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(join(folder, 'sessions'), { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}

/** PuTTY's folder on Unix: a file for each session, and one for all host keys. */
async function readPuttyFolder(folder: string, notation: HostKeyNotation): Promise<Result<Read>> {
  const names = await sessionFiles(folder);
  const sessions: { readonly storedName: string; readonly keys: ReadonlyMap<string, string> }[] = [];
  const problems: string[] = [];
  for (let at = 0; at < names.length; at += filesAtATime) {
    const some = names.slice(at, at + filesAtATime);
    const read = await Promise.all(some.map((name) => readSmallFile(join(folder, 'sessions', name))));
    for (const [index, storedName] of some.entries()) {
      const file = read[index];
      if (file?.ok) sessions.push({ storedName, keys: parsePuttyFile(decodeText(file.value)) });
      else if (file !== undefined) problems.push(file.failure.message);
    }
  }
  const hostKeyFile = await readSmallFile(join(folder, 'sshhostkeys'));
  const hostKeys = hostKeyFile.ok ? notation.entriesIn(decodeText(hostKeyFile.value)) : [];
  const read = readPuttyStore({ sessions, hostKeys }, notation);
  return success({ ...read, problems: [...problems, ...read.problems] });
}

async function teraTermSource(file: string, notation: HostKeyNotation): Promise<FoundSource | null> {
  const read = () => readImportFile(file, notation);
  const found = await read();
  if (!found.ok || found.value.kind !== 'tera-term') return null;
  const sessions = found.value.sessions.length;
  return { id: `tera-term:${file}`, kind: 'tera-term', place: file, sessions, read };
}

const registryKey = 'HKCU\\Software\\SimonTatham\\PuTTY';

async function registrySource(notation: HostKeyNotation): Promise<FoundSource | null> {
  const read = () => readRegistry(notation);
  const found = await read();
  if (!found.ok || found.value.sessions.length === 0) return null;
  return { id: 'putty:registry', kind: 'putty', place: registryKey, sessions: found.value.sessions.length, read };
}

/** By Windows' own tool, into a file that is removed: no native module, and the same reader as for a user's export. */
async function readRegistry(notation: HostKeyNotation): Promise<Result<Read>> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-import-'));
  const file = join(folder, 'putty.reg');
  try {
    await promisify(execFile)('reg.exe', ['export', registryKey, file, '/y'], { windowsHide: true, timeout: 30_000 });
    return await readImportFile(file, notation);
  } catch {
    return failed(noRegistry());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const noRegistry = (): Failure => ({
  code: 'not-found',
  message: t('PuTTY has no sessions in the registry of this user.'),
  retryable: true,
});
