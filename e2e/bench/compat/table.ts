import { type Attempt, isAsExpected, isBehind, type RowResult } from './row.ts';

export const header = ['server', 'method', 'key', 'Holdfast', 'ssh'] as const;

/** One row of the page. */
export const cellsOf = ({ row, holdfast, ssh }: RowResult): readonly string[] => [
  row.server,
  row.method,
  row.key === '' ? '–' : row.key,
  wordOf(holdfast),
  ssh === null ? '–' : wordOf(ssh),
];

const wordOf = (attempt: Attempt): string =>
  attempt.kind === 'out' ? 'no' : attempt.after === null ? 'yes' : `yes, after ${attempt.after}`;

/** One line as the row is done. */
export function progressLine(result: RowResult, done: number, all: number): string {
  const { row, holdfast } = result;
  const name = [row.server, row.method, row.key].filter((word) => word !== '').join(' · ');
  const said = holdfast.kind === 'out' && row.refusal === null ? `: ${holdfast.says}` : '';
  const [, , , ours, theirs] = cellsOf(result);
  const mark = isAsExpected(result) ? '' : 'NOT AS EXPECTED ';
  return `${done}/${all} ${mark}${name}: Holdfast ${ours}, ssh ${theirs}${said}`;
}

/** How many of them Holdfast gets in by, and ssh. */
export function countsOf(results: readonly RowResult[]) {
  const inBy = (attempt: Attempt | null) => attempt?.kind === 'in';
  return {
    rows: results.length,
    holdfast: results.filter(({ holdfast }) => inBy(holdfast)).length,
    ssh: results.filter(({ ssh }) => inBy(ssh)).length,
    behind: results.filter(isBehind).length,
    unexpected: results.filter((result) => !isAsExpected(result)).length,
  };
}
