import type { Erasure } from '#contract/channels/data-port.ts';

/**
 * Brings a terminal back to where a shell expects it, whatever program left it as it is. Cancels a half-received
 * sequence, leaves the alternate screen, and ends mouse reports, bracketed paste, focus reports, links and changed
 * colours. The soft reset (DECSTR) brings back the modes that the Terminal and Keyboard panels begin with.
 */
const freshModes = [
  '\u0018',
  '\u001b[?1049l',
  '\u001b[!p',
  ...['9', '45', '1000', '1002', '1003', '1004', '1005', '1006', '1015', '1016', '2004', '2026'].map(
    (mode) => `\u001b[?${mode}l`,
  ),
  '\u001b[?25h',
  '\u001b[0 q',
  '\u001b]8;;\u0007',
  '\u001b]104\u0007\u001b]110\u0007\u001b]111\u0007\u001b]112\u0007',
].join('');

/** What the terminal is sent to erase something. */
export const eraseSequences: Readonly<Record<Erasure, Uint8Array>> = {
  /** The screen stays. The second number, which terminals pass over, tells it from what a server may be kept from. */
  scrollback: new TextEncoder().encode('\u001b[3;0J'),
  /** Fresh modes and an empty screen; what was on it goes to the scrollback. */
  terminal: new TextEncoder().encode(`${freshModes}\u001b[2J\u001b[H`),
};
