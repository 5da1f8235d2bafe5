import { describe, expect, it } from 'vitest';
import { faults, numberOf } from './list/faults.ts';
import { chosen, parseOptions } from './options.ts';

describe('parseOptions', () => {
  it('runs all once, some at a time, unless told otherwise', () => {
    expect(parseOptions([])).toEqual({ only: null, json: false, write: false, atOnce: 4, runs: 1 });
    const asked = ['--only', '3,8', '--json', '--write', '--at-once', '2', '--runs', '10'];
    expect(parseOptions(asked)).toEqual({ only: ['3', '8'], json: true, write: true, atOnce: 2, runs: 10 });
  });

  it.each([['--runs', '0'], ['--at-once', 'two'], ['--nonsense']])('refuses %s %s', (...args) => {
    expect(() => parseOptions(args)).toThrow(args[0]);
  });
});

describe('chosen', () => {
  const ids = ['1', '1b', '9a', '9b', '16'];

  it('takes a number for all that it has, and an id for that one', () => {
    expect(chosen(ids, null)).toEqual(ids);
    expect(chosen(ids, ['9', '1'])).toEqual(['1', '1b', '9a', '9b']);
    expect(chosen(ids, ['9b'])).toEqual(['9b']);
  });

  it('names what there is not', () => {
    expect(() => chosen(ids, ['6', '1'])).toThrow('No such fault: 6. There are 1, 1b, 9a, 9b, 16.');
  });
});

describe('the faults', () => {
  it('are 1 to 17 and 22 of the list, in order, each known by its id', () => {
    const oneTo17 = Array.from({ length: 17 }, (_, index) => index + 1);
    expect([...new Set(faults.map(numberOf))]).toEqual([...oneTo17, 22]);
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
  });
});
