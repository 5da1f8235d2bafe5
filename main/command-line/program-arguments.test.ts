import { describe, expect, it } from 'vitest';
import { programArguments } from './program-arguments.ts';

describe('programArguments', () => {
  it('drops the program alone once it is packaged', () => {
    expect(programArguments(['/opt/holdfast', '-load', 'x'], true)).toEqual(['-load', 'x']);
  });

  it('drops the path too when it is run from its sources, behind whatever switches', () => {
    expect(programArguments(['electron', '--inspect=0', '.', '-load', 'x'], false)).toEqual([
      '--inspect=0',
      '-load',
      'x',
    ]);
    expect(programArguments(['node', 'out/main/index.js', 'host'], false)).toEqual(['host']);
  });
});
