import { expect, it } from 'vitest';
import { defaultSearchSeconds } from '#contract/session/path.ts';
import { parseSearchSeconds } from './search-seconds.ts';

it.each([
  ['60', [60]],
  [' 1, 2,4;8  16\t', [1, 2, 4, 8, 16]],
  [defaultSearchSeconds.join(', '), defaultSearchSeconds],
])('reads %j', (typed, seconds) => {
  expect(parseSearchSeconds(typed)).toEqual({ ok: true, value: seconds });
});

it.each(['', ' ', '0', '86401', '1.5', '-3', 'soon', '60 s', Array.from({ length: 21 }, (_, n) => n + 1).join()])(
  'refuses %j with the range',
  (typed) => {
    expect(parseSearchSeconds(typed)).toMatchObject({
      ok: false,
      failure: { message: 'Enter up to 20 whole numbers from 1 to 86400, with commas between.' },
    });
  },
);
