import type { Profile } from '#contract/profile/profile.ts';

/** A character set other than UTF-8, both ways; main/character-sets has them. */
export interface CharacterSet {
  /** Reads one stream into UTF-8. What is left of a character at the end of a piece waits for the next one. */
  readonly reader: () => (bytes: Uint8Array) => Uint8Array;
  /** What the set lacks becomes a question mark. */
  readonly encode: (text: string) => { readonly bytes: Uint8Array; readonly isWhole: boolean };
}

/** Null for UTF-8, which needs none. */
export type FindCharacterSet = (name: Profile['characterSet']) => CharacterSet | null;
