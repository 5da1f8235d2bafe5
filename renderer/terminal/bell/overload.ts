import type { Profile } from '#contract/profile/profile.ts';

export type OverloadSettings = Pick<
  Profile,
  'bellOverload' | 'bellOverloadCount' | 'bellOverloadSeconds' | 'bellSilenceSeconds'
>;

/** PuTTY's bell overload: too many bells within a time silence it, until it was not rung for another. */
export interface BellOverload {
  /** The bell is rung at this time, ms of a monotonic clock; whether it is to be heard. */
  readonly ring: (now: number, settings: OverloadSettings) => boolean;
}

export function createBellOverload(): BellOverload {
  let recent: readonly number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let isSilenced = false;
  return {
    ring: (now, { bellOverload, bellOverloadCount, bellOverloadSeconds, bellSilenceSeconds }) => {
      const quietMs = now - last;
      last = now;
      if (!bellOverload) {
        isSilenced = false;
        return true;
      }
      if (isSilenced && quietMs < bellSilenceSeconds * 1000) return false;
      recent = [...recent.filter((at) => at > now - bellOverloadSeconds * 1000), now];
      isSilenced = recent.length >= bellOverloadCount;
      if (isSilenced) recent = [];
      return !isSilenced;
    },
  };
}
