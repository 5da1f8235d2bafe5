import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { success } from '#contract/failure.ts';
import type { HighlightSet } from '#contract/highlights/highlight-set.ts';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { ImportPreview, ImportRequest } from '#contract/saved/import.ts';
import { type HighlightSetsStore, openHighlightSets } from '../profiles/highlight-sets.ts';
import { openSavedSessions, type SavedSessionsStore } from '../profiles/sessions/saved-sessions.ts';
import { createImporter } from './importer.ts';
import { nothingRead, type ReadSession } from './read.ts';

let folder: string;
let saved: SavedSessionsStore;
let highlights: HighlightSetsStore;
let added: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-importer-'));
  saved = openSavedSessions({ folder });
  highlights = openHighlightSets({ folder, notify: () => undefined });
  added = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const session = (name: string, changes: ReadSession['changes'] = {}, rest: Partial<ReadSession> = {}): ReadSession => ({
  ...{ name, folder: '', unmapped: [], refused: null },
  changes: { hostName: `${name}.example.com`, ...changes },
  ...rest,
});

async function preview(
  sessions: readonly ReadSession[],
  hostKeys: readonly string[] = [],
  highlightSets: readonly HighlightSet[] = [],
) {
  const importer = createImporter({
    findSources: async () => [
      {
        ...{ id: 'one', kind: 'putty', place: '/home/ada/.putty', sessions: sessions.length },
        read: async () => success({ ...nothingRead, kind: 'putty', sessions, hostKeys, highlightSets }),
      },
    ],
    chooseFile: async () => null,
    readFile: async () => success({ ...nothingRead, kind: 'holdfast' }),
    saved,
    highlights,
    hostKeys: {
      judge: (lines) => ({ fresh: lines, known: 0, conflicting: [] }),
      add: async (lines) => {
        added.push(...lines);
        return success(null);
      },
    },
  });
  const read = await importer.read({ kind: 'found', id: 'one' });
  if (!read.ok || read.value === null) throw new Error('There is no preview.');
  return { importer, shown: read.value };
}

const request = ({ id }: ImportPreview, ...sessions: ImportRequest['sessions']): ImportRequest => ({
  ...{ id, sessions, hostKeys: true, keepsAlive: false },
});

describe('a preview', () => {
  it('says what is new, what is there already, and in what it differs', async () => {
    saved.save({ name: 'same', folder: 'work', profile: { ...defaultProfile, hostName: 'same.example.com' } });
    saved.save({ name: 'other', folder: '', profile: { ...defaultProfile, hostName: 'elsewhere', rows: 50 } });
    const { shown } = await preview([
      session('new'),
      session('same'),
      session('other'),
      session('serial', {}, { refused: 'It is a session by serial.' }),
    ]);
    expect(shown.rows.map(({ standing }) => standing)).toEqual([
      { kind: 'new' },
      { kind: 'same' },
      { kind: 'conflict', differs: ['hostName', 'rows'] },
      { kind: 'refused', reason: 'It is a session by serial.' },
    ]);
    expect(shown.rows[2]?.freeName).toBe('other (2)');
  });

  it('tells twins of one source apart', async () => {
    const { shown } = await preview([session('web'), session('web'), session('web (2)')]);
    expect(shown.rows.map(({ name }) => name)).toEqual(['web', 'web (3)', 'web (2)']);
  });

  it('changes nothing', async () => {
    await preview([session('new')], ['host ssh-rsa AAAA']);
    expect([saved.list().sessions, added]).toEqual([[], []]);
  });
});

describe('an import', () => {
  it('adds what is chosen, with host keys', async () => {
    const { importer, shown } = await preview([session('a'), session('b')], ['host ssh-rsa AAAA']);
    const done = await importer.apply(request(shown, { index: 1, name: 'b', replaces: false }));
    expect(done).toMatchObject({ ok: true, value: { added: 1, replaced: 0, hostKeys: 1, failure: null } });
    expect(saved.list().sessions.map(({ name }) => name)).toEqual(['b']);
    expect(added).toEqual(['host ssh-rsa AAAA']);
  });

  it('replaces nothing without being told to, and keeps a copy where it does', async () => {
    saved.save({ name: 'a', folder: 'work', profile: { ...defaultProfile, hostName: 'precious' } });
    const { importer, shown } = await preview([session('a')]);
    const refused = await importer.apply(request(shown, { index: 0, name: 'a', replaces: false }));
    expect(refused).toMatchObject({ failure: { message: expect.stringContaining('called "a" already') } });
    expect(saved.list().sessions[0]?.profile.hostName).toBe('precious');

    const done = await importer.apply(request(shown, { index: 0, name: 'a', replaces: true }));
    expect(saved.list().sessions).toMatchObject([
      { name: 'a', folder: 'work', profile: { hostName: 'a.example.com' } },
    ]);
    expect(readFileSync((done.ok && done.value.backup) || '', 'utf8')).toContain('precious');
  });

  it('turns null packets on in sessions that have none, if asked to', async () => {
    const { importer, shown } = await preview([
      session('a', { keepaliveSeconds: 0 }),
      session('b', { keepaliveSeconds: 5 }),
    ]);
    expect(shown.rows.map((row) => row.isWithoutKeepalive)).toEqual([true, false]);
    const both = ['a', 'b'].map((name, index) => ({ index, name, replaces: false }));
    await importer.apply({ ...request(shown, ...both), keepsAlive: true });
    expect(saved.list().sessions.map(({ profile }) => profile.keepaliveSeconds)).toEqual([60, 5]);
  });

  it('refuses what was not in the preview', async () => {
    const { importer, shown } = await preview([session('a', {}, { refused: 'No.' })]);
    const wrong = [
      { ...request(shown), id: 'another' },
      request(shown, { index: 0, name: 'a', replaces: false }),
      request(shown, { index: 7, name: 'b', replaces: false }),
    ];
    for (const one of wrong) expect(await importer.apply(one)).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('brings the highlight sets that the sessions use, and leaves those that are here as they are', async () => {
    const set = (id: string, name: string): HighlightSet => ({
      ...{ id, name },
      highlights: [{ pattern: name, colour: 'red' }],
    });
    highlights.change({ changed: [set('mine', 'Mine')], removed: [] });
    const sets = [set('mine', 'Theirs'), set('used', 'Used'), set('spare', 'Spare')];
    const { importer, shown } = await preview([session('a', { highlightSets: ['mine', 'used'] })], [], sets);
    expect(shown.highlightSets).toEqual(['Used', 'Spare']);
    const done = await importer.apply(request(shown, { index: 0, name: 'a', replaces: false }));
    expect(done).toMatchObject({ value: { highlightSets: 1, failure: null } });
    expect(highlights.current()).toEqual([set('mine', 'Mine'), set('used', 'Used')]);
    expect(saved.list().sessions[0]?.profile.highlightSets).toEqual(['mine', 'used']);
  });

  it('brings 2,000 sessions at once', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => session(`host ${index}`));
    const { importer, shown } = await preview(many);
    const all = many.map(({ name }, index) => ({ index, name, replaces: false }));
    expect(await importer.apply(request(shown, ...all))).toMatchObject({ value: { added: 2000 } });
    expect(saved.list().sessions).toHaveLength(2000);
  });
});
