import type { ProfileChanges } from '#contract/profile/profile.ts';
import type { Unmapped } from '#contract/saved/import.ts';

/** A session's keys; a missing one is undefined. */
export type Keys = (key: string) => string | undefined;

/** What some keys come to, before it is known whether the settings take these values. */
export interface Meaning {
  readonly changes: Readonly<Record<string, unknown>>;
  readonly unmapped: readonly Unmapped[];
}

/** Keys of PuTTY that come to something together, or in a way of their own. */
export interface Special {
  /** The keys that are dealt with here. */
  readonly keys: readonly string[];
  /** `names` are those of all sessions that are read with this one. */
  readonly read: (keys: Keys, names: ReadonlySet<string>) => Meaning;
}

export const changing = (changes: ProfileChanges): Meaning => ({ changes, unmapped: [] });

export const leavingOut = (key: string, value: string, reason: string): Meaning => ({
  changes: {},
  unmapped: [{ key, value, reason }],
});

export const nothing: Meaning = changing({});
