import type { Profile } from '#contract/profile/profile.ts';
import type { Modifiers } from './modifiers.ts';

/** Keys of the numeric keypad by `KeyboardEvent.code`, and what they send in application mode after `ESC O`. */
const applicationFinals: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('pqrstuvwxy', (final, digit) => [`Numpad${digit}`, final])),
  NumpadDecimal: 'n',
  NumpadEnter: 'M',
};

/** The top row as PF1 to PF4 of a VT100. */
const topRow: Readonly<Record<string, string>> = {
  NumLock: 'P',
  NumpadDivide: 'Q',
  NumpadMultiply: 'R',
  NumpadSubtract: 'S',
};

/** The operators as xterm R6 has them. */
const xtermOperators: Readonly<Record<string, string>> = {
  NumpadDivide: 'o',
  NumpadMultiply: 'j',
  NumpadSubtract: 'm',
};

/** Keys 1 to 9 as NetHack's letters: directions by their place on the keypad, and 5 rests. */
const nethackLetters = 'bjnh.lyku';

/** What a key of the numeric keypad sends by a mode of its own; null where it is what its label says (PuTTY's terminal.c). */
export function keypadKey(
  code: string,
  held: Modifiers,
  { keypadMode, functionKeys }: Pick<Profile, 'keypadMode' | 'functionKeys'>,
  isApplication: boolean,
): string | null {
  const digit = /^Numpad([1-9])$/.exec(code)?.[1];
  if (keypadMode === 'nethack' && digit !== undefined) {
    const letter = nethackLetters[Number(digit) - 1] ?? '';
    if (letter === '.') return letter;
    if (held.ctrl) return String.fromCharCode(letter.charCodeAt(0) & 0x1f);
    return held.shift ? letter.toUpperCase() : letter;
  }
  const final = isApplication ? applicationFinal(code, held, functionKeys) : null;
  const top = functionKeys === 'vt400' ? topRow[code] : undefined;
  const sent = final ?? top ?? null;
  return sent === null ? null : `\u001bO${sent}`;
}

function applicationFinal(code: string, { shift }: Modifiers, kind: Profile['functionKeys']): string | null {
  // One key in the place of two of a VT100: Shift tells them apart.
  if (code === 'NumpadAdd') return kind === 'xterm-r6' ? (shift ? 'l' : 'k') : shift ? 'm' : 'l';
  if (kind === 'xterm-r6' && code in xtermOperators) return xtermOperators[code] ?? null;
  if ((kind === 'tilde' || kind === 'linux') && code in topRow) return topRow[code] ?? null;
  return applicationFinals[code] ?? null;
}
