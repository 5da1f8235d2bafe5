import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { LimitSearch } from '#contract/session/path.ts';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import type { Clock } from '../../keepalive/clock.ts';
import { createLimitSearch } from '../../keepalive/limit-search.ts';
import type { KnownPath } from '../../keepalive/path-book.ts';
import type { SleepWatch } from '../../keepalive/sleep-watch.ts';
import type { Ask, OpenSilenceProbe } from '../ports/transport.ts';
import { createPrompts } from '../prompts/prompts.ts';
import { createRememberedAnswers } from '../prompts/remembered-answers.ts';

/**
 * Six at a time stay below sshd's MaxStartups (10); and firewalls that count logins, as `ufw limit` does, allow five
 * within half a minute.
 */
const pace = { most: 6, spacingMs: 7000 } as const;

/** The search for the limit of one path, with the questions of its logins. */
export interface PathSearch {
  readonly start: () => void;
  readonly snapshot: () => LimitSearch;
  readonly answer: (promptId: string, answer: PromptAnswer) => boolean;
  readonly cancel: () => void;
}

export interface PathSearchOptions {
  readonly profile: Profile;
  /** The times to try. */
  readonly seconds: readonly number[];
  /** What is found is noted as it is found: a search that is cancelled was not for nothing. */
  readonly path: KnownPath;
  readonly openProbe: OpenSilenceProbe;
  readonly sleep: Pick<SleepWatch, 'onWake'>;
  readonly clock: Clock;
  readonly onChange: () => void;
}

export function createPathSearch({
  profile,
  seconds,
  path,
  openProbe,
  sleep,
  clock,
  onChange,
}: PathSearchOptions): PathSearch {
  const prompts = createPrompts(onChange);
  let longestMs = 0;

  const ask: Ask = async (prompt, signal) => {
    const answer = await prompts.ask(prompt, signal);
    if (answer.kind === 'cancel' && !signal.aborted) search.cancel();
    return answer;
  };
  const answers = createRememberedAnswers(ask);

  const search = createLimitSearch({
    clock,
    seconds,
    pace,
    probe: (request) => openProbe(profile, answers.forConnection())(request),
    onSurvived: (ms) => {
      longestMs = Math.max(longestMs, ms);
      path.noteSurvived(ms);
    },
    onFatal: (ms) => {
      path.noteFatal(ms);
      // Older evidence that this contradicts is gone now, and what it had hidden counts again.
      path.noteSurvived(longestMs);
    },
    onChange: () => {
      if (search.state().kind !== 'running') letGo();
      onChange();
    },
  });
  const forgetWake = sleep.onWake(() => search.fail(slept()));
  // What was found is shown for as long as the program runs; what was typed for it is not kept.
  const letGo = () => {
    forgetWake();
    answers.forget();
  };

  return {
    start: search.start,
    snapshot: () => {
      const state = search.state();
      return {
        state: state.kind === 'running' ? { ...state, prompt: prompts.current() } : state,
        steps: search.steps(),
      };
    },
    answer: prompts.answer,
    cancel: search.cancel,
  };
}

const slept = (): Failure => ({
  code: 'limit-unmeasurable',
  message: t('This computer slept, so that the silences could not be measured.'),
  retryable: true,
  hint: t('Start the search again while the computer stays awake.'),
});
