import { size } from './scene.ts';
import { type Cell, type Looks, looksText, noLooks } from './screen.ts';

/** An SGR sequence, another one, or a character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is read
const piece = /\u001b\[([\d;:]*)m|\u001b([#()*+%].)|([^\u001b])/gsu;

/** What xterm prints for the second half of a wide character. */
const secondHalf = '\uffff';

/** Reads what xterm prints of its screen (Media Copy, with all attributes): rows of SGR sequences and text. */
export function readPrinted(printed: string): readonly (readonly Cell[])[] {
  return printed.split('\r\n').slice(0, size.rows).map(readRow);
}

function readRow(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let looks: Looks = noLooks;
  // A row begins with its size (DECSWL); the character sets of each part are named too.
  for (const [, codes, set, text = ''] of line.matchAll(piece)) {
    if (codes !== undefined) looks = afterSgr(looks, codes);
    else if (set === undefined && /\p{M}/u.test(text)) addMark(cells, text);
    else if (set === undefined) cells.push({ text: text === secondHalf ? '' : text, looks: looksText(looks) });
  }
  while (cells.length < size.columns) cells.push({ text: ' ', looks: '' });
  return cells;
}

function addMark(cells: Cell[], mark: string): void {
  const last = cells.pop();
  if (last !== undefined) cells.push({ ...last, text: (last.text + mark).normalize() });
}

/** Looks after an SGR sequence of these parameters (ECMA-48, 8.3.117). */
function afterSgr(before: Looks, parameters: string): Looks {
  const codes = parameters.split(/[;:]/).map(Number);
  let looks = before;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    if (code === 38 || code === 48) {
      const colour = codes[at + 2] ?? 0;
      looks = { ...looks, ...(code === 38 ? { foreground: colour } : { background: colour }) };
      at += 2;
    } else looks = { ...looks, ...changeOf(code) };
  }
  return looks;
}

function changeOf(code: number): Partial<Looks> {
  const on: Readonly<Record<number, Partial<Looks>>> = {
    0: noLooks,
    1: { bold: true },
    4: { underline: true },
    5: { blink: true },
    7: { inverse: true },
    39: { foreground: -1 },
    49: { background: -1 },
  };
  if (code >= 30 && code <= 37) return { foreground: code - 30 };
  if (code >= 40 && code <= 47) return { background: code - 40 };
  if (code >= 90 && code <= 97) return { foreground: code - 82 };
  if (code >= 100 && code <= 107) return { background: code - 92 };
  return on[code] ?? {};
}
