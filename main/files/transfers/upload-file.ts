import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { FileHandle } from '../../session/ports/remote-files.ts';
import { localFailure } from '../local/local-failures.ts';
import { type LocalFile, openLocal } from '../local/local-file.ts';
import { type Asked, movePieces } from './pieces.ts';
import { isSameBefore } from './same-tail.ts';
import { done, endedBy, type Outcome, type Tools, unfinished } from './task.ts';

/** A file up to this size is sent at once, bytes: one request, and a packet of OpenSSH's. */
const wholeBytes = 32 * 1024;

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
    local = await openLocal(upload.localPath, 'r');
    const { size, mtimeMs, mode } = await local.facts();
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
    const send = opened.value.from === 0 && size <= wholeBytes ? sendWhole : sendPieces;
    const { outcome, bytes } = await send(tools, { ...opened.value, local, source, path: upload.localPath });
    return { outcome, progress: { begun: true, bytes, source } };
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

interface Sending {
  readonly handle: FileHandle;
  readonly from: number;
  readonly local: LocalFile;
  readonly source: { readonly size: number; readonly modifiedMs: number };
  readonly path: string;
}

interface Sent {
  readonly outcome: Outcome;
  /** All before this position has arrived. */
  readonly bytes: number;
}

/** Sends a small file: its time and its end follow behind its bytes, and no answer is waited for in between. */
async function sendWhole({ files, flow, clock, signal, onBytes }: Tools, sending: Sending): Promise<Sent> {
  const { handle, local, source, path } = sending;
  await flow.acquire(source.size);
  const bytes = Buffer.allocUnsafe(source.size);
  const failure = signal.aborted ? null : await fill(local, bytes, 0, path);
  if (signal.aborted || failure !== null) {
    flow.release(source.size, null);
    await files.close(handle);
    return { outcome: failure === null ? unfinished : endedBy(failure), bytes: 0 };
  }
  const begun = clock.now();
  const [written, , closed] = await Promise.all([
    source.size === 0 ? success(null) : files.write(handle, bytes, 0),
    files.setModified(handle, secondsOf(source)),
    files.close(handle),
  ]);
  flow.release(source.size, clock.now() - begun);
  if (!written.ok) return { outcome: endedBy(written.failure), bytes: 0 };
  onBytes(source.size);
  return { outcome: closed.ok ? done : endedBy(closed.failure), bytes: source.size };
}

async function sendPieces(tools: Tools, { handle, from, local, source, path }: Sending): Promise<Sent> {
  const { files, onBytes } = tools;
  if (from > 0) onBytes(from);
  const move = async (bytes: Uint8Array, position: number, asked: Asked): Promise<Result<null>> => {
    const failure = await fill(local, bytes, position, path);
    return failure === null ? asked(() => files.write(handle, bytes, position)) : failed(failure);
  };
  const moved = await movePieces(tools, { from, size: source.size, move, onMoved: onBytes });
  const isWhole = moved.upTo === source.size;
  const stamped = isWhole ? files.setModified(handle, secondsOf(source)) : null;
  const closed = await files.close(handle);
  await stamped;
  // A full disk may be told of no sooner than here.
  const end = closed.ok ? done : endedBy(closed.failure);
  const stopped = moved.failure === null ? unfinished : endedBy(moved.failure);
  return { outcome: isWhole ? end : stopped, bytes: moved.upTo };
}

const secondsOf = ({ modifiedMs }: Sending['source']) => Math.floor(modifiedMs / 1000);

/** Reads all of `bytes`; gives why it could not, or null. */
async function fill(local: LocalFile, bytes: Uint8Array, position: number, path: string): Promise<Failure | null> {
  try {
    return (await local.read(bytes, position)) === bytes.length ? null : shrunk();
  } catch (error) {
    return localFailure(error, path);
  }
}

const shrunk = (): Failure => ({
  code: 'file-failed',
  message: t('It was changed on this computer while it was transferred.'),
  retryable: true,
});
