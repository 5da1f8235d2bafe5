import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireProgram } from '../../../lab/programs.ts';
import type { ClientTarget } from '../../faults/clients/client.ts';
import { strictOptions } from '../../faults/clients/openssh.ts';
import { fingerprintOf, writePpk } from '../../faults/clients/plink.ts';
import type { Received } from './calls.ts';

/** A program of the command line with its arguments; the command for the server is their last. */
export type Receiver = (command: string) => readonly string[];

export async function openSshReceiver(target: ClientTarget, folder: string): Promise<Receiver> {
  const knownHosts = join(folder, 'known_hosts');
  await writeFile(knownHosts, `[${target.host}]:${target.port} ${target.hostKeyLine}\n`);
  const options = strictOptions(knownHosts).flatMap((option) => ['-o', option]);
  const login = ['-p', String(target.port), '-i', target.keyFile, `${target.userName}@${target.host}`];
  return (command) => [requireProgram('ssh'), '-F', 'none', '-T', '-e', 'none', ...options, ...login, command];
}

export async function plinkReceiver(target: ClientTarget, folder: string): Promise<Receiver> {
  const key = await writePpk(target.keyFile, folder);
  const hostKey = ['-hostkey', fingerprintOf(target.hostKeyLine)];
  const login = ['-P', String(target.port), '-i', key, `${target.userName}@${target.host}`];
  return (command) => [requireProgram('plink'), '-batch', '-T', ...hostKey, ...login, command];
}

/** What bash's `time` tells: seconds in all, in user and in kernel mode, with three digits. */
const timed = 'TIMEFORMAT="%3R %3U %3S"; time "$@" > /dev/null';

/** Runs it with its output thrown away. `bytes`: what the command prints. */
export async function timeReceiver(
  words: readonly string[],
  { bytes, folder, signal }: { readonly bytes: number; readonly folder: string; readonly signal: AbortSignal },
): Promise<Received> {
  const env = { PATH: process.env.PATH ?? '', HOME: folder, LC_ALL: 'C' };
  const run = promisify(execFile)('bash', ['-ec', timed, 'bash', ...words], { env, signal });
  const { stderr } = await run;
  const [all = Number.NaN, user = Number.NaN, kernel = Number.NaN] = stderr.trim().split(' ').map(Number);
  return { bytes, ms: all * 1000, cpuMs: (user + kernel) * 1000 };
}
