import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { kindOf, nameIn, type SessionNode, sessionNodes } from './session-nodes.ts';

const session = (name: string, folder: string, hostName = `${name}.example`, userName = '') => ({
  name,
  folder,
  profile: { ...defaultProfile, hostName, userName },
});
const folder = (path: string) => ({ path, settings: {}, profile: defaultProfile });
const saved = {
  defaults: defaultProfile,
  sessions: [session('a', 'work/left'), session('b', 'work'), session('c', '', '10.0.0.9', 'ada')],
  folders: [folder('empty'), folder('work'), folder('work/left')],
  notice: null,
};

type Shape = string | readonly [string, readonly Shape[]];
const shape = ({ label, children }: SessionNode): Shape =>
  children.length === 0 ? label : [label, children.map(shape)];
const shapes = (filter: string, hosts: readonly string[] = []) => sessionNodes(saved, hosts, filter).map(shape);

describe('the rows of the tree of sessions', () => {
  it('are Default Settings, folders before sessions, and the hosts of ~/.ssh/config', () => {
    expect(shapes('', ['web'])).toEqual([
      'Default Settings',
      'empty',
      ['work', [['left', ['a']], 'b']],
      'c',
      ['From ~/.ssh/config', ['web']],
    ]);
  });

  it.each([
    ['name', 'B.EX', [['work', ['b']]]],
    ['folder', 'left', [['work', [['left', ['a']]]]]],
    ['host', '10.0', ['c']],
    ['user', 'ada', ['c']],
    ['words of several', 'work a.ex', [['work', [['left', ['a']]]]]],
    ['host of ~/.ssh/config', 'we', [['From ~/.ssh/config', ['web']]]],
    ['nothing', 'zzz', []],
  ])('are found by %s', (_, filter, found) => {
    expect(shapes(filter, ['web'])).toEqual(found);
  });

  it('tell from their ids what they are, whatever their names', () => {
    const odd = 'folder:x/host:y';
    const [, row] = sessionNodes({ ...saved, sessions: [session(odd, '')], folders: [] }, [], '');
    expect([kindOf(row?.id ?? ''), nameIn(row?.id ?? '')]).toEqual(['session', odd]);
  });
});
