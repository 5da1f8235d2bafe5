import { describe, expect, it } from 'vitest';
import { builtInHighlightSets } from '#contract/highlights/built-in-highlights.ts';
import type { HighlightSet } from '#contract/highlights/highlight-set.ts';
import { defaultProfile } from '#contract/profile/profile.ts';
import { highlightsOf, maxSetHighlights } from './highlights.ts';
import { readPattern } from './text-pattern.ts';

const own: HighlightSet = { id: 'own', name: 'Own', highlights: [{ pattern: 'mine', colour: 'purple' }] };

describe('what a session highlights', () => {
  it("has its own rules first, the user's sets next, and those that are built in last", () => {
    const rule = { pattern: 'rule', colour: 'red', notify: false, snippet: '' } as const;
    const quiet = { ...rule, pattern: 'quiet', colour: 'none' } as const;
    const profile = { ...defaultProfile, textRules: [quiet, rule], highlightSets: ['addresses', 'own', 'gone'] };
    const [first, second, third] = highlightsOf(profile, [own]);
    expect([first, second]).toEqual([{ pattern: 'rule', colour: 'red' }, own.highlights[0]]);
    expect(third?.colour).toBe('blue');
  });

  it('is bounded, however many sets are switched on', () => {
    const highlights = Array.from({ length: 50 }, () => ({ pattern: 'x', colour: 'red' }) as const);
    const sets = Array.from({ length: 5 }, (_, n) => ({ id: `s${n}`, name: 'S', highlights }));
    const profile = { ...defaultProfile, highlightSets: sets.map(({ id }) => id) };
    expect(highlightsOf(profile, sets)).toHaveLength(maxSetHighlights);
  });
});

/** What a built-in set finds in a text, with the colours of it. */
const found = (id: string, text: string) =>
  (builtInHighlightSets().find((set) => set.id === id)?.highlights ?? []).flatMap(({ pattern, colour }) => {
    const read = readPattern(pattern);
    if (read === null) throw new Error(`RE2 cannot read ${pattern}`);
    return read.findAll(text).map(({ start, end }) => `${colour} ${text.slice(start, end)}`);
  });

describe('the built-in sets', () => {
  it.each([
    ['kernel: EMERGENCY, ERR and err', ['red EMERGENCY', 'red ERR', 'red err']],
    ['Warning: terror and information are none', ['orange Warning']],
    ['[INFO] notice DEBUG', ['blue INFO', 'blue notice', 'grey DEBUG']],
  ])('find levels of logs in "%s"', (text, expected) => expect(found('log-levels', text)).toEqual(expected));

  it.each([
    ['from 192.0.2.1 port 22', ['blue 192.0.2.1']],
    ['10.0.0.0/8 and 10.1.2.3:80', ['blue 10.0.0.0/8', 'blue 10.1.2.3']],
    ['256.1.1.1', []],
    ['at 2001:db8::1, fe80::1%eth0', ['purple 2001:db8::1', 'purple fe80::1']],
    ['2001:db8:0:1:2:3:4:5 and ::1', ['purple 2001:db8:0:1:2:3:4:5', 'purple ::1']],
    ['route 2001:db8:: via fd00::', ['purple 2001:db8::', 'purple fd00::']],
    ['12:34:56 std::vector 00:1b:44:11:3a:b7', []],
  ])('find addresses in "%s"', (text, expected) => expect(found('addresses', text)).toEqual(expected));

  it.each([
    ['Permission denied, login failed: timed out', ['red denied', 'red failed', 'red timed out']],
    ['OK, passed; not failover', ['green OK', 'green passed']],
  ])('find failures and successes in "%s"', (text, expected) => expect(found('outcomes', text)).toEqual(expected));
});
