import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireProgram } from './programs.ts';

const run = promisify(execFile);

export type KeyType = 'ed25519' | 'rsa' | 'ecdsa' | 'dsa';

export interface KeyPair {
  /** Path of the private key, mode 0600; the public one is beside it with `.pub`. */
  readonly file: string;
  /** As in RFC 4253: `ssh-ed25519`, `ssh-rsa`, `ecdsa-sha2-nistp256`. */
  readonly type: string;
  /** `SHA256:` and unpadded base64. */
  readonly fingerprint: string;
  /** One line of an authorized_keys file. */
  readonly publicLine: string;
}

export interface KeyPairOptions {
  readonly type?: KeyType;
  /** Encrypts the private key. */
  readonly passphrase?: string;
  /** `PEM` is OpenSSL's older format; OpenSSH's own is the default. */
  readonly format?: 'PEM' | 'PKCS8';
  /** Of an ECDSA key: 256, 384 or 521; of an RSA key the length. */
  readonly bits?: number;
  readonly comment?: string;
}

/** Makes a key pair in `folder` with the real ssh-keygen. */
export async function makeKeyPair(folder: string, name: string, options: KeyPairOptions = {}): Promise<KeyPair> {
  const file = join(folder, name);
  const format = options.format === undefined ? [] : ['-m', options.format];
  const bits = options.bits === undefined ? [] : ['-b', String(options.bits)];
  const type = options.type ?? 'ed25519';
  await run(requireProgram('ssh-keygen'), [
    ...['-q', '-t', type, '-C', options.comment ?? '', '-N', options.passphrase ?? '', '-f', file],
    ...bits,
    ...format,
  ]);
  const publicLine = (await readFile(`${file}.pub`, 'utf8')).trim();
  return keyPairOf(file, publicLine);
}

/** A key pair by its file and its line of authorized_keys. */
export function keyPairOf(file: string, publicLine: string): KeyPair {
  const [type = ''] = publicLine.split(' ');
  return { file, type, fingerprint: fingerprintOf(publicLine), publicLine };
}

/** The fingerprint of a key by its line, as OpenSSH prints it. */
export function fingerprintOf(publicLine: string): string {
  const [, blob = ''] = publicLine.split(' ');
  const digest = createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64');
  return `SHA256:${digest.replace(/=+$/, '')}`;
}
