/**
 * Brings a terminal back to where a new shell can use it, without touching what is on it: a program that was cut off
 * in mid-session leaves the alternate screen, mouse reporting or bracketed paste on. Sequences of xterm's ctlseqs:
 * leave the alternate screen, mouse and focus reporting off, bracketed paste off, soft reset (DECSTR), a new line.
 *
 * Leaving the alternate screen puts the cursor where it was saved, also where there was none to leave: so it is saved
 * first (DECSC). Each screen has a place of its own for it, and that of the alternate one is not what is restored.
 */
export const terminalReset: Uint8Array = new TextEncoder().encode(
  '\u001b7\u001b[?1049l\u001b[?1000;1002;1003;1004;1006;2004l\u001b[!p\r\n',
);
