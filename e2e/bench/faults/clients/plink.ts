import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireProgram } from '../../../lab/programs.ts';
import type { ClientStart, FaultClient } from './client.ts';
import { startCommand } from './command-client.ts';

const sessionName = 'lab';

/** Starts PuTTY's client of the command line with a saved session, where alone it takes keepalives from. */
export async function startPlink(start: ClientStart): Promise<FaultClient> {
  const { target, settings, folder } = start;
  const key = await writePpk(target.keyFile, folder);
  const sessions = join(folder, '.putty', 'sessions');
  await mkdir(sessions, { recursive: true });
  const session = {
    Protocol: 'ssh',
    HostName: target.host,
    PortNumber: target.port,
    UserName: target.userName,
    PublicKeyFile: key,
    TryAgent: 0,
    // PuTTY keeps whole minutes and the rest apart.
    PingInterval: Math.floor(settings.keepaliveSeconds / 60),
    PingIntervalSecs: settings.keepaliveSeconds % 60,
  };
  const lines = Object.entries(session).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(sessions, sessionName), lines.join(''));
  return startCommand(start, {
    name: 'plink',
    program: requireProgram('plink'),
    args: ['-batch', '-t', '-hostkey', fingerprintOf(target.hostKeyLine), '-load', sessionName],
  });
}

/** Writes PuTTY's form of a private key; gives its path. */
export async function writePpk(keyFile: string, folder: string): Promise<string> {
  const path = join(folder, 'key.ppk');
  await promisify(execFile)(requireProgram('puttygen'), [keyFile, '-O', 'private', '-o', path]);
  return path;
}

/** As `-hostkey` takes it. */
export function fingerprintOf(hostKeyLine: string): string {
  const blob = Buffer.from(hostKeyLine.split(' ')[1] ?? '', 'base64');
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
