import { markdownTable, type Row } from '../text-table.ts';
import type { Busy } from './cpu-profile.ts';

export interface Profiles {
  readonly megabytes: number;
  readonly main: Busy;
  readonly window: Busy;
}

const header: Row = ['share', 'function', 'file'];

/** The functions of one process as a table. */
export const rowsOf = ({ functions }: Busy): readonly Row[] => [
  header,
  ...functions.map(({ share, name, place }) => [`${(share * 100).toFixed(1)} %`, name, place]),
];

/** One line for what a process took. */
export const headingOf = (process: string, { busyMs }: Busy, megabytes: number): string =>
  `${process}: ${(busyMs / megabytes).toFixed(1)} ms for each MB`;

/** The section of docs/benchmarks.md. */
export function sectionOf({ megabytes, main, window }: Profiles, date: string): string {
  return `Written by \`npm run bench:profile -- --write\` on ${date}: what main and the window's page did while a coloured log of ${megabytes} MB ran
from sshd to the screen, by V8's sampling profiler. Time in a function itself, as a share of the time in which its thread
was not idle; the ten that took most. The browser's own drawing is in other threads.

**${headingOf('Main', main, megabytes)}**

${markdownTable(rowsOf(main))}

**${headingOf('The window', window, megabytes)}**

${markdownTable(rowsOf(window))}`;
}
