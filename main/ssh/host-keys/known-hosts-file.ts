import { readFileSync, statSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type KnownHost, parseKnownHosts } from './known-hosts.ts';

export interface RecordedHost extends KnownHost {
  readonly file: string;
}

/**
 * All lines of these files, in order. A file that isn't there has none; one that can't be read has none either, and
 * `onUnreadable` hears its error code. Read afresh each time: users edit them.
 */
export const readKnownHosts = (
  files: readonly string[],
  onUnreadable: (file: string, code: string) => void,
): readonly RecordedHost[] =>
  files.flatMap((file) => {
    try {
      // Reading a pipe would wait for ever, with the whole program.
      const text = statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
      return parseKnownHosts(text).map((line) => ({ ...line, file }));
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'ENOENT' && code !== 'ENOTDIR') onUnreadable(file, code);
      return [];
    }
  });

const newline = '\n'.charCodeAt(0);

/**
 * Adds one line and waits until it is on the disk. Makes the file for this user alone, and its folder too. Rejects with
 * the system's error.
 */
export async function appendKnownHost(file: string, line: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a+', 0o600);
  try {
    const { size } = await handle.stat();
    const last = Buffer.from([newline]);
    if (size > 0) await handle.read(last, 0, 1, size - 1);
    await handle.appendFile(`${last[0] === newline ? '' : '\n'}${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';
