import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HighlightSet } from '#contract/highlights/highlight-set.ts';
import { defaultProfile, defaultSettingsName } from '#contract/profile/profile.ts';
import { openSavedSessions, type SavedSessionsStore } from '../../profiles/sessions/saved-sessions.ts';
import { chosenSessions } from '../importer.ts';
import { rowsOf } from '../preview.ts';
import { randomNumbers, randomProfile } from '../testing/random-profile.ts';
import { readText } from '../testing/read-text.ts';
import { chosenOf } from './export-choice.ts';
import { holdfastFile } from './holdfast-file.ts';

let folders: string[];

beforeEach(() => {
  folders = [];
});
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newStore(): SavedSessionsStore {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-export-'));
  folders.push(folder);
  return openSavedSessions({ folder });
}

/** The file of an export of all that is saved. */
function wholeOf(store: SavedSessionsStore): string {
  const { sessions, folders } = store.list();
  return exportOf(
    store,
    sessions.map(({ name }) => name),
    folders.map(({ path }) => path),
  );
}

const exportOf = (
  store: SavedSessionsStore,
  sessions: readonly string[],
  folders: readonly string[],
  defaults = true,
): string => holdfastFile(chosenOf(store.list(), [], { sessions, folders, defaults }));

/** Takes all of an export, as a user does who checks every row. */
function importAll(text: string, into: SavedSessionsStore) {
  const read = readText(text);
  const sessions = read.sessions.map(({ name }, index) => ({ index, name, replaces: true }));
  const chosen = chosenSessions(read, { id: '', sessions, hostKeys: false, keepsAlive: false }, into.list());
  if (!chosen.ok) throw new Error(chosen.failure.message);
  return into.saveMany(chosen.value.sessions, chosen.value.folders);
}

describe('an export', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('comes back without a loss, folders and defaults too (seed %i)', (seed) => {
    const random = randomNumbers(seed);
    const source = newStore();
    source.save({ name: defaultSettingsName, folder: '', profile: randomProfile(random) });
    const outer = { path: 'customers', profile: randomProfile(random) };
    const inner = { path: 'customers/north', profile: { ...outer.profile, rows: 77 } };
    const saved = source.saveMany(
      [
        { name: 'a', folder: '', profile: randomProfile(random) },
        { name: 'b "x" <ü> 日本 🚀', folder: 'customers', profile: randomProfile(random) },
        { name: '__proto__', folder: 'customers/north', profile: inner.profile },
      ],
      [outer, inner, { path: 'empty', profile: source.list().defaults }],
    );
    if (!saved.ok) throw new Error(saved.failure.message);

    const target = newStore();
    expect(importAll(wholeOf(source), target)).toMatchObject({ ok: true });
    expect(target.list()).toEqual(source.list());
    expect(wholeOf(target)).toBe(wholeOf(source));
  });

  it('changes nothing where it came from, nor what an existing folder gives', () => {
    const store = newStore();
    store.saveMany(
      [{ name: 'a', folder: 'f', profile: { ...defaultProfile, rows: 30 } }],
      [{ path: 'f', profile: { ...defaultProfile, rows: 40 } }],
    );
    const text = wholeOf(store);
    expect(rowsOf(readText(text), store.list()).map(({ standing }) => standing.kind)).toEqual(['same', 'same']);
    store.arrange({ kind: 'save-folder', path: 'f', profile: { ...defaultProfile, rows: 50 } });
    expect(importAll(text, store)).toMatchObject({ ok: true });
    expect(store.list().folders[0]?.profile.rows).toBe(50);
    expect(store.list().sessions[0]?.profile.rows).toBe(30);
  });

  it('has the highlight sets that what is chosen uses', () => {
    const store = newStore();
    store.arrange({
      kind: 'save-folder',
      path: 'f',
      profile: { ...defaultProfile, highlightSets: ['mine', 'outcomes'] },
    });
    const mine: HighlightSet = { id: 'mine', name: 'Mine', highlights: [{ pattern: 'a\\d', colour: 'red' }] };
    const sets = [mine, { ...mine, id: 'spare' }];
    const chosen = chosenOf(store.list(), sets, { sessions: [], folders: ['f'], defaults: false });
    expect(readText(holdfastFile(chosen)).highlightSets).toEqual([mine]);
  });

  it('leaves out what a later version has, tells of it, and reads the rest', () => {
    const store = newStore();
    store.save({ name: 'a', folder: '', profile: defaultProfile });
    const file = JSON.parse(wholeOf(store));
    file.sessions[0].settings.warpDrive = 9;
    file.sessions[0].settings.portNumber = 70_000;
    file.sessions.push(null, { name: 'no settings' }, { name: 'bad\u202ename', settings: {} });
    const { sessions, problems } = readText(JSON.stringify(file));
    expect(sessions.map(({ name }) => name)).toEqual([defaultSettingsName, 'a']);
    expect(sessions[1]?.unmapped.map(({ key }) => key).sort()).toEqual(['portNumber', 'warpDrive']);
    expect(problems).toEqual(["3 entries of the file can't be read, and are left out."]);
  });

  it('may hold some sessions, which lie elsewhere in the same folders with the same settings', () => {
    const source = newStore();
    source.save({ name: defaultSettingsName, folder: '', profile: { ...defaultProfile, columns: 132 } });
    const outer = { path: 'customers', profile: { ...source.list().defaults, keepaliveSeconds: 25 } };
    const inner = { path: 'customers/north', profile: { ...outer.profile, rows: 50 } };
    const inFolder = (name: string, folder: string) => ({
      name,
      folder,
      profile: { ...inner.profile, hostName: name },
    });
    source.saveMany(
      [inFolder('a', 'customers/north'), inFolder('b', 'customers'), inFolder('c', 'other'), inFolder('d', '')],
      [outer, inner, { path: 'other', profile: outer.profile }, { path: 'empty', profile: source.list().defaults }],
    );

    const target = newStore();
    expect(importAll(exportOf(source, ['a', 'gone'], ['empty', 'gone'], false), target)).toMatchObject({ ok: true });
    const { defaults, sessions, folders } = target.list();
    expect(defaults).toEqual(defaultProfile);
    expect(sessions).toEqual(source.list().sessions.filter(({ name }) => name === 'a'));
    expect(folders.map(({ path, profile }) => [path, profile])).toEqual([
      ['customers', outer.profile],
      ['customers/north', inner.profile],
      ['empty', source.list().defaults],
    ]);

    expect(importAll(wholeOf(source), target)).toMatchObject({ ok: true });
    expect(target.list().sessions).toEqual(source.list().sessions);
  });
});
