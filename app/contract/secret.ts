/** What a saved secret opens. */
export type SecretKey =
  | { readonly kind: 'password'; readonly user: string; readonly host: string; readonly port: number }
  /** Of a proxy. */
  | { readonly kind: 'proxy-password'; readonly user: string; readonly host: string; readonly port: number }
  /** What a server asks alone and unseen in a keyboard-interactive login: mostly the password, by its own words. */
  | {
      readonly kind: 'answer';
      readonly user: string;
      readonly host: string;
      readonly port: number;
      readonly question: string;
    }
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
export function secretId(key: SecretKey): string {
  switch (key.kind) {
    case 'passphrase':
      return JSON.stringify([key.kind, key.key]);
    case 'answer':
      return JSON.stringify([key.kind, key.user, key.host, key.port, key.question]);
    default:
      return JSON.stringify([key.kind, key.user, key.host, key.port]);
  }
}
