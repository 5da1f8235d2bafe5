import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireProgram } from '../../../lab/programs.ts';
import type { ClientStart, FaultClient } from './client.ts';
import { startCommand } from './command-client.ts';

/** Starts OpenSSH's client, with no file of the user. */
export async function startOpenSsh(start: ClientStart): Promise<FaultClient> {
  const { target, settings, folder } = start;
  const knownHosts = join(folder, 'known_hosts');
  await writeFile(knownHosts, `[${target.host}]:${target.port} ${target.hostKeyLine}\n`);
  const options = [
    ...strictOptions(knownHosts),
    `ServerAliveInterval=${settings.checkSeconds}`,
    `ServerAliveCountMax=${settings.checkCount}`,
  ];
  return startCommand(start, {
    name: 'ssh',
    program: requireProgram('ssh'),
    args: [
      ...['-F', 'none', '-tt', '-e', 'none', '-p', String(target.port), '-i', target.keyFile],
      ...options.flatMap((option) => ['-o', option]),
      `${target.userName}@${target.host}`,
    ],
  });
}

/** A login by the key that it is given, to the host that this file knows, with no file of the user's. */
export const strictOptions = (knownHosts: string): readonly string[] => [
  'IdentitiesOnly=yes',
  'IdentityAgent=none',
  `UserKnownHostsFile=${knownHosts}`,
  'GlobalKnownHostsFile=/dev/null',
  'StrictHostKeyChecking=yes',
  'UpdateHostKeys=no',
  'PreferredAuthentications=publickey',
];
