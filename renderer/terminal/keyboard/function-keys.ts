import type { Profile } from '#contract/profile/profile.ts';
import { afterEscape, type Modifiers, modifierNumber } from './modifiers.ts';

/** What F1 to F20 are numbered in `ESC [n~`; the gaps are DEC's. */
const tildeCodes = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34] as const;

/** What SCO's keys end in: F1 to F12 alone, with Shift, with Ctrl, with both. */
const scoFinals = 'MNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@[\\]^_`{';

const letter = (first: string, index: number) => String.fromCharCode(first.charCodeAt(0) + index);

/** What a function key sends, 1 for F1; PuTTY's seven ways (its manual, 4.4.3). */
export function functionKey(number: number, held: Modifiers, kind: Profile['functionKeys']): string {
  if (kind === 'sco') {
    const final = scoFinals[number - 1 + (held.shift ? 12 : 0) + (held.ctrl ? 24 : 0)];
    return afterEscape(`\u001b[${final}`, held);
  }
  if (kind === 'xterm-216') return withNumber(number, modifierNumber(held));
  // F11 to F20 of DEC's terminals, on keyboards that have 12.
  return afterEscape(plain(held.shift && number <= 10 ? number + 10 : number, kind), held);
}

function plain(number: number, kind: Exclude<Profile['functionKeys'], 'sco' | 'xterm-216'>): string {
  if (kind === 'linux' && number <= 5) return `\u001b[[${letter('A', number - 1)}`;
  if (kind === 'xterm-r6' && number <= 4) return `\u001bO${letter('P', number - 1)}`;
  if (kind === 'vt100-plus' && number <= 12) return `\u001bO${letter('P', number - 1)}`;
  return `\u001b[${tildeCodes[number - 1]}~`;
}

/** xterm's own since its version 216: what is held is told by a number. */
function withNumber(number: number, modifiers: number): string {
  if (number > 4)
    return modifiers === 1 ? `\u001b[${tildeCodes[number - 1]}~` : `\u001b[${tildeCodes[number - 1]};${modifiers}~`;
  const final = letter('P', number - 1);
  return modifiers === 1 ? `\u001bO${final}` : `\u001b[1;${modifiers}${final}`;
}
