/** What a saved secret opens. */
export type SecretKey =
  | { readonly kind: 'password'; readonly user: string; readonly host: string; readonly port: number }
  | {
      readonly kind: 'passphrase';
      /** The key's fingerprint, or its file where that is not known before it is opened. */
      readonly key: string;
      readonly file: string;
    };

/** That a secret is saved, for the user; never its text. */
export interface SavedSecret {
  readonly id: string;
  readonly key: SecretKey;
  /** The vault that its text is encrypted for: `keychain`, `dpapi`, `gnome_libsecret`, … */
  readonly backend: string;
  /** When it was saved, wall clock, ms. */
  readonly at: number;
}

/** Where secrets can be saved. */
export type VaultStatus =
  | { readonly kind: 'ready'; readonly backend: string }
  /** A full sentence. */
  | { readonly kind: 'missing'; readonly why: string };

export interface SecretsReport {
  readonly vault: VaultStatus;
  readonly secrets: readonly SavedSecret[];
}

/** Two keys with the same id are the same secret's. */
export const secretId = (key: SecretKey): string =>
  JSON.stringify(key.kind === 'password' ? [key.kind, key.user, key.host, key.port] : [key.kind, key.key]);
