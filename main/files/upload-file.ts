import { type FileHandle as LocalFile, open } from 'node:fs/promises';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import type { FileHandle } from '../session/remote-files.ts';
import { localFailure } from './local-failures.ts';
import { type Asked, movePieces } from './pieces.ts';
import { isSameBefore } from './same-tail.ts';
import { done, endedBy, type Outcome, type Tools, unfinished } from './task.ts';

export interface FileUpload {
  readonly localPath: string;
  readonly remotePath: string;
  /** Where the name is taken: false refuses, with `kind` `taken`. */
  readonly replaces: boolean;
}

/** How far an upload has come; it is kept for the next try. */
export interface UploadProgress {
  /** The server has the file from us, or may have: its answer did not come. */
  readonly begun: boolean;
  /** All before this position has arrived. */
  readonly bytes: number;
  /** What the file here was then; null before it was looked at. */
  readonly source: { readonly size: number; readonly modifiedMs: number } | null;
}

export const nothingUploaded: UploadProgress = { begun: false, bytes: 0, source: null };

export interface UploadEnd {
  readonly outcome: Outcome | { readonly kind: 'taken'; readonly size: number; readonly modifiedAt: number };
  readonly progress: UploadProgress;
}

/**
 * Uploads one file, into the place where it shall be: a file that is replaced keeps its owner and its links. Where an
 * earlier try was stopped it goes on, if the file here is the same still and so are the last bytes there.
 */
export async function uploadFile(tools: Tools, upload: FileUpload, before: UploadProgress): Promise<UploadEnd> {
  let local: LocalFile | null = null;
  try {
    local = await open(upload.localPath, 'r');
    const { size, mtimeMs, mode } = await local.stat();
    const source = { size, modifiedMs: mtimeMs };
    const isSame = before.source?.size === size && before.source.modifiedMs === mtimeMs;
    const from = isSame && before.bytes > 0 ? before.bytes : 0;
    const opened = await openRemote(tools, local, { ...upload, replaces: upload.replaces || before.begun }, from, mode);
    if (!opened.ok) {
      const lost = opened.failure.code === 'files-lost';
      const taken = lost || before.begun || upload.replaces ? null : await takenBy(tools, upload.remotePath);
      const progress = lost ? { ...before, begun: true } : before;
      return { outcome: taken ?? endedBy(opened.failure), progress };
    }
    const { handle } = opened.value;
    const sent = await sendFrom(tools, handle, local, upload, opened.value.from, size);
    const stamped = sent.outcome.kind === 'done' ? tools.files.setModified(handle, Math.floor(mtimeMs / 1000)) : null;
    const closed = await tools.files.close(handle);
    await stamped;
    // A full disk may be told of no sooner than here.
    const outcome = sent.outcome.kind === 'done' && !closed.ok ? endedBy(closed.failure) : sent.outcome;
    return { outcome, progress: { begun: true, bytes: sent.bytes, source } };
  } catch (error) {
    return { outcome: { kind: 'failed', failure: localFailure(error, upload.localPath) }, progress: before };
  } finally {
    await local?.close().catch(() => undefined);
  }
}

/** Opens it to be gone on with at `from`, or else at its beginning. */
async function openRemote(
  { files }: Tools,
  local: LocalFile,
  { remotePath, replaces }: FileUpload,
  from: number,
  mode: number,
): Promise<Result<{ readonly handle: FileHandle; readonly from: number }>> {
  if (from > 0) {
    const begun = await files.open(remotePath, 'write');
    if (begun.ok) {
      const same = await isSameBefore(files, begun.value, local, from);
      if (same.ok && same.value) return success({ handle: begun.value, from });
      void files.close(begun.value);
      if (!same.ok) return same;
    } else if (begun.failure.code !== 'file-not-found') return begun;
  }
  const opened = await files.open(remotePath, replaces ? 'replace' : 'create', mode & 0o777);
  return opened.ok ? success({ handle: opened.value, from: 0 }) : opened;
}

/** Version 3 of SFTP has no code for "it is there already": that is looked up. */
async function takenBy({ files }: Tools, remotePath: string): Promise<UploadEnd['outcome'] | null> {
  const there = await files.lstat(remotePath);
  return there.ok ? { kind: 'taken', size: there.value.size, modifiedAt: there.value.modifiedAt } : null;
}

async function sendFrom(
  tools: Tools,
  handle: FileHandle,
  local: LocalFile,
  { localPath }: FileUpload,
  from: number,
  size: number,
): Promise<{ readonly outcome: Outcome; readonly bytes: number }> {
  if (from > 0) tools.onBytes(from);
  const sendPiece = async (bytes: Uint8Array, position: number, asked: Asked): Promise<Result<null>> => {
    try {
      for (let got = 0; got < bytes.length; ) {
        const { bytesRead } = await local.read(bytes, got, bytes.length - got, position + got);
        if (bytesRead === 0) return failed(shrunk);
        got += bytesRead;
      }
    } catch (error) {
      return failed(localFailure(error, localPath));
    }
    return asked(() => tools.files.write(handle, bytes, position));
  };
  const moved = await movePieces(tools, { from, size, move: sendPiece, onMoved: tools.onBytes });
  if (moved.upTo === size) return { outcome: done, bytes: size };
  return { outcome: moved.failure === null ? unfinished : endedBy(moved.failure), bytes: moved.upTo };
}

const shrunk: Failure = {
  code: 'file-failed',
  message: 'It was changed on this computer while it was transferred.',
  retryable: true,
};
