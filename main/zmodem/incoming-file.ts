import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { localFailure } from '../files/local/local-failures.ts';
import { freeName } from '../files/local/local-name.ts';

/** What is written at once: the subpackets of the protocol are of 1 KiB. */
const pieceBytes = 256 * 1024;

/** With so much unwritten the server is held back, and until so little is left. */
const highBytes = 4 * 1024 * 1024;
const lowBytes = 1024 * 1024;

/** A file that is received: until all of it is there it has `.part` after its name. */
export interface IncomingFile {
  /** Bytes of an earlier try that are there. */
  readonly leftBytes: number;
  /** CRC-32 of those. */
  readonly leftChecksum: () => Promise<Result<number>>;
  /** Writes from this byte on, which is 0 or `leftBytes`. */
  readonly begin: (position: number) => Promise<Result<null>>;
  /** Copies the bytes. */
  readonly write: (bytes: Uint8Array) => void;
  /** Writes what waits, and gives the file its name. A file that came there meanwhile keeps its own. */
  readonly finish: (modifiedAt: number) => Promise<Result<string>>;
  /** Leaves what there is for another try; gives its name, or null where there is nothing. */
  readonly leave: () => Promise<string | null>;
}

export interface IncomingFileOptions {
  readonly folder: string;
  /** Fit for this computer. */
  readonly name: string;
  readonly overwrites: boolean;
  /** Hold the server back. */
  readonly onFull: (isFull: boolean) => void;
  readonly onFailure: (failure: Failure) => void;
}

const partOf = (name: string): string => `${name}.part`;

/** Whether something of the name is there, a link that leads nowhere too. */
export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

export async function openIncomingFile(options: IncomingFileOptions): Promise<Result<IncomingFile>> {
  const { folder, name } = options;
  const part = join(folder, partOf(name));
  try {
    await mkdir(folder, { recursive: true });
    const file = await openPart(part);
    const { size } = await file.stat();
    return success(incomingFile(options, file, part, size));
  } catch (error) {
    return failed(localFailure(error, join(folder, name)));
  }
}

/** Never follows a link that somebody else put there. */
async function openPart(part: string): Promise<FileHandle> {
  const { O_RDWR, O_CREAT, O_NOFOLLOW = 0 } = constants;
  const file = await open(part, O_RDWR | O_CREAT | O_NOFOLLOW, 0o666);
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw Object.assign(new Error('no file'), { code: 'EEXIST' });
}

function incomingFile(
  { folder, name, overwrites, onFull, onFailure }: IncomingFileOptions,
  file: FileHandle,
  part: string,
  leftBytes: number,
): IncomingFile {
  let isBegun = false;
  let position = 0;
  let piece = Buffer.allocUnsafe(pieceBytes);
  let length = 0;
  let unwritten = 0;
  let isFull = false;
  let writing: Promise<void> = Promise.resolve();
  let failure: Failure | null = null;

  const setFull = (full: boolean) => {
    if (full === isFull) return;
    isFull = full;
    onFull(full);
  };

  const flush = () => {
    if (length === 0) return;
    const [bytes, at] = [piece.subarray(0, length), position];
    position += length;
    piece = Buffer.allocUnsafe(pieceBytes);
    length = 0;
    writing = writing.then(async () => {
      try {
        if (failure === null) await writeAll(file, bytes, at);
      } catch (error) {
        failure = localFailure(error, join(folder, name));
        onFailure(failure);
      }
      unwritten -= bytes.length;
      if (unwritten <= lowBytes) setFull(false);
    });
  };

  return {
    leftBytes,
    leftChecksum: () => checksumOfFile(file, leftBytes, part),
    begin: async (from) => {
      isBegun = true;
      position = from;
      try {
        await file.truncate(from);
        return success(null);
      } catch (error) {
        return failed(localFailure(error, part));
      }
    },
    write: (bytes) => {
      for (let at = 0; at < bytes.length; ) {
        const room = Math.min(piece.length - length, bytes.length - at);
        piece.set(bytes.subarray(at, at + room), length);
        length += room;
        at += room;
        if (length === piece.length) flush();
      }
      unwritten += bytes.length;
      if (unwritten > highBytes) setFull(true);
    },
    finish: async (modifiedAt) => {
      flush();
      await writing;
      try {
        if (failure === null && modifiedAt > 0) await file.utimes(modifiedAt, modifiedAt);
        await file.close();
        if (failure !== null) return failed(failure);
        const isTaken = !overwrites && (await isThere(join(folder, name)));
        const given = isTaken ? await freeNameIn(folder, name) : name;
        await rename(part, join(folder, given));
        return success(given);
      } catch (error) {
        return failed(localFailure(error, join(folder, name)));
      }
    },
    leave: async () => {
      flush();
      await writing;
      await file.close().catch(() => undefined);
      if (isBegun ? position > 0 : leftBytes > 0) return partOf(name);
      await rm(part, { force: true });
      return null;
    },
  };
}

/** `a (1).txt` where `a.txt` is there, and so on. */
export async function freeNameIn(folder: string, name: string): Promise<string> {
  const taken = new Set<string>();
  for (;;) {
    const candidate = freeName(name, (other) => taken.has(other));
    const isTaken = (await isThere(join(folder, candidate))) || (await isThere(join(folder, partOf(candidate))));
    if (!isTaken) return candidate;
    taken.add(candidate);
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}

async function checksumOfFile(file: FileHandle, upTo: number, part: string): Promise<Result<number>> {
  const bytes = Buffer.allocUnsafe(1024 * 1024);
  let checksum = 0;
  try {
    for (let at = 0; at < upTo; ) {
      const { bytesRead } = await file.read(bytes, 0, Math.min(bytes.length, upTo - at), at);
      if (bytesRead === 0) break;
      checksum = crc32(bytes.subarray(0, bytesRead), checksum);
      at += bytesRead;
    }
    return success(checksum);
  } catch (error) {
    return failed(localFailure(error, part));
  }
}
