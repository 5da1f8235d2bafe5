const margins = 'xterm.js has no left and right margins (DECSLRM)';
const rectangles = 'xterm.js has no rectangular operations';

/** Why Holdfast's terminal is known to differ from xterm, by the scenes' names. */
export const knownDifferences: Readonly<Record<string, string>> = {
  smglp: margins,
  smglr: margins,
  smgrp: margins,
  DECSLRM: margins,
  DECFRA: rectangles,
  DECERA: rectangles,
  DECCRA: rectangles,
  'DECFI, DECBI': 'xterm.js has no column index',
  'SS2, SS3': 'xterm.js has no single shifts',
  'reverse wraparound': 'xterm.js goes back over a wrapped line alone',
  'SGR 1 to 9': 'xterm prints hidden text as inverse: the table can’t tell',
  'SGR 21': 'xterm does not print a double underline: the table can’t tell',
  'SGR 4:3': 'xterm has no wavy underline',
  'ED in colour': 'xterm does not print the background of blanks: the table can’t tell',
  'EL in colour': 'xterm does not print the background of blanks: the table can’t tell',
};
