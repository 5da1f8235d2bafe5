import type { Terminal } from '@xterm/xterm';

/** What xterm.js says of a selection: its end is after its last cell. */
type Position = NonNullable<ReturnType<Terminal['getSelectionPosition']>>;

/**
 * The selected text as PuTTY copies it: without blanks at the ends of lines, which programs print to fill a line and
 * xterm.js would keep. What the terminal wrapped is one line.
 */
export function copiedText(terminal: Terminal): string {
  const position = terminal.getSelectionPosition();
  if (position === undefined) return '';
  const selected = terminal.getSelection();
  const lineEnd = selected.lastIndexOf('\n') + 1;
  const last = selected.slice(lineEnd);
  const before = selected.slice(0, lineEnd).replace(/[ \t]+(?=\r?\n)/g, '');
  const isTrimmed = endsItsLine(terminal, position) || isBlock(terminal, position, selected);
  return before + (isTrimmed ? last.replace(/ +$/, '') : last);
}

/** xterm.js does not say so: but only a block leaves out the end of a line before the last one. */
function isBlock(terminal: Terminal, { start, end }: Position, selected: string): boolean {
  const rest = terminal.buffer.active.getLine(start.y)?.translateToString(true, start.x) ?? '';
  return start.y !== end.y && !selected.startsWith(rest.replaceAll('\u00a0', ' '));
}

/** Nothing but blanks is behind the selection: what it has of them was not meant. */
function endsItsLine(terminal: Terminal, { end }: Position): boolean {
  const { active } = terminal.buffer;
  const rest = active.getLine(end.y)?.translateToString(true, end.x) ?? '';
  return rest.trim() === '' && active.getLine(end.y + 1)?.isWrapped !== true;
}

/** VT100 line drawing, and the letters that it shows as that (xterm's ctlseqs, DEC Special Character Set). */
const lines = '▒┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│';
const letters = 'ajklmnopqrstuvwx';

/** "Copy and paste line drawing characters as lqqqk". */
export const linesAsLetters = (text: string): string =>
  text.replace(/[▒┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│]/g, (line) => letters[lines.indexOf(line)] ?? line);
