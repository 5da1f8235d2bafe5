import { describe, expect, it } from 'vitest';
import { fuzzyFind, fuzzyScore } from './fuzzy.ts';

describe('the fuzzy search', () => {
  it('wants every character, in order', () => {
    expect(fuzzyScore('cs', 'Change Settings…')).not.toBeNull();
    expect(fuzzyScore('sc', 'Close')).toBeNull();
    expect(fuzzyScore('zz', 'Close')).toBeNull();
  });

  it('finds beginnings of words before what lies between them', () => {
    const find = (typed: string) => fuzzyFind(typed, ['Reset Terminal', 'Restart Session', 'Rename Tab…'], String)[0];
    expect(find('rt')).toBe('Rename Tab…');
    expect(find('res s')).toBe('Restart Session');
    expect(find('term')).toBe('Reset Terminal');
  });

  it('does not lose a text whose word begins too far on', () => {
    expect(fuzzyScore('ab', 'xabya')).not.toBeNull();
    expect(fuzzyScore('web', 'my web')).not.toBeNull();
  });

  it('leaves all as it is while nothing is typed', () => {
    expect(fuzzyFind(' ', ['b', 'a'], String)).toEqual(['b', 'a']);
  });
});
