import type { Client, SFTPWrapper } from 'ssh2';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { type FileHandle, filesLost, type OpenMode, type RemoteFiles } from '../../session/remote-files.ts';
import { quietly } from '../quietly.ts';
import { chunkBytesOf, widenSftpWindow } from '../ssh2-internals/sftp.ts';
import { attributesOf, entryOf } from './attributes.ts';
import { isEndOfFile, sftpFailure } from './sftp-failures.ts';

/**
 * The receive window of the channel, bytes: carries 160 MB a second over a round trip of 100 ms. What is in flight is
 * bounded by what was asked for.
 */
const windowBytes = 16 * 1024 * 1024;

/** Larger ones bring no more speed, and hold the line longer against a key that is typed. */
const maxChunkBytes = 256 * 1024;

/** `x` of SSH_FXF_EXCL: refuses where the name is taken, also by a link that leads nowhere. */
const flags = { read: 'r', write: 'r+', create: 'wx', replace: 'w' } as const satisfies Record<OpenMode, string>;

type Callback<T> = (error: Error | null | undefined, value: T) => void;

/** The port of main/session over ssh2's client of SFTP version 3. */
export function sftpFiles(client: Client, sftp: SFTPWrapper): RemoteFiles {
  let ended = false;
  /** Of requests that have no answer yet: ssh2 forgets those that it sends after the channel's end. */
  const waiting = new Set<(failure: Failure) => void>();

  let tellEnd = () => {};
  const whenEnded = new Promise<void>((resolve) => {
    tellEnd = resolve;
  });
  const handleEnd = () => {
    ended = true;
    tellEnd();
    for (const settle of [...waiting]) settle(filesLost);
  };
  sftp.on('end', handleEnd);
  sftp.on('close', handleEnd);
  sftp.on('error', handleEnd); // what the server sent breaks the protocol: ssh2 has closed the channel
  widenSftpWindow(client, sftp, windowBytes);

  const ask = <T, V>(
    send: (callback: Callback<T>) => void,
    valueIn: (answer: T) => V,
    atEnd?: V,
  ): Promise<Result<V>> => {
    if (ended) return Promise.resolve(failed(filesLost));
    return new Promise((resolve) => {
      const settle = (failure: Failure) => {
        waiting.delete(settle);
        resolve(failed(failure));
      };
      waiting.add(settle);
      try {
        send((error, answer) => {
          waiting.delete(settle);
          if (!error) resolve(success(valueIn(answer)));
          else if (atEnd !== undefined && isEndOfFile(error)) resolve(success(atEnd));
          else resolve(failed(sftpFailure(error)));
        });
      } catch {
        settle(filesLost); // the connection is torn down already
      }
    });
  };
  const tell = (send: (callback: (error?: Error | null) => void) => void) =>
    ask<null, null>((done) => send((error) => done(error, null)), same);

  return {
    chunkBytes: Math.min(chunkBytesOf(sftp), maxChunkBytes),
    realPath: (path) => ask<string, string>((done) => sftp.realpath(path, done), same),
    list: (path) =>
      ask<Parameters<typeof entryOf>[0][], ReturnType<typeof entryOf>[]>(
        (done) => sftp.readdir(path, done),
        (entries) => entries.map(entryOf),
      ),
    stat: (path) => ask((done: Callback<Parameters<typeof attributesOf>[0]>) => sftp.stat(path, done), attributesOf),
    lstat: (path) => ask((done: Callback<Parameters<typeof attributesOf>[0]>) => sftp.lstat(path, done), attributesOf),
    open: (path, mode, permissions) =>
      ask<Buffer, FileHandle>(
        (done) =>
          permissions === undefined
            ? sftp.open(path, flags[mode], done)
            : sftp.open(path, flags[mode], permissions, done),
        handleOf,
      ),
    close: (handle) => tell((done) => sftp.close(bufferOf(handle), done)),
    read: (handle, target, position) =>
      ask<number, number>(
        (done) => sftp.read(bufferOf(handle), bytesOf(target), 0, target.length, position, done),
        same,
        0,
      ),
    write: (handle, bytes, position) =>
      tell((done) => sftp.write(bufferOf(handle), bytesOf(bytes), 0, bytes.length, position, done)),
    setModified: (handle, at) => tell((done) => sftp.futimes(bufferOf(handle), at, at, done)),
    setMode: (path, mode) => tell((done) => sftp.chmod(path, mode, done)),
    rename: (from, to) => tell((done) => sftp.rename(from, to, done)),
    removeFile: (path) => tell((done) => sftp.unlink(path, done)),
    removeFolder: (path) => tell((done) => sftp.rmdir(path, done)),
    makeFolder: (path) => tell((done) => sftp.mkdir(path, done)),
    ended: whenEnded,
    end: () => quietly(() => sftp.end()),
  };
}

const same = <T>(value: T): T => value;
const handleOf = (handle: Buffer) => handle as unknown as FileHandle;
const bufferOf = (handle: FileHandle) => handle as unknown as Buffer;
/** A view of the same bytes: ssh2 takes a Buffer alone. */
const bytesOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
