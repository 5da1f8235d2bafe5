import { afterEach, expect, it } from 'vitest';
import { durationWords, roughWords, tickingWords } from './duration.ts';
import { setLanguage } from './language.ts';

afterEach(() => setLanguage('en'));

it.each([
  [0, '0 s'],
  [59.4, '59 s'],
  [60, '1 min'],
  [250, '4 min 10 s'],
  [3600, '1 h'],
  [5400, '1 h 30 min'],
  [90_061, '25 h 1 min'],
  [172_800, '2 days'],
])('says %d seconds as %s', (seconds, words) => expect(durationWords(seconds)).toBe(words));

it('keeps both units of what ticks', () => {
  expect([59, 60, 3599, 3600].map(tickingWords)).toEqual(['59 s', '1 min 0 s', '59 min 59 s', '1 h 0 min']);
});

it('says to the second, and from two minutes on to the minute, what is over', () => {
  const times = [999, 1000, 119_000, 300_400, 3_600_000, 9_000_000];
  expect(times.map(roughWords)).toEqual(['less than 1 s', '1 s', '119 s', '5 min', '1 h', '2 h 30 min']);
});

it('says it in Japanese', () => {
  setLanguage('ja');
  expect(durationWords(250)).toBe('4 分 10 秒');
});
