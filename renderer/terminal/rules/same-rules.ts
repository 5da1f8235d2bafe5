import type { Profile } from '#contract/profile/profile.ts';

type WithRules = Pick<Profile, 'textRules'>;

/**
 * Whether a change of settings leaves the rules alone: what was found by them stays then, and rests for as long as it
 * had to.
 */
export const hasSameRules = (a: WithRules, b: WithRules): boolean =>
  JSON.stringify(a.textRules) === JSON.stringify(b.textRules);
