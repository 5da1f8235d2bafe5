import { describe, expect, it } from 'vitest';
import { fittedSize, leastSize } from './fitted-size.ts';

const screen = { width: 1280, height: 800 };

describe('fittedSize', () => {
  it('grows and shrinks by what is asked', () => {
    expect(fittedSize({ width: 800, height: 600 }, { width: 40, height: -100 }, screen)).toEqual({
      width: 840,
      height: 500,
    });
  });

  it('stays within the screen however many columns are asked for', () => {
    expect(fittedSize({ width: 800, height: 600 }, { width: 9000, height: 9000 }, screen)).toEqual({
      width: 1240,
      height: 760,
    });
  });

  it('leaves room for dialogs however few are asked for', () => {
    expect(fittedSize({ width: 800, height: 600 }, { width: -700, height: -500 }, screen)).toEqual(leastSize);
  });
});
