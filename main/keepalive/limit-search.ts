import type { Failure } from '#contract/failure.ts';
import type { LimitSearch, LimitStep } from '#contract/session/path.ts';
import type { Cancel, Clock } from './clock.ts';
import {
  isOver,
  limitsFound,
  type Pace,
  refinementOf,
  type Step,
  shownStep,
  spacingBefore,
  stepsFor,
  timeLeftMs,
} from './limit-search-plan.ts';
import type { ProbeSilence, SilenceOutcome } from './silence.ts';

/**
 * Finds the idle limit of a path: connections of growing silence run beside each other, so that the whole takes no longer
 * than the shortest silence that is fatal. A wide bracket is then narrowed, one connection at a time.
 */
export interface LimitSearchRun {
  readonly start: () => void;
  readonly steps: () => readonly LimitStep[];
  readonly state: () => RunState;
  readonly cancel: () => void;
  /** Ends it because no silence can be measured any more. */
  readonly fail: (failure: Failure) => void;
}

export type RunState =
  | Exclude<LimitSearch['state'], { readonly kind: 'running' }>
  | { readonly kind: 'running'; readonly timeLeftMs: number };

export interface LimitSearchOptions {
  readonly clock: Clock;
  /** The times to try. */
  readonly seconds: readonly number[];
  readonly pace: Pace;
  readonly probe: ProbeSilence;
  readonly onSurvived: (ms: number) => void;
  readonly onFatal: (ms: number) => void;
  readonly onChange: () => void;
}

export function createLimitSearch(options: LimitSearchOptions): LimitSearchRun {
  const { clock, pace, probe, onChange } = options;
  const connections = new Map<number, AbortController>();
  let steps = stepsFor(options.seconds);
  let nextLoginAt = clock.now();
  let spacing: Cancel | null = null;
  /** Why there are no more logins. */
  let hindrance: Failure | 'cancelled' | null = null;
  let hasEnded = false;

  const put = (seconds: number, state: Step['state']) => {
    steps = steps.map((step) => (step.seconds === seconds ? { ...step, state } : step));
  };

  const skip = (isPointless: (step: Step) => boolean) => {
    for (const { seconds } of steps.filter((step) => !isOver(step) && isPointless(step))) {
      put(seconds, { kind: 'skipped' });
      connections.get(seconds)?.abort();
    }
  };

  const open = (step: Step) => {
    const { seconds } = step;
    const connection = new AbortController();
    connections.set(seconds, connection);
    put(seconds, { kind: 'logging-in' });
    const progress = (state: Step['state']) => {
      if (connection.signal.aborted) return;
      put(seconds, state);
      goOn();
    };
    const request = {
      silentMs: seconds * 1000,
      signal: connection.signal,
      onSilent: () => progress({ kind: 'silent', until: clock.now() + seconds * 1000 }),
      onChecking: () => progress({ kind: 'checking' }),
    };
    void probe(request).then((outcome) => {
      connections.delete(seconds);
      if (!connection.signal.aborted) conclude(seconds, outcome);
      goOn();
    });
  };

  const conclude = (seconds: number, outcome: SilenceOutcome) => {
    switch (outcome.kind) {
      case 'survived':
        put(seconds, { kind: 'survived' });
        return options.onSurvived(seconds * 1000);
      case 'cut': {
        const afterMs = Math.min(outcome.silentMs, seconds * 1000);
        put(seconds, { kind: 'cut', afterMs });
        skip((step) => step.seconds * 1000 >= afterMs);
        return options.onFatal(afterMs);
      }
      case 'failed':
      case 'refused':
      case 'disturbed':
        put(seconds, { kind: 'failed', failure: outcome.failure });
        if (outcome.kind !== 'failed') hindrance ??= outcome.failure;
        if (outcome.kind === 'refused') skip(({ state }) => state.kind === 'waiting');
        if (outcome.kind === 'disturbed') skip(() => true);
        return;
      case 'aborted':
        return put(seconds, { kind: 'skipped' });
    }
  };

  const startNext = () => {
    spacing?.();
    spacing = null;
    const next = steps.find(({ state }) => state.kind === 'waiting');
    const isBusy = connections.size >= pace.most || steps.some(({ state }) => state.kind === 'logging-in');
    if (next === undefined || isBusy) return;
    const wait = nextLoginAt - clock.now();
    if (wait > 0) {
      spacing = clock.after(wait, goOn);
      return;
    }
    const after = steps.filter(({ state }) => state.kind === 'waiting')[1];
    nextLoginAt = clock.now() + (after === undefined ? 0 : spacingBefore(after, pace));
    open(next);
  };

  const goOn = () => {
    if (hasEnded) return;
    if (hindrance === null && steps.every(isOver)) {
      const refinement = refinementOf(steps);
      if (refinement !== null) steps = [...steps, ...stepsFor([refinement])].sort((a, b) => a.seconds - b.seconds);
    }
    startNext();
    hasEnded = connections.size === 0 && steps.every(isOver);
    onChange();
  };

  const stop = (reason: Failure | 'cancelled') => {
    hindrance ??= reason;
    skip(() => true);
    goOn();
  };

  return {
    start: goOn,
    steps: () => steps.map((step) => shownStep(step, clock.now())),
    state: () =>
      hasEnded
        ? endState(steps, hindrance)
        : { kind: 'running', timeLeftMs: timeLeftMs(steps, clock.now(), nextLoginAt, pace) },
    cancel: () => stop('cancelled'),
    fail: stop,
  };
}

/** A limit that was found is a success, whatever went wrong beside it. */
function endState(steps: readonly Step[], hindrance: Failure | 'cancelled' | null): RunState {
  const { longestSurvivedMs, shortestFatalMs } = limitsFound(steps);
  if (hindrance === 'cancelled') return { kind: 'cancelled' };
  if (shortestFatalMs !== null) return { kind: 'done' };
  if (hindrance !== null) return { kind: 'failed', failure: hindrance };
  const failure = steps.flatMap(({ state }) => (state.kind === 'failed' ? [state.failure] : []))[0];
  return longestSurvivedMs === null && failure !== undefined ? { kind: 'failed', failure } : { kind: 'done' };
}
