import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultProfile, defaultSettingsName, parseProfile } from '#contract/profile/profile.ts';
import { openSavedSessions } from '../sessions/saved-sessions.ts';
import { parseDocument, serializeDocument } from './document.ts';

const first = (...sessions: unknown[]) => JSON.stringify({ schemaVersion: 1, sessions, later: { kept: true } });
const own = { ...defaultProfile, hostName: 'a.example', rows: 24, columns: 132, keepaliveSeconds: 30 };
const defaults = { ...defaultProfile, rows: 50, keepaliveSeconds: 30 };

describe('a document of schema 1', () => {
  it('keeps of each session what differs from Default Settings', () => {
    const parsed = parseDocument(
      first({ name: defaultSettingsName, settings: defaults }, { name: 'a', settings: own, tint: 'red' }),
    );
    expect(parsed).toEqual({
      kind: 'good',
      version: 1,
      document: {
        schemaVersion: 2,
        later: { kept: true },
        sessions: [
          { name: defaultSettingsName, settings: { rows: 50, keepaliveSeconds: 30 } },
          { name: 'a', settings: { hostName: 'a.example', rows: 24, columns: 132 }, tint: 'red' },
        ],
      },
    });
  });

  it('reads a missing setting as the default of the program, not as the one of Default Settings', () => {
    const parsed = parseDocument(
      first({ name: 'a', settings: { hostName: 'a.example' } }, { name: defaultSettingsName, settings: defaults }),
    );
    const { rows, keepaliveSeconds } = defaultProfile;
    expect(parsed).toMatchObject({
      document: { sessions: [{ settings: { hostName: 'a.example', rows, keepaliveSeconds } }, {}] },
    });
  });

  it('leaves what it cannot read as it is', () => {
    const broken = [{ name: 'far', settings: { portNumber: 70_000 } }, { name: 'bare' }, null, 7];
    expect(parseDocument(first(...broken))).toMatchObject({ document: { sessions: broken } });
    expect(parseDocument('{"schemaVersion": 1, "sessions": {}}')).toEqual({ kind: 'damaged' });
  });

  it('comes out the same when it is read once more', () => {
    const parsed = parseDocument(first({ name: 'a', settings: own }));
    if (parsed.kind !== 'good') throw new Error('It was not read');
    expect(parseDocument(serializeDocument(parsed.document))).toEqual({ ...parsed, version: 2 });
  });
});

describe('a file of schema 1', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdfast-schema-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('opens with every value as it was, and is kept for good beside the file that takes its place', () => {
    const file = join(folder, 'saved-sessions.json');
    const settings = [own, { hostName: 'b.example' }, { ...own, environment: [{ name: 'A', value: 'b' }] }];
    const text = first(
      { name: defaultSettingsName, settings: defaults },
      ...settings.map((each, index) => ({ name: `s${index}`, settings: each })),
    );
    writeFileSync(file, text);
    const store = openSavedSessions({ folder });
    const profiles = () => store.list().sessions.map(({ profile }) => ({ ok: true, value: profile }));
    expect(profiles()).toEqual(settings.map(parseProfile));
    // Opening changes nothing.
    expect(readdirSync(folder)).toEqual(['saved-sessions.json']);

    for (const path of ['a', 'b', 'c', 'd', 'e']) expect(store.arrange({ kind: 'add-folder', path }).ok).toBe(true);
    expect(profiles()).toEqual(settings.map(parseProfile));
    expect(openSavedSessions({ folder }).list()).toEqual(store.list());
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schemaVersion: 2, later: { kept: true } });
    expect(readFileSync(`${file}.schema-1`, 'utf8')).toBe(text);
  });
});
