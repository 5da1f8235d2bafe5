import type { Row as TableRow } from '../text-table.ts';
import { figureWords, goalWords, type Row } from './row.ts';
import type { Spread } from './samples.ts';

export const header: TableRow = ['#', 'measure', 'Holdfast', 'peers', 'ratio', 'goal', 'met'];

/** One row as words, for the terminal and the page alike: the median, and the smallest and largest beside it. */
export function wordsOf(row: Row): TableRow {
  const peers = Object.entries(row.peers).map(([name, spread]) => `${name} ${spreadWords(spread)}`);
  const absent = Object.keys(row.absent).map((name) => `${name} –`);
  return [
    String(row.id),
    `${row.measure}${row.unit === '' ? '' : `, ${row.unit}`}`,
    spreadWords(row.holdfast),
    [...peers, ...absent].join('; '),
    row.ratio === null ? '–' : figureWords(row.ratio),
    goalWords(row),
    row.met ? 'yes' : row.ratio === null ? 'not measured' : 'NO',
  ];
}

function spreadWords({ min, median, max }: Spread): string {
  if (min === max) return figureWords(median);
  return `${figureWords(median)} (${figureWords(min)}–${figureWords(max)})`;
}

/** What the table can't hold: what bounds a row whose goal is not met, and which peers are absent, as sentences. */
export function remarksOf(rows: readonly Row[]): readonly string[] {
  const bounds = rows
    .filter(({ bound }) => bound !== '')
    .map(({ id, measure, bound }) => `${id}, ${measure}: ${bound}`);
  const absent = rows.flatMap((row) => Object.entries(row.absent).map(([name, why]) => `${name}: ${why}`));
  return [...new Set([...bounds, ...absent])];
}

/** For other programs. `holdfast` and the peers are medians; `spread` has the smallest and largest of them. */
export const jsonOf = (rows: readonly Row[]): object => ({
  rows: rows.map(({ id, measure, unit, holdfast, peers, absent, ratio, goal, met, bound }) => ({
    id,
    measure,
    unit,
    holdfast: rounded(holdfast.median),
    peers: eachOf(peers, ({ median }) => rounded(median)),
    ratio: ratio === null ? null : rounded(ratio),
    goal: goalWords({ goal, unit }),
    met,
    spread: eachOf({ holdfast, ...peers }, ({ min, max }) => [rounded(min), rounded(max)]),
    ...(Object.keys(absent).length === 0 ? {} : { absent }),
    ...(bound === '' ? {} : { bound }),
  })),
});

const eachOf = <V>(spreads: Readonly<Record<string, Spread>>, of: (spread: Spread) => V): Readonly<Record<string, V>> =>
  Object.fromEntries(Object.entries(spreads).map(([name, spread]) => [name, of(spread)]));

/** To four digits that count: more say nothing. */
const rounded = (figure: number) => (Number.isFinite(figure) ? Number(figure.toPrecision(4)) : null);
