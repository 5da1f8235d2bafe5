import type { IBuffer, IBufferCell } from '@xterm/xterm';
import { rowText } from '../rules/line-text.ts';
import type { FindAll } from './query-pattern.ts';

/** Cells that match, from the first to the one after the last; a match may go on in the next rows. */
export interface Match {
  /** Row of the buffer, from the oldest one. */
  readonly y: number;
  readonly x: number;
  /** Cells that it takes. */
  readonly length: number;
}

/** A line of a program's that is longer than this is searched in parts: one look at a line must end soon. */
const maxRows = 100;

/** The first row of the line that ends in row `last`. */
export function startOfLine(buffer: IBuffer, last: number): number {
  let y = last;
  while (y > 0 && last - y < maxRows - 1 && buffer.getLine(y)?.isWrapped === true) y -= 1;
  return y;
}

/** All matches of the line in so many rows from row `y`, from left to right. */
export function matchesInLine(
  buffer: IBuffer,
  y: number,
  rows: number,
  findAll: FindAll,
  reused: IBufferCell,
): readonly Match[] {
  let text = '';
  for (let row = 0; row < rows; row += 1) {
    text += buffer.getLine(y + row)?.translateToString(row === rows - 1) ?? '';
  }
  const found = text === '' ? [] : findAll(text);
  if (found.length === 0) return [];
  const cellOf = cellsOf(buffer, y, rows, reused);
  const columns = buffer.getLine(y)?.length ?? 0;
  return found.map(({ start, end }) => {
    const first = cellOf(start);
    const length = cellOf(end) - first;
    return { y: y + Math.floor(first / columns), x: first % columns, length };
  });
}

/** The cell, counted from the start of the line, of each UTF-16 unit of its text. */
function cellsOf(buffer: IBuffer, y: number, rows: number, reused: IBufferCell): (unit: number) => number {
  const cells: number[] = [];
  let end = 0;
  for (let row = 0; row < rows; row += 1) {
    const { columns } = rowText(buffer, y + row, reused);
    const width = columns.at(-1) ?? 0;
    for (const column of columns.slice(0, -1)) cells.push(row * width + column);
    end = (row + 1) * width;
  }
  return (unit) => cells[unit] ?? end;
}
