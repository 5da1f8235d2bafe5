import { existsSync } from 'node:fs';
import { lstat, unlink } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { dirname } from 'node:path';
import { failed, type Result, success } from '#contract/failure.ts';
import { socketListenFailure } from './forward-failures.ts';
import { type Listeners, listenAt } from './listeners.ts';

/** The user's own programs alone may connect, as with OpenSSH's StreamLocalBindMask. */
const ownerOnly = 0o177;

/**
 * Listens on a socket in the file system, which goes when it is closed. A file that is there already is left alone,
 * and is why it fails; but a socket makes room for it if `replaces` says so.
 */
export async function listenAtPath(
  path: string,
  replaces: boolean,
  onSocket: (socket: Socket) => void,
): Promise<Result<Listeners>> {
  if (replaces && (await isSocket(path))) await unlink(path).catch(() => undefined); // bind says why not
  const usual = process.umask(ownerOnly);
  const listening = listenAt({ path }, onSocket); // it is bound before this returns
  process.umask(usual);
  const server = await listening;
  if (typeof server === 'string') {
    // Node makes EACCES of ENOENT, as Windows has it.
    const code = server === 'EACCES' && !existsSync(dirname(path)) ? 'ENOENT' : server;
    return failed(socketListenFailure(code, path));
  }
  return success({ addresses: [path], close: () => server.close() });
}

const isSocket = (path: string) =>
  lstat(path).then(
    (status) => status.isSocket(),
    () => false,
  );
