import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultProfile, defaultSettingsName, type ProfileChanges } from '#contract/profile/profile.ts';
import type { TreeChange } from '#contract/saved/saved-tree.ts';
import { openSavedSessions, type SavedSessionsStore } from './saved-sessions.ts';

let folder: string;
let store: SavedSessionsStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-folders-'));
  store = openSavedSessions({ folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const profileOf = (changes: ProfileChanges) => ({ ...defaultProfile, ...changes });
const save = (name: string, inFolder: string, changes: ProfileChanges = {}) => {
  const base = store.list().folders.find(({ path }) => path === inFolder)?.profile ?? store.list().defaults;
  expect(store.save({ name, folder: inFolder, profile: { ...base, ...changes } })).toMatchObject({ ok: true });
};
const arrange = (change: TreeChange) => expect(store.arrange(change)).toMatchObject({ ok: true });
const refusal = (change: TreeChange) => {
  const result = store.arrange(change);
  return result.ok ? null : result.failure.message;
};
const places = () => store.list().sessions.map((session) => `${session.folder}:${session.name}`);
const paths = () => store.list().folders.map(({ path }) => path);
const session = (name: string) => store.list().sessions.find((one) => one.name === name);

describe('folders of saved sessions', () => {
  it('are there empty, and where a session is saved in one; each comes after the one around it', () => {
    arrange({ kind: 'add-folder', path: 'work' });
    arrange({ kind: 'add-folder', path: ' rack 10 ' });
    save('a', 'rack 2/left');
    save('b', 'work-2');
    expect(paths()).toEqual(['rack 2', 'rack 2/left', 'rack 10', 'work', 'work-2']);
    expect(openSavedSessions({ folder }).list()).toEqual(store.list());
  });

  it.each([
    [{ kind: 'add-folder', path: 'work' }, 'There is already a folder "work".'],
    [{ kind: 'add-folder', path: ' ' }, 'Enter a name for the folder.'],
    [{ kind: 'add-folder', path: 'a//b' }, 'Enter a name.'],
    [{ kind: 'add-folder', path: 'a\nb' }, 'A name has no line breaks or control characters.'],
    [{ kind: 'add-folder', path: '1/2/3/4/5/6/7/8/9' }, 'Folders go 8 deep at most.'],
    [{ kind: 'move-folder', path: 'work', to: 'work/inner' }, 'A folder cannot be moved into itself.'],
    [{ kind: 'move-folder', path: 'play', to: 'work' }, 'There is already a folder "work".'],
    [{ kind: 'move-folder', path: 'work', to: '1/2/3/4/5/6/7/8' }, 'Folders go 8 deep at most.'],
    [{ kind: 'move-folder', path: 'gone', to: 'there' }, 'There is no folder of this name.'],
    [{ kind: 'delete-folder', path: '' }, 'There is no folder of this name.'],
    [{ kind: 'rename-session', name: 'a', to: 'b' }, 'There is already a saved session named "b".'],
    [{ kind: 'rename-session', name: 'a', to: defaultSettingsName }, /already/],
    [{ kind: 'rename-session', name: 'gone', to: 'c' }, 'There is no saved session of this name.'],
    [{ kind: 'move-session', name: defaultSettingsName, folder: 'work' }, 'There is no saved session of this name.'],
  ] satisfies [TreeChange, string | RegExp][])('refuse %j, and nothing changes', (change, sentence) => {
    save('a', 'work/inner');
    save('b', 'play');
    save(defaultSettingsName, '', { rows: 40 });
    const before = store.list();
    expect(refusal(change)).toMatch(sentence);
    expect(openSavedSessions({ folder }).list()).toEqual(before);
  });

  it('take what lies in them along, and no other of a like name', () => {
    save('a', 'work/inner');
    save('b', 'workshop');
    arrange({ kind: 'move-folder', path: 'work', to: 'workshop/old' });
    expect(places()).toEqual(['workshop/old/inner:a', 'workshop:b']);
    arrange({ kind: 'delete-folder', path: 'workshop/old' });
    expect(places()).toEqual(['workshop:b']);
    expect(paths()).toEqual(['workshop']);
  });

  it('let sessions be moved and renamed', () => {
    save('a', 'work');
    arrange({ kind: 'move-session', name: 'a', folder: 'play/later' });
    arrange({ kind: 'rename-session', name: 'a', to: ' z ' });
    expect(places()).toEqual(['play/later:z']);
    arrange({ kind: 'move-session', name: 'z', folder: '' });
    expect(places()).toEqual([':z']);
  });
});

describe('settings of a folder', () => {
  it('reach the sessions in it and in the folders in it, where those have none of their own', () => {
    arrange({ kind: 'save-folder', path: 'work', profile: profileOf({ keepaliveSeconds: 30, userName: 'ada' }) });
    arrange({ kind: 'add-folder', path: 'work/inner' });
    save('a', 'work/inner', { hostName: 'a.example' });
    save('b', 'work', { hostName: 'b.example', userName: 'bob' });
    arrange({ kind: 'save-folder', path: 'work', profile: profileOf({ keepaliveSeconds: 45, userName: 'eve' }) });
    expect(session('a')?.profile).toEqual(profileOf({ hostName: 'a.example', keepaliveSeconds: 45, userName: 'eve' }));
    expect(session('b')?.profile).toMatchObject({ keepaliveSeconds: 45, userName: 'bob' });
    expect(store.list().folders).toMatchObject([
      { path: 'work', settings: { keepaliveSeconds: 45, userName: 'eve' } },
      { path: 'work/inner', settings: {}, profile: { keepaliveSeconds: 45 } },
    ]);
  });

  it('go before Default Settings, which reach all that has no other', () => {
    arrange({ kind: 'save-folder', path: 'work', profile: profileOf({ rows: 40 }) });
    save('a', 'work');
    save('b', '');
    save(defaultSettingsName, '', { rows: 60, columns: 100 });
    expect(session('a')?.profile).toMatchObject({ rows: 40, columns: 100 });
    expect(session('b')?.profile).toMatchObject({ rows: 60, columns: 100 });
  });

  it('are those of the new place for a session that is moved, but for its own', () => {
    arrange({ kind: 'save-folder', path: 'work', profile: profileOf({ rows: 40, columns: 100 }) });
    arrange({ kind: 'save-folder', path: 'play', profile: profileOf({ rows: 50 }) });
    save('a', 'work', { columns: 132 });
    arrange({ kind: 'move-session', name: 'a', folder: 'play' });
    expect(session('a')?.profile).toMatchObject({ rows: 50, columns: 132 });
  });

  it('are not written into the session that is saved with them', () => {
    arrange({ kind: 'save-folder', path: 'work', profile: profileOf({ rows: 40 }) });
    save('a', 'work', { hostName: 'a.example' });
    const saved = JSON.parse(readFileSync(store.file, 'utf8'));
    expect(saved.sessions).toEqual([{ name: 'a', folder: 'work', settings: { hostName: 'a.example' } }]);
  });
});

describe('saving many', () => {
  const many = Array.from({ length: 2000 }, (_, index) => ({
    name: `server ${index}`,
    folder: `rack ${index % 50}/left`,
    profile: profileOf({ hostName: `h${index}.example`, rows: 30 }),
  }));

  it('is one step, with folders and Default Settings before what lies in them', () => {
    const defaults = { name: defaultSettingsName, folder: '', profile: profileOf({ columns: 90 }) };
    const result = store.saveMany([...many, defaults], [{ path: 'rack 1', profile: profileOf({ rows: 30 }) }]);
    expect(result).toMatchObject({ ok: true, value: { sessions: { length: 2000 }, folders: { length: 100 } } });
    expect(session('server 1')).toEqual(many[1]);
    expect(openSavedSessions({ folder }).list()).toEqual(store.list());
  });

  it('saves none where one is refused', () => {
    expect(store.saveMany([...many, { name: '', folder: '', profile: defaultProfile }], [])).toMatchObject({
      ok: false,
    });
    expect(store.list().sessions).toEqual([]);
  });
});
