import type { IBufferCell, IBufferLine, Terminal } from '@xterm/xterm';
import { type CellColours, coloursOf } from './cell-colours.ts';

/** Text that looks alike. */
export interface Run extends CellColours {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
}

export type StyledLine = readonly Run[];

/**
 * How the selection looks, in lines whose text is `copied`: the ends of lines that were trimmed are left out. xterm.js
 * does not say whether a selection is a block, so both are read, and it is the one that has the text.
 */
export function styledLines(terminal: Terminal, copied: string): readonly StyledLine[] {
  const position = terminal.getSelectionPosition();
  if (position === undefined) return [];
  const { start, end } = position;
  const wanted = copied.split(/\r?\n/);
  const left = Math.min(start.x, end.x);
  const right = Math.max(start.x, end.x);
  const block = readRows(terminal, start.y, end.y, () => [left, right]);
  const flow = readRows(terminal, start.y, end.y, (y) => [
    y === start.y ? start.x : 0,
    y === end.y ? end.x : terminal.cols,
  ]);
  const joined = joinWrapped(terminal, start.y, flow);
  const found = [joined, block].find((rows) => matches(rows, wanted)) ?? joined;
  return found.map((row, index) => cutTo(row, wanted[index]?.length ?? 0));
}

const matches = (rows: readonly StyledLine[], wanted: readonly string[]) =>
  rows.length === wanted.length && rows.every((row, index) => textOf(row).startsWith(wanted[index] ?? ''));

const textOf = (line: StyledLine): string => line.map(({ text }) => text).join('');

function readRows(
  terminal: Terminal,
  first: number,
  last: number,
  columns: (y: number) => readonly [number, number],
): readonly StyledLine[] {
  const rows: StyledLine[] = [];
  for (let y = first; y <= last; y += 1) {
    const line = terminal.buffer.active.getLine(y);
    rows.push(line === undefined ? [] : readRow(terminal, line, ...columns(y)));
  }
  return rows;
}

function readRow(terminal: Terminal, line: IBufferLine, from: number, to: number): StyledLine {
  const runs: Run[] = [];
  const theme = terminal.options.theme ?? {};
  for (let x = from; x < Math.min(to, line.length); x += 1) {
    const cell = line.getCell(x);
    // The second half of a wide character has a width of 0.
    if (cell === undefined || cell.getWidth() === 0) continue;
    const style = { ...coloursOf(cell, theme), ...flagsOf(cell) };
    // As in the copied text, where xterm.js makes blanks of those that don't break.
    const text = cell.getChars().replaceAll('\u00a0', ' ') || ' ';
    const last = runs.at(-1);
    if (last !== undefined && looksAlike(last, style)) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ ...style, text });
  }
  return runs;
}

const flagsOf = (cell: IBufferCell) => ({
  isBold: cell.isBold() !== 0,
  isItalic: cell.isItalic() !== 0,
  isUnderlined: cell.isUnderline() !== 0,
});

const looksAlike = (a: Run, b: Omit<Run, 'text'>) =>
  a.foreground === b.foreground &&
  a.background === b.background &&
  a.isBold === b.isBold &&
  a.isItalic === b.isItalic &&
  a.isUnderlined === b.isUnderlined;

function joinWrapped(terminal: Terminal, first: number, rows: readonly StyledLine[]): readonly StyledLine[] {
  const lines: StyledLine[] = [];
  for (const [index, row] of rows.entries()) {
    const isWrapped = index > 0 && terminal.buffer.active.getLine(first + index)?.isWrapped === true;
    if (isWrapped) lines.push([...(lines.pop() ?? []), ...row]);
    else lines.push(row);
  }
  return lines;
}

/** The first so many UTF-16 units of a line. */
function cutTo(line: StyledLine, length: number): StyledLine {
  const runs: Run[] = [];
  let left = length;
  for (const run of line) {
    if (left <= 0) break;
    runs.push({ ...run, text: run.text.slice(0, left) });
    left -= run.text.length;
  }
  return runs;
}
