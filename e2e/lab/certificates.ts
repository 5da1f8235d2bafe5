import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type KeyPair, makeKeyPair } from './key-pair.ts';
import { requireProgram } from './programs.ts';

/** A certificate authority; sshd trusts it by `TrustedUserCAKeys` and the path of its public key. */
export interface Authority {
  readonly key: KeyPair;
  readonly publicFile: string;
  /** Certifies a key, whose certificate is beside it then as `…-cert.pub`; gives that path. */
  readonly certify: (publicFile: string, options?: CertificateOptions) => Promise<string>;
}

export interface CertificateOptions {
  /** Default: `user certificate`. */
  readonly id?: string;
  readonly principals?: readonly string[];
  /** As for ssh-keygen -V, such as `-2d:-1d`. Default: for ever. */
  readonly validity?: string;
  readonly isHost?: boolean;
}

/** Makes an authority in `folder` with the real ssh-keygen. */
export async function makeAuthority(folder: string): Promise<Authority> {
  const key = await makeKeyPair(folder, 'authority');
  return {
    key,
    publicFile: `${key.file}.pub`,
    certify: async (publicFile, { id = 'user certificate', principals = [], validity, isHost } = {}) => {
      await promisify(execFile)(requireProgram('ssh-keygen'), [
        ...['-q', '-s', key.file, '-I', id, '-z', '7'],
        ...(principals.length === 0 ? [] : ['-n', principals.join(',')]),
        ...(validity === undefined ? [] : ['-V', validity]),
        ...(isHost === true ? ['-h'] : []),
        publicFile,
      ]);
      return publicFile.replace(/\.pub$/, '-cert.pub');
    },
  };
}
