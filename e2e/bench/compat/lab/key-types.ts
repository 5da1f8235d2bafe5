import type { KeyType } from '../../../lab/key-pair.ts';

/** The types of a user's key. */
export const keyTypes = {
  'RSA 2048': { type: 'rsa', bits: 2048 },
  'RSA 4096': { type: 'rsa', bits: 4096 },
  'ECDSA 256': { type: 'ecdsa', bits: 256 },
  'ECDSA 384': { type: 'ecdsa', bits: 384 },
  'ECDSA 521': { type: 'ecdsa', bits: 521 },
  Ed25519: { type: 'ed25519' },
  DSA: { type: 'dsa' },
} as const satisfies Record<string, { readonly type: KeyType; readonly bits?: number }>;

export type KeyName = keyof typeof keyTypes;
export const keyNames = Object.keys(keyTypes) as readonly KeyName[];

/** The formats of a key file; ssh-keygen's names, and PuTTY's. */
export const keyFormats = ['OpenSSH', 'PEM', 'PKCS#8', 'PPK 2', 'PPK 3'] as const;
export type KeyFormat = (typeof keyFormats)[number];

/** PEM, as OpenSSL had it before PKCS#8, knows no Ed25519. */
export const hasFormat = (name: KeyName, format: KeyFormat): boolean => name !== 'Ed25519' || format !== 'PEM';
