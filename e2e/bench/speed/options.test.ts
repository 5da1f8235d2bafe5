import { describe, expect, it } from 'vitest';
import { chosen, isFull, parseOptions } from './options.ts';

describe('parseOptions', () => {
  it('measures all, five times, unless it is told otherwise', () => {
    expect(parseOptions([])).toEqual({ only: null, runs: 5, small: false, json: false });
    expect(parseOptions(['--only', '1,7', '--runs', '9', '--small', '--json'])).toEqual({
      only: [1, 7],
      runs: 9,
      small: true,
      json: true,
    });
    expect(() => parseOptions(['--only', '1,x'])).toThrow('--only takes a whole number');
  });
});

describe('isFull', () => {
  it('takes a run of all rows, at their size, at least five times', () => {
    expect(isFull(parseOptions([]))).toBe(true);
    for (const part of [['--only', '1'], ['--small'], ['--runs', '4']]) expect(isFull(parseOptions(part))).toBe(false);
  });
});

describe('chosen', () => {
  const measurements = [{ ids: [1] }, { ids: [7, 8] }];

  it('takes each that gives one of the rows', () => {
    expect(chosen(measurements, null)).toEqual(measurements);
    expect(chosen(measurements, [8])).toEqual([{ ids: [7, 8] }]);
  });

  it('names a row that there is none of', () => {
    expect(() => chosen(measurements, [1, 12])).toThrow('No such row: 12.');
  });
});
