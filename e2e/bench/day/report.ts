import { markdownTable, type Row } from '../text-table.ts';
import type { Growth } from './growth.ts';
import type { Sample } from './memory.ts';

/** Where and how a day was spent. */
export interface Run {
  readonly hours: number;
  readonly linesPerHour: number;
  readonly seconds: number;
  readonly command: string;
  readonly date: string;
  readonly machine: string;
}

const names: Readonly<Record<keyof Sample, string>> = {
  page: 'objects of the window',
  pageBuffers: 'its buffers: the cells of the terminal',
  nodes: 'elements of the page, and text',
  listeners: 'its listeners',
  main: 'objects of the main process',
  mainBuffers: 'its buffers: the last MiB of output',
};

const isCount = (measure: keyof Sample) => measure === 'nodes' || measure === 'listeners';

const amount = (measure: keyof Sample, value: number) =>
  isCount(measure) ? `${value}` : `${(value / 1e6).toFixed(2)} MB`;

const perLine = (measure: keyof Sample, value: number) =>
  isCount(measure) ? value.toFixed(4) : `${value.toFixed(1)} bytes`;

/** The header, and a row for each measure. */
export const rowsOf = (growth: readonly Growth[]): readonly Row[] => [
  ['what is kept', 'after warm-up', 'at the end', 'for each line', 'at most', ''],
  ...growth.map(({ measure, before, after, perLine: each, limit, isWithin }) => [
    names[measure],
    amount(measure, before),
    amount(measure, after),
    perLine(measure, each),
    perLine(measure, limit),
    isWithin ? 'met' : 'NOT met',
  ]),
];

export const pageOf = (growth: readonly Growth[], run: Run): string => `# Memory over a day

Written by \`${run.command}\` on ${run.date}, in ${run.seconds} s.

One session printed what it prints in ${run.hours} hours, ${run.linesPerHour} lines an hour, as fast as it was read: logs with
colours, wide characters, links, commands with their marks (OSC 133), titles and directories, progress bars, bells,
programs that take the whole screen, sixel and iTerm images; rules highlighted words in it and gave notice of others. Each
hour the window was resized and searched, and a second tab came, printed and went; every four hours the session was lost and came
back. After each hour all garbage was collected, and what was left was counted in the window and in the main process.

${markdownTable(rowsOf(growth))}

*After warm-up* and *at the end* are medians, of the first and the last third of the hours after the first ${Math.floor(run.hours / 3)}. One small
object left of each line would be 20 bytes or more.

Machine: ${run.machine}.
`;
