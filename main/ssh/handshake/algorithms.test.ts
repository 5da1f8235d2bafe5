import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { isBelowLine, offerForRenewal, offerOf } from './algorithms.ts';
import { type Cryptography, isAvailable, runningCryptography, unavailableAlgorithms } from './cryptography.ts';

const nothingKnown = { types: [], hasAuthority: false };

/** What Electron's BoringSSL lacks of what Node's OpenSSL has. */
const boringSsl: Cryptography = {
  ...runningCryptography,
  ciphers: runningCryptography.ciphers.filter((name) => name !== 'chacha20'),
  hasSmallGroup: false,
  hasDsa: false,
};

describe('what is offered to a server', () => {
  it('is the order of the profile, without the line, and with the signals behind the key exchanges', () => {
    const offer = offerOf(defaultProfile, nothingKnown, runningCryptography);
    expect(offer.kex.slice(-2)).toEqual(['ext-info-c', 'kex-strict-c-v00@openssh.com']);
    for (const names of [offer.kex, offer.hostKey, offer.cipher]) expect(names).not.toContain('WARN');
    expect(offer.cipher[0]).toBe('aes128-gcm@openssh.com');
    const cipherOrder = ['3des-cbc', 'WARN', 'aes256-ctr'];
    expect(offerOf({ ...defaultProfile, cipherOrder }, nothingKnown, runningCryptography).cipher).toEqual([
      '3des-cbc',
      'aes256-ctr',
    ]);
  });

  it('leaves out what the running cryptography does not have', () => {
    const { kex, cipher, hostKey } = offerOf(defaultProfile, nothingKnown, boringSsl);
    expect(hostKey).not.toContain('ssh-dss');
    expect(kex).not.toContain('diffie-hellman-group1-sha1');
    expect(kex).toContain('diffie-hellman-group14-sha1');
    expect(cipher).not.toContain('chacha20-poly1305@openssh.com');
    expect(unavailableAlgorithms(boringSsl)).toEqual([
      'diffie-hellman-group1-sha1',
      'ssh-dss',
      'chacha20-poly1305@openssh.com',
    ]);
    const bare: Cryptography = { ciphers: [], curves: [], hashes: [], hasSmallGroup: false, hasDsa: false };
    expect(isAvailable('curve25519-sha256', bare)).toBe(true);
    expect(isAvailable('ecdh-sha2-nistp521', bare)).toBe(false);
    expect(offerOf(defaultProfile, nothingKnown, bare).mac).not.toContain('hmac-md5');
  });

  it('has known types of host keys first, but never what stands below the line', () => {
    const known = { types: ['ssh-rsa'], hasAuthority: false };
    const { hostKey } = offerOf(defaultProfile, known, runningCryptography);
    expect(hostKey.slice(0, 3)).toEqual(['rsa-sha2-512', 'rsa-sha2-256', 'ssh-ed25519']);
    expect(hostKey.slice(-2)).toEqual(['ssh-rsa', 'ssh-dss']);
    const plain = offerOf({ ...defaultProfile, preferKnownHostKeys: false }, known, runningCryptography);
    expect(plain.hostKey[0]).toBe('ssh-ed25519');
  });

  it('has certificates where an authority is known, none of them signed with SHA-1', () => {
    const { hostKey } = offerOf(defaultProfile, { types: [], hasAuthority: true }, runningCryptography);
    expect(hostKey.slice(0, 2)).toEqual([
      'ssh-ed25519-cert-v01@openssh.com',
      'ecdsa-sha2-nistp256-cert-v01@openssh.com',
    ]);
    expect(hostKey).toContain('rsa-sha2-512-cert-v01@openssh.com');
    expect(hostKey.filter((name) => name.startsWith('ssh-rsa'))).toEqual(['ssh-rsa']);
  });

  it('is narrower when the keys are renewed: of the weak ones those alone that were accepted', () => {
    const offer = offerOf(defaultProfile, nothingKnown, runningCryptography);
    const renewal = offerForRenewal(offer, defaultProfile, ['3des-cbc']);
    expect(renewal.cipher).toEqual(offer.cipher.filter((name) => !name.startsWith('aes') || !name.endsWith('-cbc')));
    expect(renewal.hostKey).not.toContain('ssh-rsa');
    expect(renewal.mac).toEqual(offer.mac.slice(0, 6));
    expect(renewal.kex.some((name) => name.endsWith('-sha1'))).toBe(false);
    expect(renewal.kex.slice(-2)).toEqual(offer.kex.slice(-2));
  });
});

it('stands below the line where the order says so, certified or not', () => {
  const order = ['ssh-ed25519', 'WARN', 'rsa-sha2-512'];
  expect(isBelowLine('ssh-ed25519', order)).toBe(false);
  expect(isBelowLine('rsa-sha2-512-cert-v01@openssh.com', order)).toBe(true);
  expect(isBelowLine('ext-info-c', order)).toBe(false);
});
