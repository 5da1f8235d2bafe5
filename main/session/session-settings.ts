import { type Profile, type ProfileChanges, profileDifference } from '#contract/profile/profile.ts';
import type { SessionSnapshot } from '#contract/session/session.ts';
import type { SessionOptions } from './session-parts.ts';
import { tabName } from './tab-name.ts';

/** What a session is set to, where that came from, and what it is called. */
export interface SessionSettings {
  readonly profile: () => Profile;
  readonly shown: () => Pick<SessionSnapshot, 'name' | 'savedAs' | 'profile' | 'config'>;
  /** What the user sets, which also stands when ~/.ssh/config is read again. */
  readonly change: (changes: ProfileChanges) => void;
  /** Takes a whole profile. */
  readonly take: (profile: Profile) => void;
  /** An empty name gives the session its own name back. */
  readonly rename: (name: string) => void;
}

/** `onChange` hears of settings that differ from before. */
export function createSessionSettings(
  options: Pick<SessionOptions, 'profile' | 'savedAs' | 'config' | 'restoredAs'>,
  onChange: (profile: Profile, changes: ProfileChanges) => void,
): SessionSettings {
  let { profile, config } = options;
  let givenName = options.restoredAs ?? '';

  const take = (next: Profile) => {
    const changes = profileDifference(profile, next);
    profile = next;
    if (Object.keys(changes).length > 0) onChange(profile, changes);
  };

  return {
    profile: () => profile,
    shown: () => {
      const from = { savedAs: options.savedAs, profile, ...(config === undefined ? {} : { config }) };
      return { ...from, name: tabName(givenName, from) };
    },
    change: (changes) => {
      if (config !== undefined) config = { ...config, own: { ...config.own, ...changes } };
      take({ ...profile, ...changes });
    },
    take,
    rename: (name) => {
      givenName = name;
    },
  };
}
