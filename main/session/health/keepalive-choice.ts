import type { Profile } from '#contract/profile/profile.ts';
import type { PathKnowledge } from '#contract/session/path.ts';
import { limitsOf } from '../../keepalive/path-memory.ts';
import { adviceSeconds } from '../../keepalive/safe-keepalive.ts';

/** Seconds between keepalives; 0 is off. With "Choose for me", the path's advice where there is one. */
export function chosenSeconds(profile: Profile, knowledge: PathKnowledge): number {
  const advice = profile.keepaliveChooseForMe ? adviceSeconds(limitsOf(knowledge)) : null;
  return advice ?? profile.keepaliveSeconds;
}
