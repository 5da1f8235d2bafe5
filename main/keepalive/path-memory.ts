import type { PathKnowledge, Silence } from '#contract/path.ts';
import type { IdleLimits } from './safe-keepalive.ts';

/** A shorter silence says nothing about routers: none forgets a connection that fast. */
const tellingMs = 2000;

/** The longest silence survived is only replaced by one that is this much longer: it is not worth a write else. */
const worthwhile = 1.1;

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
  if (!isContradicted && survived !== null && ms < survived.ms * worthwhile) return knowledge;
  return { survived: { ms, at, count: countOf(survived) + 1 }, fatal: isContradicted ? null : fatal };
}

/** What is known after a silence of `ms` was fatal. A longer one that was survived before is forgotten, as above. */
export function withFatal(knowledge: PathKnowledge, ms: number, at: number): PathKnowledge {
  const { survived, fatal } = knowledge;
  if (ms < tellingMs) return knowledge;
  const count = countOf(fatal) + 1;
  return {
    survived: survived !== null && survived.ms >= ms ? null : survived,
    fatal: fatal === null || ms < fatal.ms ? { ms, at, count } : { ...fatal, count },
  };
}

const countOf = (silence: Silence | null) => silence?.count ?? 0;
