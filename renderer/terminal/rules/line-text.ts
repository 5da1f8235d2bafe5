import type { IBuffer, IBufferCell } from '@xterm/xterm';

/** One row of a terminal as text. */
export interface RowText {
  readonly text: string;
  /** The column of each UTF-16 unit of the text, and behind the last one the row's end. */
  readonly columns: readonly number[];
}

/** Reads a row cell by cell, as wide characters and those of several code points take other room in it than in a text. */
export function rowText(buffer: IBuffer, y: number, reused: IBufferCell): RowText {
  const line = buffer.getLine(y);
  const columns: number[] = [];
  let text = '';
  const length = line?.length ?? 0;
  for (let x = 0; x < length; x += 1) {
    const cell = line?.getCell(x, reused);
    // The second half of a wide character.
    if (cell === undefined || cell.getWidth() === 0) continue;
    const characters = cell.getChars() || ' ';
    for (let unit = 0; unit < characters.length; unit += 1) columns.push(x);
    text += characters;
  }
  return { text, columns: [...columns, length] };
}

/** The whole line of the program's that ends in row `end`, which the terminal may have wrapped. */
export function wrappedLine(buffer: IBuffer, end: number): string {
  let start = end;
  while (start > 0 && buffer.getLine(start)?.isWrapped === true) start -= 1;
  let text = '';
  for (let y = start; y <= end; y += 1) text += buffer.getLine(y)?.translateToString(y === end) ?? '';
  return text;
}
