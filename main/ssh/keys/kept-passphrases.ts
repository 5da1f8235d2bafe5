/** Passphrases that the user wants to be asked for once in a run of the program. They are in its memory alone. */
export interface KeptPassphrases {
  /** By the key's fingerprint, or by its file where that is not known. */
  readonly get: (key: string) => string | null;
  readonly keep: (key: string, passphrase: string) => void;
  readonly count: () => number;
  readonly forget: () => void;
}

export function createKeptPassphrases(): KeptPassphrases {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    keep: (key, passphrase) => void kept.set(key, passphrase),
    count: () => kept.size,
    forget: () => kept.clear(),
  };
}
