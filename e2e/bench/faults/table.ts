import type { Row } from '../text-table.ts';
import { allowedLaterSeconds, type Fault, type FaultResult } from './fault.ts';
import type { Outcome } from './outcome.ts';
import { type Counted, type FaultSummary, isAllKept, type Verdict } from './summary.ts';

/** Names of the columns of {@link rowOf}. */
export const header: Row = [
  'fault',
  'Holdfast',
  'noticed',
  'back',
  'verdict',
  'expected of Holdfast',
  'kept',
  'ssh',
  'noticed',
  'plink',
  'noticed',
];

/** One fault as words, for the terminal and the page alike. */
export function rowOf(summary: FaultSummary): Row {
  const { fault, runs, clients, reasons } = summary;
  const why = reasons.join('; ');
  if (clients === null) {
    const what = runs === 0 ? `not run here: ${why}` : `not measured: ${why}`;
    return [titleOf(fault), what, '', '', '', fault.expectation, keptOf(summary), '', '', '', ''];
  }
  const { holdfast, ssh, plink } = clients;
  return [
    ...[titleOf(fault), inWords(holdfast.outcomes, (kind) => kind)],
    ...[secondsOf(holdfast.noticedAfterSeconds), secondsOf(holdfast.backAfterSeconds)],
    ...[inWords(holdfast.verdicts, verdictWords), fault.expectation, keptOf(summary)],
    ...[inWords(ssh.outcomes, (kind) => kind), secondsOf(ssh.noticedAfterSeconds)],
    ...[inWords(plink.outcomes, (kind) => kind), secondsOf(plink.noticedAfterSeconds)],
  ];
}

export const titleOf = ({ id, name }: Fault): string => `${id} ${name}`;

function keptOf(summary: FaultSummary): string {
  const { runs, keptRuns, latestThanSshSeconds, reasons } = summary;
  if (runs === 0) return '';
  const count = `${keptRuns} of ${runs}`;
  if (isAllKept(summary)) return count;
  const later = latestThanSshSeconds ?? 0;
  const why = later > allowedLaterSeconds ? [`${later} s later than ssh`, ...reasons] : reasons;
  return [`NO: ${count}`, ...why].join(', ');
}

/** `ended`; where the runs differ, `ended (9), alive (1)`. */
function inWords<T>(counted: Counted<T>, words: (what: T) => string): string {
  const [first, ...others] = counted;
  if (first !== undefined && others.length === 0) return words(first.what);
  return counted.map(({ what, runs }) => `${words(what)} (${runs})`).join(', ');
}

const verdictWords = ({ kind, confidence }: Verdict) => (kind === null ? '–' : `${kind}, ${confidence ?? 'unsure'}`);

const secondsOf = (seconds: number | null) => (seconds === null ? '–' : `${seconds.toFixed(1)} s`);

/** What is told of a fault as soon as it is measured. */
export function progressLine(result: FaultResult, done: number, total: number): string {
  const start = `[${done}/${total}] ${titleOf(result.fault)}:`;
  if (result.kind !== 'measured')
    return `${start} ${result.kind === 'failed' ? 'not measured' : 'not run'}, ${result.reason}`;
  const clients = Object.entries(result.outcomes).map(([name, outcome]) => `${name} ${wordsOf(outcome)}`);
  return `${start} ${clients.join('; ')}`;
}

function wordsOf({ outcome, noticedAfterSeconds, backAfterSeconds, cause }: Outcome): string {
  const parts = [
    outcome,
    ...(noticedAfterSeconds === null ? [] : [`noticed after ${noticedAfterSeconds.toFixed(1)} s`]),
    ...(backAfterSeconds === null ? [] : [`back after ${backAfterSeconds.toFixed(1)} s`]),
    ...(cause === null ? [] : [`"${cause.says}"`]),
  ];
  return parts.join(', ');
}
