import { getCiphers, getCurves, getDiffieHellman } from 'node:crypto';
import { settingsTable } from '#contract/settings-table.ts';

/** What a library of cryptography has, by OpenSSL's names. Electron's BoringSSL has less than Node's OpenSSL. */
export interface Cryptography {
  readonly ciphers: readonly string[];
  readonly curves: readonly string[];
  /** Diffie-Hellman groups, such as `modp14`. */
  readonly hasGroup: (name: string) => boolean;
}

export const runningCryptography: Cryptography = {
  ciphers: getCiphers(),
  curves: getCurves(),
  hasGroup: (name) => {
    try {
      getDiffieHellman(name);
      return true;
    } catch {
      return false;
    }
  },
};

/** What an algorithm of the settings is made of where it is not always there. */
const needs: Readonly<Record<string, Partial<Record<'cipher' | 'curve' | 'group', string>>>> = {
  'ecdh-sha2-nistp256': { curve: 'prime256v1' },
  'ecdh-sha2-nistp384': { curve: 'secp384r1' },
  'ecdh-sha2-nistp521': { curve: 'secp521r1' },
  'diffie-hellman-group1-sha1': { group: 'modp2' },
  'diffie-hellman-group14-sha1': { group: 'modp14' },
  'diffie-hellman-group14-sha256': { group: 'modp14' },
  'diffie-hellman-group15-sha512': { group: 'modp15' },
  'diffie-hellman-group16-sha512': { group: 'modp16' },
  'diffie-hellman-group17-sha512': { group: 'modp17' },
  'diffie-hellman-group18-sha512': { group: 'modp18' },
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
};

/** Whether an algorithm, by SSH's name, can be had. */
export function isAvailable(name: string, { ciphers, curves, hasGroup }: Cryptography): boolean {
  const { cipher, curve, group } = needs[name] ?? {};
  return (
    (cipher === undefined || ciphers.includes(cipher)) &&
    (curve === undefined || curves.includes(curve)) &&
    (group === undefined || hasGroup(group))
  );
}

/** The algorithms of the settings that cannot be had. */
export const unavailableAlgorithms = (cryptography: Cryptography): readonly string[] =>
  [settingsTable.kexOrder, settingsTable.hostKeyOrder, settingsTable.cipherOrder]
    .flatMap(({ items }) => items.map(({ value }) => value))
    .filter((name) => !isAvailable(name, cryptography));
