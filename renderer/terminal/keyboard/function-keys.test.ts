import { describe, expect, it } from 'vitest';
import type { Profile } from '#contract/profile/profile.ts';
import { functionKey } from './function-keys.ts';

const none = { shift: false, ctrl: false, alt: false };
const all = (kind: Profile['functionKeys'], held: Partial<typeof none> = {}) =>
  Array.from({ length: 12 }, (_, index) =>
    functionKey(index + 1, { ...none, ...held }, kind).replaceAll('\u001b', 'E'),
  ).join(' ');

const tilde = 'E[11~ E[12~ E[13~ E[14~ E[15~ E[17~ E[18~ E[19~ E[20~ E[21~ E[23~ E[24~';
/** F11 to F20, then F11 and F12 again. */
const shiftedTilde = 'E[23~ E[24~ E[25~ E[26~ E[28~ E[29~ E[31~ E[32~ E[33~ E[34~ E[23~ E[24~';
const pf = 'EOP EOQ EOR EOS';

describe('F1 to F12', () => {
  it.each<[Profile['functionKeys'], string, string]>([
    ['tilde', tilde, shiftedTilde],
    ['linux', 'E[[A E[[B E[[C E[[D E[[E E[17~ E[18~ E[19~ E[20~ E[21~ E[23~ E[24~', shiftedTilde],
    ['xterm-r6', `${pf} E[15~ E[17~ E[18~ E[19~ E[20~ E[21~ E[23~ E[24~`, shiftedTilde],
    ['vt400', tilde, shiftedTilde],
    [
      'vt100-plus',
      `${pf} EOT EOU EOV EOW EOX EOY EOZ EO[`,
      'EOZ EO[ E[25~ E[26~ E[28~ E[29~ E[31~ E[32~ E[33~ E[34~ EOZ EO[',
    ],
    ['sco', 'E[M E[N E[O E[P E[Q E[R E[S E[T E[U E[V E[W E[X', 'E[Y E[Z E[a E[b E[c E[d E[e E[f E[g E[h E[i E[j'],
    [
      'xterm-216',
      `${pf} E[15~ E[17~ E[18~ E[19~ E[20~ E[21~ E[23~ E[24~`,
      'E[1;2P E[1;2Q E[1;2R E[1;2S E[15;2~ E[17;2~ E[18;2~ E[19;2~ E[20;2~ E[21;2~ E[23;2~ E[24;2~',
    ],
  ])('are those of %s, also with Shift', (kind, alone, withShift) => {
    expect(all(kind)).toBe(alone);
    expect(all(kind, { shift: true })).toBe(withShift);
  });

  it('of SCO tell Ctrl, and Ctrl with Shift', () => {
    expect(all('sco', { ctrl: true })).toBe('E[k E[l E[m E[n E[o E[p E[q E[r E[s E[t E[u E[v');
    expect(all('sco', { ctrl: true, shift: true })).toBe('E[w E[x E[y E[z E[@ E[[ E[\\ E[] E[^ E[_ E[` E[{');
  });

  it('of Xterm 216+ tell all that is held by a number', () => {
    const held = [
      { shift: true },
      { alt: true },
      { shift: true, alt: true },
      { ctrl: true },
      { shift: true, ctrl: true },
      { alt: true, ctrl: true },
      { shift: true, alt: true, ctrl: true },
    ];
    for (const [index, modifiers] of held.entries()) {
      expect(all('xterm-216', modifiers)).toContain(`E[1;${index + 2}P`);
      expect(all('xterm-216', modifiers)).toContain(`E[24;${index + 2}~`);
    }
  });

  it.each(['tilde', 'linux', 'xterm-r6', 'vt400', 'vt100-plus', 'sco'] as const)(
    'of %s have ESC before them with Alt, and else know no more than Shift',
    (kind) => {
      expect(all(kind, { alt: true })).toBe(all(kind).replaceAll(/(^| )/g, '$1E'));
      if (kind !== 'sco') expect(all(kind, { ctrl: true })).toBe(all(kind));
    },
  );
});
