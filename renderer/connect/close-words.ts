import { assertNever } from '#contract/failure.ts';
import { english, t } from '#contract/language/language.ts';
import type { CloseReason } from '#contract/session/session.ts';
import type { DropVerdict } from '#contract/session/verdict.ts';

/** What is said when a session has ended. */
export interface CloseWords {
  /** One line: what happened, and when. */
  readonly title: string;
  /** The reason and the next step, where there are any; a full sentence each. */
  readonly details: readonly string[];
  /** How sure the reason is, in a word or three; null where nothing is judged. */
  readonly sureness: string | null;
  /** What the reason rests on. */
  readonly evidence: readonly string[];
}

/** `at` is when it ended, in milliseconds since 1970. */
export function closeWords(reason: CloseReason, hostName: string, at: number): CloseWords {
  const time = new Date(at).toLocaleTimeString();
  switch (reason.kind) {
    case 'exited':
      return words(t('The session ended at {time}.', { time }), exitDetails(reason), reason.verdict);
    case 'restored':
      return words(t('This session was open when Holdfast ended.'), [t('It is not connected yet.')], null);
    case 'refused':
      return words(t('Could not connect to {host} at {time}.', { host: hostName, time }), failureDetails(reason), null);
    case 'lost':
      return words(t('The connection to {host} was lost at {time}.', { host: hostName, time }), [], reason.verdict);
    default:
      return assertNever(reason);
  }
}

/** A verdict says it all: its sentence why, its evidence what was seen, the failure's own words among it. */
function words(title: string, details: readonly string[], verdict: DropVerdict | null): CloseWords {
  if (verdict === null) return { title, details, sureness: null, evidence: [] };
  const sureness = t(surenessWords[verdict.confidence]);
  return { title, details: [verdict.sentence], sureness, evidence: verdict.evidence };
}

const surenessWords: Readonly<Record<DropVerdict['confidence'], string>> = english({
  certain: 'Certain',
  likely: 'Likely',
  unsure: "Can't be sure",
});

function exitDetails({ code, signal }: CloseReason & { readonly kind: 'exited' }): readonly string[] {
  if (signal !== null) return [t('Signal {signal} ended the program.', { signal })];
  return code === null || code === 0 ? [] : [t('Exit status {code}.', { code })];
}

const failureDetails = ({ failure }: CloseReason & { readonly kind: 'refused' }): readonly string[] =>
  failure.hint === undefined ? [failure.message] : [failure.message, failure.hint];
