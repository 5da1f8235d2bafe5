import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { KeyPair } from './key-pair.ts';
import { requireProgram } from './programs.ts';

const run = promisify(execFile);

export interface HostCertificateOptions {
  /** Host names; none is every host. */
  readonly principals?: readonly string[];
  /** As ssh-keygen's -V; default: for ever. */
  readonly validity?: string;
  /** As ssh-keygen's -O, such as `critical:name=value`. */
  readonly options?: readonly string[];
  /** By what an RSA authority signs, as ssh-keygen's -t. */
  readonly signature?: string;
  /** Default: `host`. */
  readonly kind?: 'host' | 'user';
}

/** Certifies a key with the real ssh-keygen; gives the path of the certificate, beside the key. */
export async function certifyHost(
  authority: KeyPair,
  key: KeyPair,
  { principals = [], validity = 'always:forever', options = [], signature, kind = 'host' }: HostCertificateOptions = {},
): Promise<string> {
  await run(requireProgram('ssh-keygen'), [
    ...['-q', '-s', authority.file, '-I', 'lab host', '-z', '7', '-V', validity],
    ...(kind === 'host' ? ['-h'] : []),
    ...(signature === undefined ? [] : ['-t', signature]),
    ...(principals.length === 0 ? [] : ['-n', principals.join(',')]),
    ...options.flatMap((option) => ['-O', option]),
    `${key.file}.pub`,
  ]);
  return `${key.file}-cert.pub`;
}
