import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { requireProgram } from './programs.ts';
import { ensureInstalled, proxyPackages } from './provision.ts';
import { canConnect, freePort, loopback } from './tcp.ts';

/** A proxy of Debian's on loopback. */
export interface RunningProxy {
  readonly port: number;
  /** All that it has logged. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

export interface ProxyLogin {
  readonly user: string;
  readonly password: string;
}

/** Why there are no proxies here, after trying to install them; null if there are. */
export function whyNoProxies(): string | null {
  try {
    ensureInstalled(proxyPackages);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** microsocks: SOCKS 5, with a login if one is given. */
export const startMicrosocks = (login: ProxyLogin | null = null): Promise<RunningProxy> =>
  startProxy('microsocks', async (port) => [
    ...['-i', loopback, '-p', String(port)],
    ...(login === null ? [] : ['-u', login.user, '-P', login.password]),
  ]);

/** dante: SOCKS 4 and 5; connections to `blockedPort` are not allowed. */
export const startDante = (blockedPort: number): Promise<RunningProxy> =>
  startProxy('danted', async (port, folder) => {
    const config = [
      'logoutput: stderr',
      `internal: ${loopback} port = ${port}`,
      `external: ${loopback}`,
      'socksmethod: none',
      'clientmethod: none',
      'client pass { from: 0.0.0.0/0 to: 0.0.0.0/0 }',
      `socks block { from: 0.0.0.0/0 to: 0.0.0.0/0 port = ${blockedPort} }`,
      'socks pass { from: 0.0.0.0/0 to: 0.0.0.0/0 log: connect }',
    ];
    const file = join(folder, 'danted.conf');
    await writeFile(file, `${config.join('\n')}\n`);
    return ['-f', file, '-p', join(folder, 'danted.pid')];
  });

/** tinyproxy: HTTP CONNECT to `allowedPort` alone, with Basic authentication if a login is given. */
export const startTinyproxy = (allowedPort: number, login: ProxyLogin | null = null): Promise<RunningProxy> =>
  startProxy('tinyproxy', async (port, folder) => {
    const config = [
      `Port ${port}`,
      `Listen ${loopback}`,
      'Timeout 600',
      `ConnectPort ${allowedPort}`,
      ...(login === null ? [] : [`BasicAuth ${login.user} ${login.password}`]),
    ];
    const file = join(folder, 'tinyproxy.conf');
    await writeFile(file, `${config.join('\n')}\n`);
    return ['-d', '-c', file];
  });

/** Between two attempts to connect, ms. */
const lookEvery = 20;

async function startProxy(
  program: string,
  argumentsFor: (port: number, folder: string) => Promise<readonly string[]>,
): Promise<RunningProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-proxy-'));
  const port = await freePort();
  const path = requireProgram(program);
  const args = await argumentsFor(port, folder);
  // A group of its own: dante has processes for each task.
  const child = spawn(path, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      const ended = once(child, 'exit');
      process.kill(-child.pid, 'SIGKILL');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  while (!(await canConnect(port))) {
    if (child.exitCode !== null) {
      await stop();
      throw new Error(`${program} did not start:\n${text}`);
    }
    await wait(lookEvery);
  }
  return { port, log: () => text, stop };
}
