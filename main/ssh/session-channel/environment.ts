import type { Profile } from '#contract/profile/profile.ts';
import type { Pair } from '#contract/settings/definition.ts';
import { matchesWildcard } from '../wildcard.ts';

/** More than that a server would not take, and a pattern such as `*` would send. */
const maxSent = 200;

/**
 * What is sent before the program starts: this computer's variables that were asked for, then those with a value of
 * their own.
 */
export function environmentToSend(
  { sentVariables, environment }: Pick<Profile, 'sentVariables' | 'environment'>,
  own: NodeJS.ProcessEnv,
): readonly Pair[] {
  const patterns = sentVariables.split(/\s+/).filter((pattern) => pattern !== '');
  const isWanted = (name: string) =>
    patterns.some((pattern) => matchesWildcard(pattern, name)) && environment.every((pair) => pair.name !== name);
  const sent = Object.entries(own).flatMap(([name, value]) =>
    value !== undefined && isWanted(name) ? [{ name, value }] : [],
  );
  return [...sent.slice(0, maxSent), ...environment];
}
