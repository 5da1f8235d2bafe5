import { constants } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { FileAttributes, FileHandle } from '../../session/ports/remote-files.ts';
import { localFailure } from '../local/local-failures.ts';
import { type LocalFile, openLocal } from '../local/local-file.ts';
import { type Asked, movePieces } from './pieces.ts';
import { isSameBefore } from './same-tail.ts';
import { about, done, endedBy, type Outcome, type Tools, unfinished } from './task.ts';

export interface FileDownload {
  readonly remotePath: string;
  /** As failures call it. */
  readonly calledName: string;
  /** What it becomes when all of it is there; until then it has `.part` after its name. */
  readonly localPath: string;
  readonly attributes: Pick<FileAttributes, 'size' | 'modifiedAt' | 'mode'>;
}

/**
 * Downloads one file. Where an earlier try was stopped, its `.part` has the time of the server's file: if that is the
 * same still, and so are the last bytes, it goes on behind them.
 */
export async function downloadFile(tools: Tools, download: FileDownload): Promise<Outcome> {
  const part = `${download.localPath}.part`;
  const opened = await tools.files.open(download.remotePath, 'read');
  if (!opened.ok) return endedBy(about(download.calledName, opened.failure));
  const handle = opened.value;
  let local: LocalFile | null = null;
  try {
    const begun = await openPart(part, download);
    local = begun.file;
    const from = await resumeAt(tools, handle, begun);
    if (!from.ok) return endedBy(from.failure);
    const outcome = await fetchInto(tools, handle, local, download, from.value);
    const written = local;
    local = null;
    await written.close();
    if (outcome.kind === 'done') await rename(part, download.localPath);
    return outcome;
  } catch (error) {
    return { kind: 'failed', failure: localFailure(error, download.localPath) };
  } finally {
    void tools.files.close(handle);
    await local?.close().catch(() => undefined);
  }
}

/** What is left of a download that is given up. */
export const removePart = (localPath: string): Promise<void> => rm(`${localPath}.part`, { force: true });

interface Begun {
  readonly file: LocalFile;
  /** Bytes of an earlier try of the same file; 0 where there was none. */
  readonly bytes: number;
}

/** Never follows a link that somebody else put there. */
async function openPart(part: string, { attributes }: FileDownload): Promise<Begun> {
  const { O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;
  const mode = (attributes.mode & 0o777) | 0o600;
  const made = await openLocal(part, O_RDWR | O_CREAT | O_EXCL, mode).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    return null;
  });
  if (made !== null) return { file: made, bytes: 0 };
  const file = await openLocal(part, O_RDWR | O_NOFOLLOW);
  const { size, mtimeMs } = await file.facts();
  const isOurs = Math.floor(mtimeMs / 1000) === attributes.modifiedAt && size <= attributes.size;
  if (!isOurs) await file.truncate(0);
  return { file, bytes: isOurs ? size : 0 };
}

async function resumeAt(tools: Tools, handle: FileHandle, { file, bytes }: Begun) {
  if (bytes === 0) return success(0);
  const same = await isSameBefore(tools.files, handle, file, bytes);
  if (!same.ok) return same;
  if (!same.value) await file.truncate(0);
  return success(same.value ? bytes : 0);
}

async function fetchInto(
  tools: Tools,
  handle: FileHandle,
  local: LocalFile,
  { attributes, localPath, calledName }: FileDownload,
  from: number,
): Promise<Outcome> {
  const { files, onBytes } = tools;
  if (from > 0) onBytes(from);
  const fetchPiece = async (bytes: Uint8Array, position: number, asked: Asked): Promise<Result<null>> => {
    for (let got = 0; got < bytes.length; ) {
      const read = await asked(() => files.read(handle, bytes.subarray(got), position + got));
      if (!read.ok) return read;
      if (read.value === 0) return failed(shrunk());
      got += read.value;
    }
    try {
      await local.write(bytes, position);
      return success(null);
    } catch (error) {
      return failed(localFailure(error, localPath));
    }
  };
  // Files such as those of /proc tell no size, and have something in them all the same.
  if (attributes.size === 0) return fetchUntilEnd(tools, handle, local);
  const moved = await movePieces(tools, { from, size: attributes.size, move: fetchPiece, onMoved: onBytes });
  const isWhole = moved.upTo === attributes.size;
  if (!isWhole) await local.truncate(moved.upTo);
  if (attributes.modifiedAt > 0) await local.setModified(attributes.modifiedAt);
  if (isWhole) return done;
  return moved.failure === null ? unfinished : endedBy(about(calledName, moved.failure));
}

async function fetchUntilEnd({ files, signal }: Tools, handle: FileHandle, local: LocalFile): Promise<Outcome> {
  const bytes = Buffer.alloc(Math.min(files.chunkBytes, 32_768));
  for (let position = 0; !signal.aborted; ) {
    const read = await files.read(handle, bytes, position);
    if (!read.ok) return endedBy(read.failure);
    if (read.value === 0) return done;
    await local.write(bytes.subarray(0, read.value), position);
    position += read.value;
  }
  await local.truncate(0);
  return unfinished;
}

const shrunk = (): Failure => ({
  code: 'file-failed',
  message: t('It was changed on the server while it was transferred.'),
  retryable: true,
});
