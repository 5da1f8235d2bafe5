import { expect, it } from 'vitest';
import { lastUsedWords } from './last-used.ts';

const now = Date.UTC(2026, 4, 20, 12);
const minutes = 60_000;

it.each([
  [-5 * minutes, 'just now'],
  [1 * minutes, 'just now'],
  [5 * minutes, '5 min ago'],
  [3.5 * 60 * minutes, '3 h ago'],
  [30 * 60 * minutes, 'yesterday'],
  [75 * 60 * minutes, '3 days ago'],
])('says of %i ms ago: %s', (ago, words) => {
  expect(lastUsedWords(now - ago, now)).toBe(words);
});

it('gives the date of what is a week old', () => {
  const at = now - 10 * 24 * 60 * minutes;
  expect(lastUsedWords(at, now)).toBe(new Date(at).toLocaleDateString());
});
