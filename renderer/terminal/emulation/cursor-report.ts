import type { Terminal } from '@xterm/xterm';
import type { PartContext, TerminalPart } from '../terminal-parts.ts';

/** Nothing public tells of the top margin. */
interface Core {
  readonly _core: { readonly buffer: { readonly scrollTop: number } };
}

/** A cursor position report, as xterm gives it (DSR 6; DEC STD 070, 5-167): CSI row ; column R, counted from 1. */
function cursorReport(terminal: Terminal): string {
  const { cursorX, cursorY } = terminal.buffer.active;
  const top = terminal.modes.originMode ? (terminal as unknown as Core)._core.buffer.scrollTop : 0;
  // A cursor that waits to wrap is beyond the last column in xterm.js, and in the last column for everyone else.
  return `\u001b[${cursorY - top + 1};${Math.min(cursorX + 1, terminal.cols)}R`;
}

/** Answers where the cursor is in place of xterm.js 6.0, which counts a column too many, and never from the margin. */
export function reportCursor({
  terminal,
  type,
  isReplaying,
}: Pick<PartContext, 'terminal' | 'type' | 'isReplaying'>): TerminalPart {
  return terminal.parser.registerCsiHandler({ final: 'n' }, ([kind]) => {
    if (kind !== 6) return false;
    if (!isReplaying()) type(cursorReport(terminal));
    return true;
  });
}
