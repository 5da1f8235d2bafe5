import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { categories, type System } from '#contract/settings/definition.ts';
import { settingKeys, settingOf } from '#contract/settings/settings-table.ts';
import { categoryTree } from './category-tree.ts';
import { noteOf } from './fields/notes.ts';
import { draftOf } from './form/draft.ts';
import { panelsFor } from './panels.ts';

const keysOf = (mode: 'new' | 'change', system: System = 'linux') =>
  panelsFor(mode, system).flatMap((panel) => panel.groups.flatMap((group) => group.keys));

describe('panelsFor', () => {
  it('has every setting of the table once for a new session', () => {
    const onLinux = settingKeys.filter((key) => (settingOf(key).onlyOn ?? 'linux') === 'linux');
    expect([...keysOf('new')].sort()).toEqual([...onLinux].sort());
    expect(panelsFor('new', 'linux').map((panel) => panel.category)).toEqual(categories);
  });

  it('has only what can change in a session that runs, and no empty category', () => {
    expect(keysOf('change').every((key) => settingOf(key).midSession)).toBe(true);
    const shown = panelsFor('change', 'linux').map((panel) => panel.category);
    const isOfLogin = (category: string) => /^Connection\/(Data|Proxy|SSH\/(?!Kex|Cipher|MAC|Tunnels))/.test(category);
    expect(shown).toEqual(categories.filter((category) => !isOfLogin(category)));
  });
});

it('each system has what concerns it alone', () => {
  const differing = (system: System) => keysOf('change', system).filter((key) => settingOf(key).onlyOn !== undefined);
  expect(differing('windows')).toEqual(['controlAltIsNotAltGr']);
  expect(differing('macos')).toEqual(['optionIsMeta']);
  expect(differing('linux')).toEqual([]);
});

describe('categoryTree', () => {
  it('nests categories by their slashes', () => {
    expect(categoryTree(['Session', 'Connection', 'Connection/SSH', 'Connection/SSH/Auth'])).toEqual([
      { id: 'Session', label: 'Session', children: [] },
      {
        id: 'Connection',
        label: 'Connection',
        children: [
          {
            id: 'Connection/SSH',
            label: 'SSH',
            children: [{ id: 'Connection/SSH/Auth', label: 'Auth', children: [] }],
          },
        ],
      },
    ]);
  });
});

describe('noteOf', () => {
  const draft = draftOf(defaultProfile);

  it('states the range of a number', () => {
    expect(noteOf('keepaliveSeconds', draft)).toBe('0 to 86400 seconds');
    expect(noteOf('hostName', draft)).toBeUndefined();
  });

  it('says when no null packets will be sent, and why', () => {
    expect(noteOf('keepaliveSeconds', { ...draft, chokesOnIgnore: true })).toMatch(/^No null packets are sent/);
    expect(noteOf('keepaliveSeconds', { ...draft, keepaliveSeconds: '0' })).toMatch(/^Off: routers may forget/);
  });
});
