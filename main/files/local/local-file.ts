import { close, fstat, ftruncate, futimes, open, read, type Stats, write } from 'node:fs';

/**
 * An open file of this computer. By descriptor: a `FileHandle` of node:fs/promises costs half as much again for each of
 * many small files. Rejects with the system's errors; whoever opens it closes it, once.
 */
export interface LocalFile {
  readonly facts: () => Promise<Stats>;
  /** Fills `target` from `position` on; gives the bytes read, fewer where the file ends before. */
  readonly read: (target: Uint8Array, position: number) => Promise<number>;
  /** Writes all of them. */
  readonly write: (bytes: Uint8Array, position: number) => Promise<void>;
  readonly truncate: (size: number) => Promise<void>;
  /** Seconds since 1970. */
  readonly setModified: (modifiedAt: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const openLocal = async (path: string, flags: string | number, mode?: number): Promise<LocalFile> =>
  fileOf(await ask<number>((done) => open(path, flags, mode, done)));

const fileOf = (descriptor: number): LocalFile => ({
  facts: () => ask<Stats>((done) => fstat(descriptor, done)),
  read: async (target, position) => {
    for (let got = 0; ; ) {
      const part = got === 0 ? target : target.subarray(got);
      const bytes = await ask<number>((done) => read(descriptor, part, 0, part.length, position + got, done));
      got += bytes;
      if (bytes === 0 || got === target.length) return got;
    }
  },
  write: async (bytes, position) => {
    for (let put = 0; put < bytes.length; ) {
      const part = put === 0 ? bytes : bytes.subarray(put);
      put += await ask<number>((done) => write(descriptor, part, 0, part.length, position + put, done));
    }
  },
  truncate: (size) => tell((done) => ftruncate(descriptor, size, done)),
  setModified: (modifiedAt) => tell((done) => futimes(descriptor, modifiedAt, modifiedAt, done)),
  close: () => tell((done) => close(descriptor, done)),
});

const ask = <T>(call: (done: (error: NodeJS.ErrnoException | null, value: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => call((error, value) => (error === null ? resolve(value) : reject(error))));

const tell = (call: (done: (error?: NodeJS.ErrnoException | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())));
