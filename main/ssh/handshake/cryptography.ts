import { createPublicKey, getCiphers, getCurves, getHashes, verify } from 'node:crypto';
import { settingsTable } from '#contract/settings/settings-table.ts';

/** What a library of cryptography has, by OpenSSL's names. Electron's BoringSSL has less than Node's OpenSSL. */
export interface Cryptography {
  readonly ciphers: readonly string[];
  readonly curves: readonly string[];
  readonly hashes: readonly string[];
  /** Diffie-Hellman in a group of 1,024 bits (RFC 2409, 6.2), by its name: BoringSSL has larger ones only. */
  readonly hasSmallGroup: boolean;
  /** Whether it verifies signatures of DSA keys: BoringSSL reads such keys, and no more. */
  readonly hasDsa: boolean;
}

export const runningCryptography: Cryptography = {
  ciphers: getCiphers(),
  curves: getCurves(),
  hashes: getHashes(),
  // Not tried: a library proves the prime of a group that it is asked for, OpenSSL this one and BoringSSL all. One of 8,192
  // bits takes it 20 seconds.
  hasSmallGroup: process.versions.electron === undefined,
  hasDsa: verifiesDsa(),
};

/** Tries it with a key that is no good but well written (RFC 3279, 2.3.2): it is refused, or there is an error. */
function verifiesDsa(): boolean {
  const key = Buffer.from('301c301406072a8648ce380401300902011702010b02010203040002010d', 'hex');
  try {
    return !verify('sha1', Buffer.alloc(0), createPublicKey({ key, format: 'der', type: 'spki' }), Buffer.alloc(1));
  } catch {
    return false;
  }
}

interface Need {
  readonly cipher?: string;
  readonly curve?: string;
  readonly hash?: string;
  readonly smallGroup?: true;
  readonly dsa?: true;
}

/** What an algorithm of the settings is made of where it is not always there. */
const needs: Readonly<Record<string, Need>> = {
  'ecdh-sha2-nistp256': { curve: 'prime256v1' },
  'ecdh-sha2-nistp384': { curve: 'secp384r1' },
  'ecdh-sha2-nistp521': { curve: 'secp521r1' },
  'diffie-hellman-group1-sha1': { smallGroup: true },
  'ecdsa-sha2-nistp256': { curve: 'prime256v1' },
  'ecdsa-sha2-nistp384': { curve: 'secp384r1' },
  'ecdsa-sha2-nistp521': { curve: 'secp521r1' },
  'aes128-gcm@openssh.com': { cipher: 'aes-128-gcm' },
  'aes256-gcm@openssh.com': { cipher: 'aes-256-gcm' },
  'aes128-ctr': { cipher: 'aes-128-ctr' },
  'aes192-ctr': { cipher: 'aes-192-ctr' },
  'aes256-ctr': { cipher: 'aes-256-ctr' },
  'chacha20-poly1305@openssh.com': { cipher: 'chacha20' },
  'aes128-cbc': { cipher: 'aes-128-cbc' },
  'aes192-cbc': { cipher: 'aes-192-cbc' },
  'aes256-cbc': { cipher: 'aes-256-cbc' },
  '3des-cbc': { cipher: 'des-ede3-cbc' },
  'ssh-dss': { dsa: true },
  'hmac-md5': { hash: 'md5' },
  'hmac-md5-96': { hash: 'md5' },
};

/** Whether an algorithm, by SSH's name, can be had. */
export function isAvailable(name: string, { ciphers, curves, hashes, hasSmallGroup, hasDsa }: Cryptography): boolean {
  const { cipher, curve, hash, smallGroup, dsa } = needs[name] ?? {};
  return (
    (cipher === undefined || ciphers.includes(cipher)) &&
    (curve === undefined || curves.includes(curve)) &&
    (hash === undefined || hashes.includes(hash)) &&
    (smallGroup === undefined || hasSmallGroup) &&
    (dsa === undefined || hasDsa)
  );
}

/** The algorithms of the settings that cannot be had. */
export const unavailableAlgorithms = (cryptography: Cryptography): readonly string[] =>
  [settingsTable.kexOrder, settingsTable.hostKeyOrder, settingsTable.cipherOrder, settingsTable.macOrder]
    .flatMap(({ items }) => items.map(({ value }) => value))
    .filter((name) => !isAvailable(name, cryptography));
