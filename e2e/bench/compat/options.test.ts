import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';
import { groups } from './row.ts';

describe('parseOptions', () => {
  it('tries all, some at a time, unless told otherwise', () => {
    expect(parseOptions([])).toEqual({ only: groups, json: false, write: false, atOnce: 4 });
    const asked = ['--only', 'ways,keys', '--json', '--write', '--at-once', '2'];
    expect(parseOptions(asked)).toEqual({ only: ['keys', 'ways'], json: true, write: true, atOnce: 2 });
  });

  it('names what there is not', () => {
    expect(() => parseOptions(['--only', 'keys,doors'])).toThrow('No such group: doors. There are keys, agent');
    expect(() => parseOptions(['--at-once', '0'])).toThrow('--at-once');
    expect(() => parseOptions(['--nonsense'])).toThrow('--nonsense');
  });
});
