import { failed, type Result, success } from '#contract/failure.ts';
import type { FileHandle, FolderEntry, OpenMode, RemoteFiles } from '../../session/ports/remote-files.ts';
import type { Answer } from './answer.ts';
import { attributesOf, entryOf } from './attributes.ts';
import { attributeFlags, openFlags, type RequestType, requestTypes } from './messages.ts';
import { uint64 } from './request-packet.ts';
import type { SftpClient } from './sftp-client.ts';
import { failureIn, isEndOfFile, isOk, writeFailureIn } from './sftp-failures.ts';

/** Larger ones bring no more speed, and hold the line longer against a key that is typed. */
const maxChunkBytes = 256 * 1024;

/** A folder is read by so many requests at once: a server gives about 100 names to each. */
const listedAtOnce = 4;

const { read, write, create, truncate, exclusive } = openFlags;
const flagsOf = {
  read,
  write: read | write,
  create: write | create | exclusive,
  replace: write | create | truncate,
} as const satisfies Record<OpenMode, number>;

/** The port of main/session over a client of SFTP version 3, whose hello said `chunkBytes`. */
export function sftpFiles(
  { ask }: SftpClient,
  chunkBytes: number,
  { ended, end }: Pick<RemoteFiles, 'ended' | 'end'>,
): RemoteFiles {
  const tell = (type: RequestType, ...fields: Parameters<typeof ask>[1]) => ask(type, fields, nothingIn);

  const list = async (path: string): Promise<Result<readonly FolderEntry[]>> => {
    const opened = await ask(requestTypes.openFolder, [path], handleIn);
    if (!opened.ok) return opened;
    const handle = bytesOf(opened.value);
    const entries: FolderEntry[] = [];
    for (;;) {
      const asked = Array.from({ length: listedAtOnce }, () => ask(requestTypes.readFolder, [handle], entriesIn));
      const answers = await Promise.all(asked);
      for (const answer of answers) if (answer.ok) entries.push(...(answer.value ?? []));
      const last = answers.find((answer) => !answer.ok || answer.value === null);
      if (last === undefined) continue;
      void tell(requestTypes.close, handle);
      return last.ok ? success(entries) : last;
    }
  };

  return {
    chunkBytes: Math.min(chunkBytes, maxChunkBytes),
    realPath: (path) => ask(requestTypes.realPath, [path], nameIn),
    list,
    stat: (path) => ask(requestTypes.stat, [path], attributesIn),
    lstat: (path) => ask(requestTypes.lstat, [path], attributesIn),
    open: (path, mode, permissions) => {
      const attributes = permissions === undefined ? [0] : [attributeFlags.permissions, permissions];
      return ask(requestTypes.open, [path, flagsOf[mode], ...attributes], handleIn);
    },
    close: (handle) => tell(requestTypes.close, bytesOf(handle)),
    read: (handle, target, position) =>
      ask(requestTypes.read, [bytesOf(handle), ...uint64(position), target.length], readIn, { target }),
    write: (handle, data, position) =>
      ask(requestTypes.write, [bytesOf(handle), ...uint64(position)], writtenIn, { data }),
    setModified: (handle, at) =>
      tell(requestTypes.setAttributesOfHandle, bytesOf(handle), attributeFlags.times, at, at),
    setMode: (path, mode) => tell(requestTypes.setAttributes, path, attributeFlags.permissions, mode),
    rename: (from, to) => tell(requestTypes.rename, from, to),
    removeFile: (path) => tell(requestTypes.remove, path),
    removeFolder: (path) => tell(requestTypes.removeFolder, path),
    makeFolder: (path) => tell(requestTypes.makeFolder, path, 0),
    ended,
    end,
  };
}

const handleOf = (bytes: Buffer) => bytes as unknown as FileHandle;
const bytesOf = (handle: FileHandle) => handle as unknown as Buffer;

const nothingIn = (answer: Answer): Result<null> => (isOk(answer) ? success(null) : failed(failureIn(answer)));

const writtenIn = (answer: Answer): Result<null> => (isOk(answer) ? success(null) : failed(writeFailureIn(answer)));

const handleIn = (answer: Answer): Result<FileHandle> =>
  answer.kind === 'handle' ? success(handleOf(answer.handle)) : failed(failureIn(answer));

const attributesIn = (answer: Answer) =>
  answer.kind === 'attributes' ? success(attributesOf(answer.attributes)) : failed(failureIn(answer));

const readIn = (answer: Answer): Result<number> => {
  if (answer.kind === 'data' && answer.bytes !== null) return success(answer.bytes);
  return isEndOfFile(answer) ? success(0) : failed(failureIn(answer));
};

const nameIn = (answer: Answer): Result<string> => {
  const [first] = answer.kind === 'names' ? answer.names : [];
  return first === undefined ? failed(failureIn(answer)) : success(first.name);
};

/** Null at the folder's end. */
const entriesIn = (answer: Answer): Result<readonly FolderEntry[] | null> => {
  if (answer.kind === 'names')
    return success(answer.names.filter(({ name }) => name !== '.' && name !== '..').map(entryOf));
  return isEndOfFile(answer) ? success(null) : failed(failureIn(answer));
};
