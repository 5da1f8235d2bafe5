import { expect, it } from 'vitest';
import type { Negotiated } from '#contract/session/session.ts';
import { securityLines } from './security-words.ts';

const agreed: Negotiated = {
  serverVersion: 'SSH-2.0-OpenSSH_10.0',
  kex: 'mlkem768x25519-sha256',
  postQuantum: true,
  hostKey: 'ssh-ed25519',
  cipherOut: 'aes128-gcm@openssh.com',
  cipherIn: 'aes128-gcm@openssh.com',
  macOut: '',
  macIn: '',
  compressionOut: 'none',
  compressionIn: 'none',
};

it('says whether the key exchange was post-quantum, and names what protects the connection', () => {
  expect(securityLines(agreed)).toEqual([
    'Post-quantum: mlkem768x25519-sha256',
    'aes128-gcm@openssh.com',
    'Host key: ssh-ed25519',
    'SSH-2.0-OpenSSH_10.0',
  ]);
});

it('names both directions where they differ, MACs and compression', () => {
  const mixed: Negotiated = {
    ...agreed,
    ...{ kex: 'curve25519-sha256', postQuantum: false, cipherOut: 'aes128-ctr', cipherIn: 'aes256-ctr' },
    ...{ macOut: 'hmac-sha2-256', macIn: 'hmac-sha2-256', compressionIn: 'zlib@openssh.com' },
  };
  expect(securityLines(mixed).slice(0, 2)).toEqual([
    'Not post-quantum: curve25519-sha256',
    'aes128-ctr / aes256-ctr, hmac-sha2-256, compressed',
  ]);
});
