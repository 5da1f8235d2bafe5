/** Keys that do something at the server's terminal: INTR is Ctrl+C. */
const keys = {
  ...{ INTR: 1, QUIT: 2, ERASE: 3, KILL: 4, EOF: 5, EOL: 6, EOL2: 7, START: 8, STOP: 9, SUSP: 10, DSUSP: 11 },
  ...{ REPRINT: 12, WERASE: 13, LNEXT: 14, FLUSH: 15, SWTCH: 16, STATUS: 17, DISCARD: 18 },
} as const;

/** What is on or off. */
const switches = {
  ...{ IGNPAR: 30, PARMRK: 31, INPCK: 32, ISTRIP: 33, INLCR: 34, IGNCR: 35, ICRNL: 36, IUCLC: 37, IXON: 38 },
  ...{ IXANY: 39, IXOFF: 40, IMAXBEL: 41, IUTF8: 42, ISIG: 50, ICANON: 51, XCASE: 52, ECHO: 53, ECHOE: 54 },
  ...{ ECHOK: 55, ECHONL: 56, NOFLSH: 57, TOSTOP: 58, IEXTEN: 59, ECHOCTL: 60, ECHOKE: 61, PENDIN: 62 },
  ...{ OPOST: 70, OLCUC: 71, ONLCR: 72, OCRNL: 73, ONOCR: 74, ONLRET: 75, CS7: 90, CS8: 91, PARENB: 92, PARODD: 93 },
} as const;

/**
 * The terminal modes of RFC 4254, 8, and RFC 8160 (IUTF8), under PuTTY's names, which are the RFC's without the V of
 * keys, with their numbers in the protocol.
 */
export const terminalModes = { ...keys, ...switches } as const;

export type TerminalMode = keyof typeof terminalModes;

export const isTerminalMode = (name: string): name is TerminalMode => Object.hasOwn(terminalModes, name);

export const isKeyMode = (name: TerminalMode): boolean => Object.hasOwn(keys, name);

/** Those that a session tells by itself: they follow other settings. The rest is left to the server. */
export const automaticModes = ['ERASE', 'IUTF8'] as const satisfies readonly TerminalMode[];

/** The protocol's word for a key that is switched off. */
const noKey = 255;

/**
 * The value of a mode as the protocol has it, from a text in PuTTY's notation: for a key a character, `^C`, `^?` or
 * `^<27>`, and `none`; for a switch `yes` or `no`, and the other words that PuTTY takes. Null if it is neither.
 */
export function terminalModeValue(name: TerminalMode, text: string): number | null {
  return isKeyMode(name) ? keyValue(text) : switchValue(text);
}

function keyValue(text: string): number | null {
  if (text === 'none') return noKey;
  const [, control, number] = /^\^(?:([@-_?a-z])|<(\d{1,3})>)$/.exec(text) ?? [];
  // Ctrl takes the 64 from a letter, and makes DEL of the question mark.
  if (control !== undefined) return control.toUpperCase().charCodeAt(0) ^ 0x40;
  const code = number === undefined ? text.charCodeAt(0) : Number(number);
  const isOneByte = (number !== undefined || text.length === 1) && code < noKey;
  return isOneByte ? code : null;
}

function switchValue(text: string): number | null {
  const word = text.toLowerCase();
  if (['yes', 'on', 'true', '+', '1'].includes(word)) return 1;
  return ['no', 'off', 'false', '-', '0'].includes(word) ? 0 : null;
}
