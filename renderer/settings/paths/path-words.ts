import { assertNever } from '#contract/failure.ts';
import { durationWords } from '#contract/language/duration.ts';
import { t } from '#contract/language/language.ts';
import type { LimitSearch, LimitStepState, PathReport, Silence } from '#contract/session/path.ts';

/** What is known of a path, a sentence each. */
export function knownWords(report: PathReport): readonly string[] {
  const { hostName, ignoresChecksSince } = report;
  const words = [...limitWords(report), ...ignoredWords(ignoresChecksSince)];
  return words.length === 0 ? [t('Nothing is known yet of the path to {host}.', { host: hostName })] : words;
}

function limitWords({ survived, fatal, adviceSeconds }: PathReport): readonly string[] {
  if (survived === null && fatal === null) return [];
  return [
    survived === null
      ? t('Longest silence survived here: none yet.')
      : t('Longest silence survived here: {silence}.', { silence: datedWords(survived) }),
    fatal === null ? t('None was fatal.') : t('Shortest fatal: {silence}.', { silence: datedWords(fatal) }),
    adviceSeconds === null
      ? t('That is too little for advice.')
      : t('Advice: {seconds} s.', { seconds: adviceSeconds }),
  ];
}

const ignoredWords = (since: number | null): readonly string[] =>
  since === null ? [] : [t('The server answers no alive check ({day}), so that none counts.', { day: dayOf(since) })];

/** How a search stands; `elapsedMs` after that was told. */
export function searchWords(search: LimitSearch, elapsedMs: number): string {
  const { state } = search;
  switch (state.kind) {
    case 'running':
      if (state.prompt !== null) return t('A login is waiting for your answer.');
      return t('At most {time} left.', { time: durationWords(Math.max(0, state.timeLeftMs - elapsedMs) / 1000) });
    case 'done':
      return foundWords(search);
    case 'cancelled':
      return t('The search was cancelled. What it had found is kept.');
    case 'failed':
      return [state.failure.message, state.failure.hint].filter(Boolean).join(' ');
    default:
      return assertNever(state);
  }
}

/** How one connection of a search stands. */
export function stepWords(state: LimitStepState, elapsedMs: number): string {
  switch (state.kind) {
    case 'waiting':
      return t('waiting for its turn');
    case 'logging-in':
      return t('logs in');
    case 'silent':
      return t('silent, {time} left', { time: durationWords(Math.max(0, state.leftMs - elapsedMs) / 1000) });
    case 'checking':
      return t('asks for an answer');
    case 'survived':
      return t('survived');
    case 'cut':
      return t('cut off after {time}', { time: durationWords(state.afterMs / 1000) });
    case 'skipped':
      return t('not tried to its end');
    case 'failed':
      return state.failure.message;
    default:
      return assertNever(state);
  }
}

function foundWords({ steps }: LimitSearch): string {
  const survived = steps.findLast(({ state }) => state.kind === 'survived');
  const cut = steps.flatMap(({ state }) => (state.kind === 'cut' ? [state.afterMs] : []));
  const survives = survived === undefined ? null : durationWords(survived.seconds);
  if (cut.length === 0) {
    return t('The path survived every silence that was tried, up to {survived}.', { survived: survives ?? '' });
  }
  const limit = durationWords(Math.min(...cut) / 1000);
  return survives === null
    ? t('The path forgets a connection within {limit}.', { limit })
    : t('The path survives {survived} of silence, and forgets a connection within {limit}.', {
        survived: survives,
        limit,
      });
}

/** With the day, and how often it was seen, where that is more than once. */
function datedWords({ ms, at, count }: Silence): string {
  const [time, day] = [durationWords(ms / 1000), dayOf(at)];
  return count === 1
    ? t('{time} ({day})', { time, day })
    : t('{time} (seen {n} times, last on {day})', { time, n: count, day });
}

/** The day as ISO 8601 has it, of the local time zone. */
const dayOf = (at: number) => new Date(at).toLocaleDateString('sv-SE');
