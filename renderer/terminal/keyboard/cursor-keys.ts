import type { Profile } from '#contract/profile/profile.ts';
import { afterEscape, type Modifiers, modifierNumber } from './modifiers.ts';

const arrowFinals = { ArrowUp: 'A', ArrowDown: 'B', ArrowRight: 'C', ArrowLeft: 'D' } as const;

export type ArrowKey = keyof typeof arrowFinals;

/** What a key with this final sends as xterm does it: what is held goes before the mode. */
const asXterm = (final: string, held: Modifiers, isApplication: boolean): string => {
  const modifiers = modifierNumber(held);
  if (modifiers !== 1) return `\u001b[1;${modifiers}${final}`;
  return isApplication ? `\u001bO${final}` : `\u001b[${final}`;
};

/** What an arrow key sends. */
export function arrowKey(key: ArrowKey, held: Modifiers, kind: Profile['arrowKeys'], isApplication: boolean): string {
  const final = arrowFinals[key];
  if (kind === 'bitmap') return asXterm(final, held, isApplication);
  const application = held.ctrl ? !isApplication : isApplication;
  return afterEscape(`\u001b${application ? 'O' : '['}${final}`, held);
}

/** Of the six keys above the arrows: the number in `ESC [n~`, VT400's by place, and what SCO's ends in. */
const editingKeys = {
  Home: { number: 1, vt400: 2, sco: '\u001b[H' },
  Insert: { number: 2, vt400: 1, sco: '\u001b[L' },
  Delete: { number: 3, vt400: 4, sco: '\u007f' },
  End: { number: 4, vt400: 5, sco: '\u001b[F' },
  PageUp: { number: 5, vt400: 3, sco: '\u001b[I' },
  PageDown: { number: 6, vt400: 6, sco: '\u001b[G' },
} as const;

export type EditingKey = keyof typeof editingKeys;

/** What one of the six keys above the arrows sends; PuTTY's terminal.c has the same but for `xterm` Home and End. */
export function editingKey(
  key: EditingKey,
  held: Modifiers,
  { functionKeys, homeEndKeys }: Pick<Profile, 'functionKeys' | 'homeEndKeys'>,
  isApplication: boolean,
): string {
  const { number, vt400, sco } = editingKeys[key];
  if (functionKeys === 'sco') return afterEscape(sco, held);
  if (key === 'Home' || key === 'End') {
    if (homeEndKeys === 'xterm') return asXterm(key === 'Home' ? 'H' : 'F', held, isApplication);
    if (homeEndKeys === 'rxvt') return afterEscape(key === 'Home' ? '\u001b[H' : '\u001bOw', held);
  }
  if (functionKeys !== 'xterm-216') return afterEscape(`\u001b[${functionKeys === 'vt400' ? vt400 : number}~`, held);
  const modifiers = modifierNumber(held);
  return modifiers === 1 ? `\u001b[${number}~` : `\u001b[${number};${modifiers}~`;
}
