import type { PathKnowledge } from '#contract/session/path.ts';
import type { IdleLimits } from './safe-keepalive.ts';

/** A shorter silence says nothing about routers: none forgets a connection that fast. */
const tellingMs = 2000;

/** The longest silence survived is only replaced by one that is this much longer: it is not worth a write else. */
const worthwhile = 1.1;

/** The same again is counted once in this time, for the same reason: some sessions survive it every minute. */
const repeatedAfterMs = 24 * 60 * 60 * 1000;

export const nothingKnown: PathKnowledge = { survived: null, fatal: null };

export const limitsOf = ({ survived, fatal }: PathKnowledge): IdleLimits => ({
  longestSurvivedMs: survived?.ms ?? null,
  shortestFatalMs: fatal?.ms ?? null,
});

/**
 * What is known after something of ours was answered that followed a silence in both directions of `ms`; the very same
 * object where that is nothing new. `at` is wall clock, ms. A shorter silence that was fatal before is forgotten: the
 * path has changed, or something else was to blame, and the newer evidence wins.
 */
export function withSurvived(knowledge: PathKnowledge, ms: number, at: number): PathKnowledge {
  const { survived, fatal } = knowledge;
  if (ms < tellingMs) return knowledge;
  const isContradicted = fatal !== null && fatal.ms <= ms;
  if (isContradicted || survived === null || ms >= survived.ms * worthwhile) {
    return { survived: { ms, at, count: 1 }, fatal: isContradicted ? null : fatal };
  }
  const isRepeated = ms >= survived.ms && at - survived.at >= repeatedAfterMs;
  return isRepeated ? { survived: { ms: survived.ms, at, count: survived.count + 1 }, fatal } : knowledge;
}

/** What is known after a silence of `ms` was fatal. A longer one that was survived before is forgotten, as above. */
export function withFatal(knowledge: PathKnowledge, ms: number, at: number): PathKnowledge {
  const { survived, fatal } = knowledge;
  if (ms < tellingMs) return knowledge;
  return {
    survived: survived !== null && survived.ms >= ms ? null : survived,
    fatal: { ms: Math.min(ms, fatal?.ms ?? ms), at, count: (fatal?.count ?? 0) + 1 },
  };
}
