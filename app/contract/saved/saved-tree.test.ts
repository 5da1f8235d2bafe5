import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../profile/profile.ts';
import { folderChain, folderName, givenByFolders, isInFolder, joinFolder, parentFolder } from './saved-tree.ts';

describe('the path of a folder', () => {
  it('is taken apart and put together', () => {
    expect(folderChain('a/b/c')).toEqual(['a', 'a/b', 'a/b/c']);
    expect(folderChain('')).toEqual([]);
    expect([folderName('a/b'), parentFolder('a/b'), parentFolder('a')]).toEqual(['b', 'a', '']);
    expect([joinFolder('a', 'b'), joinFolder('', 'b')]).toEqual(['a/b', 'b']);
  });

  it('tells what lies in it from what has a like name', () => {
    expect(['a', 'a/b', 'ab', ''].map((path) => isInFolder(path, 'a'))).toEqual([true, true, false, false]);
    expect(isInFolder('a', '')).toBe(true);
  });
});

describe('givenByFolders', () => {
  it('names the nearest folder that gives each setting', () => {
    const outer = { path: 'a', settings: { rows: 30, columns: 90 }, profile: defaultProfile };
    const inner = { path: 'a/b', settings: { rows: 40 }, profile: defaultProfile };
    const other = { path: 'c', settings: { userName: 'ada' }, profile: defaultProfile };
    expect(givenByFolders([outer, inner, other], 'a/b')).toEqual({ rows: inner, columns: outer });
    expect(givenByFolders([outer, inner, other], '')).toEqual({});
  });
});
