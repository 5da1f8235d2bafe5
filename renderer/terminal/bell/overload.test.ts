import { expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { createBellOverload, type OverloadSettings } from './overload.ts';

/** Which of the bells at these times, in seconds, are heard. */
function heard(times: readonly number[], settings: Partial<OverloadSettings> = {}): readonly number[] {
  const overload = createBellOverload();
  return times.filter((time) => overload.ring(time * 1000, { ...defaultProfile, ...settings }));
}

it('four bells within two seconds are heard, and the fifth is one too many', () => {
  expect(heard([0, 0.4, 0.8, 1.2, 1.6, 1.9])).toEqual([0, 0.4, 0.8, 1.2]);
});

it('bells that come slowly are all heard', () => {
  const slow = Array.from({ length: 20 }, (_, index) => index * 0.6);
  expect(heard(slow)).toEqual(slow);
});

it('a silenced bell is heard again after five seconds without one, and each that is not heard puts that off', () => {
  const burst = [0, 0.1, 0.2, 0.3, 0.4];
  expect(heard([...burst, 4, 8.9, 14, 14.5])).toEqual([0, 0.1, 0.2, 0.3, 14, 14.5]);
});

it('the numbers are those of the settings, and off is off', () => {
  const settings = { bellOverloadCount: 2, bellOverloadSeconds: 10, bellSilenceSeconds: 1 };
  expect(heard([0, 9, 9.5, 11], settings)).toEqual([0, 11]);
  const many = Array.from({ length: 50 }, (_, index) => index / 100);
  expect(heard(many, { bellOverload: false })).toEqual(many);
});
