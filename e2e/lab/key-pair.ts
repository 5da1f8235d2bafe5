import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireProgram } from './programs.ts';

const run = promisify(execFile);

export type KeyType = 'ed25519' | 'rsa' | 'ecdsa';

export interface KeyPair {
  /** Path of the private key, mode 0600; the public one is beside it with `.pub`. */
  readonly file: string;
  /** As in RFC 4253: `ssh-ed25519`, `ssh-rsa`, `ecdsa-sha2-nistp256`. */
  readonly type: string;
  /** `SHA256:` and unpadded base64. */
  readonly fingerprint: string;
  /** One line of an authorized_keys file, without a comment. */
  readonly publicLine: string;
}

export interface KeyPairOptions {
  readonly type?: KeyType;
  /** Encrypts the private key. */
  readonly passphrase?: string;
  /** `PEM` is OpenSSL's older format; OpenSSH's own is the default. */
  readonly format?: 'PEM';
}

/** Makes a key pair in `folder` with the real ssh-keygen. */
export async function makeKeyPair(folder: string, name: string, options: KeyPairOptions = {}): Promise<KeyPair> {
  const file = join(folder, name);
  const format = options.format === undefined ? [] : ['-m', options.format];
  const type = options.type ?? 'ed25519';
  await run(requireProgram('ssh-keygen'), [
    ...['-q', '-t', type, '-C', '', '-N', options.passphrase ?? '', '-f', file],
    ...format,
  ]);
  const publicLine = (await readFile(`${file}.pub`, 'utf8')).trim();
  const [keyType = '', blob = ''] = publicLine.split(' ');
  const digest = createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64');
  return { file, type: keyType, fingerprint: `SHA256:${digest.replace(/=+$/, '')}`, publicLine };
}
