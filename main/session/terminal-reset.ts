/**
 * Brings a terminal back to where a new shell can use it, without touching what is on it: a program that was cut off
 * in mid-session leaves the alternate screen, mouse reporting or bracketed paste on. Sequences of xterm's ctlseqs:
 * leave the alternate screen, mouse and focus reporting off, bracketed paste off, soft reset (DECSTR), a new line.
 */
export const terminalReset: Uint8Array = new TextEncoder().encode(
  '\u001b[?1049l\u001b[?1000;1002;1003;1004;1006;2004l\u001b[!p\r\n',
);
