import { assertNever } from '#contract/failure.ts';
import type { LimitSearch, LimitStepState, PathReport, Silence } from '#contract/path.ts';

/** `12 s`, `4 min 10 s`, `5 min`, `1 h 30 min`. */
export function silenceWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return joined(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(seconds / 60);
  return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

/** What is known of a path, a sentence each. */
export function knownWords(report: PathReport): readonly string[] {
  const { hostName, ignoresChecksSince } = report;
  const words = [...limitWords(report), ...ignoredWords(ignoresChecksSince)];
  return words.length === 0 ? [`Nothing is known yet of the path to ${hostName}.`] : words;
}

function limitWords({ survived, fatal, adviceSeconds }: PathReport): readonly string[] {
  if (survived === null && fatal === null) return [];
  return [
    `Longest silence survived here: ${survived === null ? 'none yet' : datedWords(survived)}.`,
    fatal === null ? 'None was fatal.' : `Shortest fatal: ${datedWords(fatal)}.`,
    adviceSeconds === null ? 'That is too little for advice.' : `Advice: ${adviceSeconds} s.`,
  ];
}

const ignoredWords = (since: number | null): readonly string[] =>
  since === null ? [] : [`The server answers no alive check (${dayOf(since)}), so that none counts.`];

/** How a search stands; `elapsedMs` after that was told. */
export function searchWords(search: LimitSearch, elapsedMs: number): string {
  const { state } = search;
  switch (state.kind) {
    case 'running':
      if (state.prompt !== null) return 'A login waits for your answer.';
      return `At most ${silenceWords(Math.max(0, state.timeLeftMs - elapsedMs))} left.`;
    case 'done':
      return foundWords(search);
    case 'cancelled':
      return 'The search was cancelled. What it had found is kept.';
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
      return 'waits for its turn';
    case 'logging-in':
      return 'logs in';
    case 'silent':
      return `silent, ${silenceWords(Math.max(0, state.leftMs - elapsedMs))} left`;
    case 'checking':
      return 'asks for an answer';
    case 'survived':
      return 'survived';
    case 'cut':
      return `cut off after ${silenceWords(state.afterMs)}`;
    case 'skipped':
      return 'not tried to its end';
    case 'failed':
      return state.failure.message;
    default:
      return assertNever(state);
  }
}

function foundWords({ steps }: LimitSearch): string {
  const survived = steps.findLast(({ state }) => state.kind === 'survived');
  const cut = steps.flatMap(({ state }) => (state.kind === 'cut' ? [state.afterMs] : []));
  const survives = survived === undefined ? null : silenceWords(survived.seconds * 1000);
  if (cut.length === 0) return `The path survived every silence that was tried, up to ${survives}.`;
  const forgets = `forgets a connection within ${silenceWords(Math.min(...cut))}`;
  return survives === null ? `The path ${forgets}.` : `The path survives ${survives} of silence, and ${forgets}.`;
}

/** With the day, and how often it was seen, where that is more than once. */
function datedWords({ ms, at, count }: Silence): string {
  return `${silenceWords(ms)} (${count === 1 ? dayOf(at) : `seen ${count} times, last on ${dayOf(at)}`})`;
}

/** The day as ISO 8601 has it, of the local time zone. */
const dayOf = (at: number) => new Date(at).toLocaleDateString('sv-SE');

const joined = (count: number, unit: string, rest: number, restUnit: string) =>
  rest === 0 ? `${count} ${unit}` : `${count} ${unit} ${rest} ${restUnit}`;
