import type { IDisposable, Terminal } from '@xterm/xterm';

/**
 * Sequences whose built-in handlers loop as often as their count says, up to 2^31 times: REP, IL, DL, SU, SD, CHT, CBT.
 * Measured on xterm.js 6.0: `CSI 2147483647 b` blocks the window for 122 s.
 */
const looping = {
  b: (terminal: Terminal) => terminal.cols * terminal.rows,
  L: (terminal: Terminal) => terminal.rows,
  M: (terminal: Terminal) => terminal.rows,
  S: (terminal: Terminal) => terminal.rows,
  T: (terminal: Terminal) => terminal.rows,
  I: (terminal: Terminal) => terminal.cols,
  Z: (terminal: Terminal) => terminal.cols,
} as const;

/** REP multiplies the whole text of a cell. One with more UTF-16 units than this is no character, but an attack. */
const maxRepeatedLength = 64;

/** What xterm.js hands to its own handlers: a borrowed object, whose values the next handler sees changed. */
interface BorrowedParams {
  readonly params: Int32Array;
}

/** The public `parser.registerCsiHandler` passes a copy, so that it could only refuse a sequence, not cap it. */
interface Core {
  registerCsiHandler(id: { readonly final: string }, handler: (params: BorrowedParams) => boolean): IDisposable;
}

/** Caps the counts of sequences at what the screen can show; their effect on the screen stays the same. */
export function guardCounts(terminal: Terminal): IDisposable {
  const core = (terminal as unknown as { readonly _core: Core })._core;
  const guards = Object.entries(looping).map(([final, cap]) =>
    core.registerCsiHandler({ final }, ({ params }) => {
      if (final === 'b' && lastCharacterLength(terminal) > maxRepeatedLength) return true;
      params[0] = Math.min(params[0] ?? 0, cap(terminal));
      return false;
    }),
  );
  return {
    dispose: () => {
      for (const guard of guards) guard.dispose();
    },
  };
}

/** Length of the character before the cursor, combining marks included; a wide one begins two cells back. */
function lastCharacterLength(terminal: Terminal): number {
  const { baseY, cursorY, cursorX, getLine } = terminal.buffer.active;
  const line = getLine.call(terminal.buffer.active, baseY + cursorY);
  const lengthAt = (x: number) => (x < 0 ? 0 : (line?.getCell(x)?.getChars().length ?? 0));
  return Math.max(lengthAt(cursorX - 1), lengthAt(cursorX - 2));
}
