import type { KeyObject } from 'node:crypto';

/** What came of opening a private key with a passphrase, or without one where it is not encrypted. */
export type Opening =
  | { readonly kind: 'open'; readonly key: KeyObject }
  /** As far as the format can tell it from damage. */
  | { readonly kind: 'wrong-passphrase' }
  | { readonly kind: 'damaged' };

export const damaged: Opening = { kind: 'damaged' };
export const wrongPassphrase: Opening = { kind: 'wrong-passphrase' };
