import { expect, it, vi } from 'vitest';
import type { RemoteEntry } from '#contract/files/files.ts';
import { pathTyped } from './file-actions.ts';
import { performFileKey } from './file-keys.ts';
import { remoteEntry } from './testing/remote-entry.ts';

it('keys do in the list what they do in file managers', () => {
  const [a, b] = [remoteEntry('a'), remoteEntry('b')];
  const [ask, up, refresh] = [vi.fn(), vi.fn(), vi.fn()];
  const press = (key: string, ...chosen: readonly RemoteEntry[]) => performFileKey(key, chosen, { ask, up, refresh });
  expect(['F2', 'Delete', 'F5', 'Backspace'].map((key) => press(key))).toEqual([true, true, true, true]);
  expect([ask, up, refresh].map(({ mock }) => mock.calls.length)).toEqual([0, 1, 1]);
  press('F2', a, b);
  press('F2', a);
  press('Delete', a, b);
  expect(ask.mock.calls).toEqual([[{ kind: 'rename', entry: a }], [{ kind: 'delete', entries: [a, b] }]]);
  expect(press('a', a)).toBe(false);
});

it.each([
  ['/srv', '/srv'],
  ['docs', '/home/\udcff/docs'],
  ['/home/\ufffd', '/home/\udcff'],
  ['~', '.'],
  ['~/docs', './docs'],
])('%j typed in the field of the path leads to %j', (typed, path) => {
  expect(pathTyped(typed, { path: '/home/\udcff', shownPath: '/home/\ufffd' })).toBe(path);
});
