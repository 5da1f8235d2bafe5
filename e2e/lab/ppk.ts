import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type KeyPair, keyPairOf } from './key-pair.ts';
import { requireProgram } from './programs.ts';

const run = promisify(execFile);

export type PpkType = 'rsa' | 'dsa' | 'ecdsa' | 'ed25519';

export interface PpkOptions {
  readonly type: PpkType;
  readonly bits?: number;
  /** Encrypts the private key. */
  readonly passphrase?: string;
  readonly comment?: string;
  /** `version=2`, or `kdf=argon2d` and so on, joined by commas: as puttygen takes it. */
  readonly param?: string;
  /** An OpenSSH key file that is converted instead of making a new key. */
  readonly from?: string;
}

/** Makes a key in PuTTY's format in `folder` with the real puttygen. */
export async function makePpk(folder: string, name: string, options: PpkOptions): Promise<KeyPair> {
  const file = join(folder, name);
  const puttygen = requireProgram('puttygen');
  const passphrase = join(folder, `${name}.passphrase`);
  await writeFile(passphrase, options.passphrase ?? '');
  const source = options.from === undefined ? ['-t', options.type] : [options.from];
  await run(puttygen, [
    ...source,
    ...(options.bits === undefined ? [] : ['-b', String(options.bits)]),
    ...['-C', options.comment ?? 'made by puttygen', '-q', '--random-device', '/dev/urandom'],
    ...['--new-passphrase', passphrase, '-O', 'private', '-o', file],
    ...(options.param === undefined ? [] : ['--ppk-param', options.param]),
  ]);
  const { stdout } = await run(puttygen, [file, '-O', 'public-openssh']);
  await rm(passphrase);
  return keyPairOf(file, stdout.trim());
}
