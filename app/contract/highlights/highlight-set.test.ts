import { expect, it } from 'vitest';
import { type HighlightSet, highlightSetRefusal, parseHighlightSets, switchedOn } from './highlight-set.ts';

const set: HighlightSet = { id: 'a-1', name: 'Errors', highlights: [{ pattern: 'error', colour: 'red' }] };

it('takes sets as they are, and nothing else', () => {
  expect(parseHighlightSets([set])).toEqual({ ok: true, value: [set] });
  expect(parseHighlightSets([{ ...set, more: 1 }])).toEqual({ ok: true, value: [set] });
  for (const wrong of [null, {}, [null], [{ ...set, id: '../x' }], [set, set], Array(51).fill(set)]) {
    expect(parseHighlightSets(wrong).ok).toBe(false);
  }
  expect(parseHighlightSets([{ ...set, highlights: [{ pattern: 'error', colour: 'none' }] }]).ok).toBe(false);
});

it.each([
  [{ name: ' ' }, 'Give the set a name.'],
  [{ name: 'x'.repeat(65) }, 'Enter at most 64 characters.'],
  [{ highlights: Array(51).fill(set.highlights[0]) }, 'Enter at most 50 lines.'],
  [{ highlights: [{ pattern: '', colour: 'red' }] }, 'A pattern is missing.'],
  [{ highlights: [{ pattern: 'x'.repeat(257), colour: 'red' }] }, 'A pattern has at most 256 characters.'],
] as const)('says why %j is refused', (part, reason) => expect(highlightSetRefusal({ ...set, ...part })).toBe(reason));

it('finds the sets that any settings have switched on', () => {
  const other = { ...set, id: 'b' };
  expect(switchedOn([set, other], [{}, { highlightSets: ['gone', 'b'] }])).toEqual([other]);
});
