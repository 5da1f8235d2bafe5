import { describe, expect, it } from 'vitest';
import { readPattern } from './text-pattern.ts';

describe('a pattern', () => {
  it('is found wherever it is', () => {
    expect(readPattern('err(or)?')?.findAll('err, error')).toEqual([
      { start: 0, end: 3 },
      { start: 5, end: 10 },
    ]);
    expect(readPattern('(?i)warn')?.isIn('WARNING')).toBe(true);
  });

  it('counts as text does, wide and astral characters included', () => {
    expect(readPattern('失败')?.findAll('😀 失败')).toEqual([{ start: 3, end: 5 }]);
  });

  it('finds nothing where it finds only emptiness', () => {
    expect(readPattern('x*')?.findAll('aaa')).toEqual([]);
  });

  it.each(['(', '(?=look)', '\\1(a)', '[z-a]'])('cannot be %j', (pattern) => {
    expect(readPattern(pattern)).toBeNull();
  });

  it('takes no longer for what would take others for ever', () => {
    expect(readPattern('(a+)+$')?.isIn(`${'a'.repeat(5000)}b`)).toBe(false);
  });
});
