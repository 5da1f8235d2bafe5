import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { AccountSide } from './accounts.ts';
import { makeKeyPair } from './key-pair.ts';
import { descendantsOf, signalAll } from './process-tree.ts';
import { findProgram, requireProgram } from './programs.ts';
import { freePort, greetingOf, loopback } from './tcp.ts';

/** A running dropbear on 127.0.0.1. */
export interface Dropbear {
  readonly port: number;
  /** The one user that can log in: the current one of this system. */
  readonly userName: string;
  /** Path of a private key that is authorised. */
  readonly keyFile: string;
  readonly hostKeyLine: string;
  /** All that it has logged so far. */
  readonly log: () => string;
  /** Lets one more key in: a line of authorized_keys. */
  readonly authorize: (publicKeyLine: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Whether it can run with files of the lab alone: that takes root on Linux, and the right to mount. */
export const canMount = (): boolean =>
  process.platform === 'linux' && spawnSync('unshare', ['--mount', 'true']).status === 0;

export const dropbearIsPossible = (): boolean => findProgram('dropbear') !== null && canMount();

/** Between two tries to connect, ms. */
const connectEvery = 50;

/**
 * Starts a dropbear on loopback that its own client key opens, with further arguments. A password opens it where there is
 * an account of the lab. It reads authorized_keys in the
 * user's home alone, so it runs in a mount namespace of its own, in which a folder of the lab is there: root on Linux.
 */
export async function startDropbear(
  folder: string,
  args: readonly string[],
  account: AccountSide | null = null,
): Promise<Dropbear> {
  const home = join(folder, 'home');
  await mkdir(join(home, '.ssh'), { recursive: true });
  await chmod(home, 0o700); // dropbear wants it so
  await chmod(join(home, '.ssh'), 0o700);
  const client = await makeKeyPair(folder, 'client-key');
  const authorizedKeys = join(home, '.ssh', 'authorized_keys');
  await writeFile(authorizedKeys, `${client.publicLine}\n`, { mode: 0o600 });
  const host = await makeKeyPair(folder, 'host-key');
  const hostKey = join(folder, 'host-key.dropbear');
  await promisify(execFile)(requireProgram('dropbearconvert'), ['openssh', 'dropbear', host.file, hostKey]);

  const port = await freePort();
  const mountHome = 'mount --bind "$0" "$1" && shift && exec "$@"';
  const within = ['--mount', 'sh', '-c', mountHome, home, userInfo().homedir];
  const command = [requireProgram('dropbear'), '-F', '-E', '-m', '-r', hostKey, '-p', `${loopback}:${port}`];
  const login = account === null ? ['-s'] : [];
  const start: AccountSide['spawn'] = account?.spawn ?? spawn;
  const server = start('unshare', [...within, ...command, ...login, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const { pid, stderr } = server;
  if (pid === undefined || stderr === null) throw new Error('dropbear could not be started.');
  let log = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const ended = once(server, 'exit');
  while ((await greetingOf(port)) === null) {
    if (server.exitCode !== null) throw new Error(`dropbear did not start: ${log}`);
    await wait(connectEvery);
  }
  return {
    port,
    userName: userInfo().username,
    keyFile: client.file,
    hostKeyLine: host.publicLine,
    log: () => log,
    authorize: (line) => appendFile(authorizedKeys, `${line}\n`),
    stop: async () => {
      signalAll(descendantsOf(pid), 'SIGKILL');
      server.kill('SIGKILL');
      await ended;
    },
  };
}
