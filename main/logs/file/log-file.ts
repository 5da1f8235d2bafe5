import { constants } from 'node:fs';
import { access, type FileHandle, mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { cutForRotation } from './rotation.ts';

/** One file on the disk that is written to its end, and opened anew where it has to be. */
export interface LogFile {
  /** Resolves once the system has the bytes; rejects with its error, and opens the file anew the next time. */
  readonly append: (bytes: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface LogFileOptions {
  readonly path: string;
  /** What the file holds already goes. */
  readonly overwrite: boolean;
  /** Begins each file; may be empty. */
  readonly header: () => string;
  /** A file of this size is kept under another name, and a new one begun; bytes, 0: never. */
  readonly limit: () => number;
  /** Monotonic ms. */
  readonly now: () => number;
  /** Somebody else moved or deleted the file: a new one was begun. */
  readonly onReplaced: () => void;
}

/** Whether the file is still the one that its name leads to is looked at so often at most, ms. */
const lookEveryMs = 1000;

/** Only its user may read a log, nor enter a folder that was made for it. */
const fileMode = 0o600;
const folderMode = 0o700;

interface Opened {
  readonly handle: FileHandle;
  /** Tells it from other files of that name. */
  readonly identity: string;
  size: number;
  lookedAt: number;
}

export function createLogFile({ path, header, limit, now, onReplaced, ...options }: LogFileOptions): LogFile {
  let opened: Opened | null = null;
  let overwrites = options.overwrite;
  /** The least number that may be free for a file that is full. */
  let nextNumber = 1;

  const openFile = async (): Promise<Opened> => {
    await mkdir(dirname(path), { recursive: true, mode: folderMode });
    // A pipe would wait for its reader, and a device is none of ours to change.
    const there = await stat(path).catch(() => null);
    if (there !== null && !there.isFile()) throw Object.assign(new Error(path), { code: 'EISDIR' });
    const { O_APPEND, O_CREAT, O_TRUNC, O_WRONLY } = constants;
    const handle = await open(path, O_WRONLY | O_CREAT | O_APPEND | (overwrites ? O_TRUNC : 0), fileMode);
    try {
      if (overwrites) await handle.chmod(fileMode);
      const { size, dev, ino } = await handle.stat();
      const made = { handle, identity: `${dev}:${ino}`, size, lookedAt: now() };
      await write(made, Buffer.from(header()));
      overwrites = false;
      return made;
    } catch (error) {
      await handle.close();
      throw error;
    }
  };

  const closeFile = async () => {
    const before = opened;
    opened = null;
    await before?.handle.close();
  };

  /** The file that the name leads to: another one, if somebody took the old one away. */
  const currentFile = async (): Promise<Opened> => {
    if (opened !== null && now() - opened.lookedAt >= lookEveryMs) {
      opened.lookedAt = now();
      const there = await stat(path).catch(() => null);
      if (there === null || `${there.dev}:${there.ino}` !== opened.identity) {
        await closeFile();
        opened = await openFile();
        onReplaced();
      }
    }
    opened ??= await openFile();
    return opened;
  };

  const rotate = async () => {
    await closeFile();
    while (await isThere(`${path}.${nextNumber}`)) nextNumber += 1;
    await rename(path, `${path}.${nextNumber}`);
  };

  return {
    append: async (bytes) => {
      try {
        let left = bytes;
        while (left.length > 0) {
          const file = await currentFile();
          const end = cutForRotation(left, file.size, limit());
          await write(file, left.subarray(0, end));
          left = left.subarray(end);
          if (left.length > 0) await rotate();
        }
      } catch (error) {
        await closeFile().catch(() => undefined);
        throw error;
      }
    },
    close: () => closeFile().catch(() => undefined),
  };
}

/** A disk that is nearly full takes a part. */
async function write(file: Opened, bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.handle.write(bytes, at);
    at += bytesWritten;
    file.size += bytesWritten;
  }
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
