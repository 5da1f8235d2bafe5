import { assertNever } from '#contract/failure.ts';
import { allowedLaterSeconds, type Fault, type FaultResult, laterThanSsh } from './fault.ts';
import type { Outcome } from './outcome.ts';

/** One fault as words, for the terminal and the page alike. */
export type Row = readonly string[];

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

export function rowOf(result: FaultResult): Row {
  const { fault } = result;
  const start = titleOf(fault);
  switch (result.kind) {
    case 'measured': {
      const { holdfast, ssh, plink } = result.outcomes;
      const later = laterThanSsh(result) ?? 0;
      const kept = later > allowedLaterSeconds ? `NO: ${later} s later than ssh` : result.isAsExpected ? 'yes' : 'NO';
      return [
        start,
        ...[holdfast.outcome, secondsOf(holdfast.noticedAfterSeconds), secondsOf(holdfast.backAfterSeconds)],
        ...[verdictOf(holdfast), fault.expectation, kept],
        ...[ssh.outcome, secondsOf(ssh.noticedAfterSeconds), plink.outcome, secondsOf(plink.noticedAfterSeconds)],
      ];
    }
    case 'not-run':
      return [start, `not run here: ${result.reason}`, '', '', '', fault.expectation, '', '', '', '', ''];
    case 'failed':
      return [start, `not measured: ${result.reason}`, '', '', '', fault.expectation, 'NO', '', '', '', ''];
    default:
      return assertNever(result);
  }
}

export const titleOf = ({ id, name }: Fault): string => `${id} ${name}`;

const verdictOf = ({ cause }: Outcome) =>
  cause?.verdict == null ? '–' : `${cause.verdict} (${cause.confidence ?? 'unsure'})`;

const secondsOf = (seconds: number | null) => (seconds === null ? '–' : `${seconds.toFixed(1)} s`);

/** Columns of equal width, for a terminal. */
export function textTable(rows: readonly Row[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function markdownTable(rows: readonly Row[]): string {
  const line = (row: Row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What is told of a fault as soon as it is measured. */
export function progressLine(result: FaultResult, done: number, total: number): string {
  const start = `[${done}/${total}] ${titleOf(result.fault)}:`;
  if (result.kind !== 'measured')
    return `${start} ${result.kind === 'failed' ? 'not measured' : 'not run'}, ${result.reason}`;
  const clients = Object.entries(result.outcomes).map(([name, outcome]) => `${name} ${words(outcome)}`);
  return `${start} ${clients.join('; ')}`;
}

function words({ outcome, noticedAfterSeconds, backAfterSeconds, cause }: Outcome): string {
  const parts = [
    outcome,
    ...(noticedAfterSeconds === null ? [] : [`noticed after ${noticedAfterSeconds.toFixed(1)} s`]),
    ...(backAfterSeconds === null ? [] : [`back after ${backAfterSeconds.toFixed(1)} s`]),
    ...(cause === null ? [] : [`"${cause.says}"`]),
  ];
  return parts.join(', ');
}
