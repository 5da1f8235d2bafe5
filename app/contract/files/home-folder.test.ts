import { describe, expect, it } from 'vitest';
import { expandHome } from './home-folder.ts';

describe('expandHome', () => {
  it.each([
    ['~/.ssh/id_ed25519', '/home/ada/.ssh/id_ed25519'],
    ['~\\keys\\id.ppk', '/home/ada\\keys\\id.ppk'],
    ['~', '/home/ada'],
  ])('makes %s a path in the home folder', (path, whole) => {
    expect(expandHome(path, '/home/ada')).toBe(whole);
  });

  it.each(['~grace/.ssh/id', '/srv/~/id', 'id~', ''])('leaves %j as it is', (path) => {
    expect(expandHome(path, '/home/ada')).toBe(path);
  });

  it('takes no character of the home folder for a pattern', () => {
    expect(expandHome('~/x', "/home/$&$'")).toBe("/home/$&$'/x");
  });
});
