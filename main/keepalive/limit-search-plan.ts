import type { LimitStep, LimitStepState } from '#contract/session/path.ts';
import type { IdleLimits } from './safe-keepalive.ts';

/** One connection of a search. `until` is monotonic, ms. */
export interface Step {
  readonly seconds: number;
  readonly state:
    | Exclude<LimitStepState, { readonly kind: 'silent' }>
    | { readonly kind: 'silent'; readonly until: number };
}

/** How connections follow each other. */
export interface Pace {
  /** Connections at most at a time. */
  readonly most: number;
  /** From the beginning of a login to that of the next, ms; no more than the next one's silence. */
  readonly spacingMs: number;
}

/** A bracket wider than this is narrowed: the default times lie this far apart at most. */
const wideRatio = 2;

/** Each time once, the shortest first. */
export const stepsFor = (seconds: readonly number[]): readonly Step[] =>
  [...new Set(seconds)].sort((a, b) => a - b).map((time) => ({ seconds: time, state: { kind: 'waiting' } }));

export const shownStep = ({ seconds, state }: Step, now: number): LimitStep => ({
  seconds,
  state: state.kind === 'silent' ? { kind: 'silent', leftMs: Math.max(0, state.until - now) } : state,
});

/** Whether nothing more is to come of it. */
export const isOver = ({ state }: Step): boolean =>
  state.kind === 'survived' || state.kind === 'cut' || state.kind === 'skipped' || state.kind === 'failed';

/** What the steps have told so far. */
export function limitsFound(steps: readonly Step[]): IdleLimits {
  const survived = steps.flatMap(({ seconds, state }) => (state.kind === 'survived' ? [seconds * 1000] : []));
  const fatal = steps.flatMap(({ state }) => (state.kind === 'cut' ? [state.afterMs] : []));
  return {
    longestSurvivedMs: survived.length === 0 ? null : Math.max(...survived),
    shortestFatalMs: fatal.length === 0 ? null : Math.min(...fatal),
  };
}

/** A time between the limits found that is worth one more connection; null where they are near enough, or unknown. */
export function refinementOf(steps: readonly Step[]): number | null {
  const { longestSurvivedMs: survived, shortestFatalMs: fatal } = limitsFound(steps);
  if (fatal === null || (survived !== null && fatal / survived <= wideRatio)) return null;
  const middle = survived === null ? fatal / wideRatio : Math.sqrt(survived * fatal);
  const seconds = Math.round(middle / 1000);
  const isBetween = seconds * 1000 > (survived ?? 0) && seconds * 1000 < fatal;
  return isBetween && !steps.some((step) => step.seconds === seconds) ? seconds : null;
}

export const spacingBefore = ({ seconds }: Step, { spacingMs }: Pace): number => Math.min(spacingMs, seconds * 1000);

/** How long the steps take at most, ms, if all silences are survived; `nextLoginAt` is monotonic. */
export function timeLeftMs(steps: readonly Step[], now: number, nextLoginAt: number, pace: Pace): number {
  const ends = steps.flatMap(({ seconds, state }) => {
    if (state.kind === 'silent') return [Math.max(0, state.until - now)];
    return state.kind === 'logging-in' ? [seconds * 1000] : [];
  });
  let start = Math.max(0, nextLoginAt - now);
  for (const step of steps.filter(({ state }) => state.kind === 'waiting')) {
    const slotFree = ends.length < pace.most ? 0 : (ends.toSorted((a, b) => b - a)[pace.most - 1] ?? 0);
    start = Math.max(start, slotFree);
    ends.push(start + step.seconds * 1000);
    start += spacingBefore(step, pace);
  }
  return Math.max(0, ...ends);
}
