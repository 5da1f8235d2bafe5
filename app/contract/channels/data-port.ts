/**
 * The data plane: one MessagePort per session. Bytes travel as Uint8Array, one array per message; everything else is
 * control. The window gives credit back as xterm.js has parsed, and main pauses the SSH channel while none is left.
 */

/**
 * Bytes that may be on their way to the window, unparsed. Decides how late Ctrl+C stops a flood: two messages, of which
 * the window parses one while main sends the other.
 */
export const creditHighBytes = 128 * 1024;

/** Main goes on sending once no more than this is unparsed: soon, so that the window does not wait for the server. */
export const creditLowBytes = 96 * 1024;

/** The most that one message to main may carry: a paste is cut into pieces of this size. */
export const maxInputBytes = 64 * 1024;

/**
 * Main to window. `replay` frames the output that a reloaded window gets again: nothing may answer it. It was printed
 * for a terminal of this size.
 */
export type ToWindow =
  | Uint8Array
  | { readonly kind: 'replay-begin'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'replay-end' };

/** Window to main: keys and pastes as bytes, how many bytes of output were parsed, or what the user wants erased. */
export type ToMain =
  | Uint8Array
  | { readonly kind: 'credit'; readonly bytes: number }
  | { readonly kind: 'erase'; readonly what: Erasure };

/**
 * PuTTY's "Clear Scrollback", which leaves the screen, and "Reset Terminal". Main does it, by a sequence of its own in
 * the output: so it comes at the same place for a window that reloads, and nothing erased is there again.
 */
export type Erasure = 'scrollback' | 'terminal';
