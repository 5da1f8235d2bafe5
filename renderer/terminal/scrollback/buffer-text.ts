import type { Terminal } from '@xterm/xterm';

/** The whole text of a terminal, scrollback and screen, without the empty lines at its end. */
export function bufferText(terminal: Terminal, lineEnd: string): string {
  const buffer = terminal.buffer.active;
  const lines: string[] = [];
  for (let y = 0; y < buffer.length; y += 1) {
    const wraps = buffer.getLine(y + 1)?.isWrapped ?? false;
    const text = buffer.getLine(y)?.translateToString(!wraps) ?? '';
    // A line that the terminal wrapped is one line of the program's.
    if (buffer.getLine(y)?.isWrapped && lines.length > 0) lines[lines.length - 1] += text;
    else lines.push(text);
  }
  while (lines.at(-1) === '') lines.pop();
  return lines.join(lineEnd);
}
