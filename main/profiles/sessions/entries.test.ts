import { describe, expect, it } from 'vitest';
import { defaultProfile, defaultSettingsName } from '#contract/profile/profile.ts';
import { emptyDocument, type SavedDocument } from '../storage/document.ts';
import { readEntries } from './entries.ts';
import { withoutSession, withSessions } from './session-entries.ts';

const documentOf = (...sessions: unknown[]): SavedDocument => ({ ...emptyDocument, sessions });
const entry = (name: string, settings: object = {}) => ({ name, settings });
const withSession = (document: SavedDocument, name: string, profile = defaultProfile) =>
  withSessions(document, [{ name, folder: '', profile }]);
const names = (document: SavedDocument) => readEntries(document).sessions.map((session) => session.name);

describe('readEntries', () => {
  it('lists sessions in the order that a person expects, Default Settings apart', () => {
    const document = documentOf(
      entry('web 10'),
      entry(defaultSettingsName, { rows: 50 }),
      entry('web 2'),
      entry('Alpha'),
    );
    expect(names(document)).toEqual(['Alpha', 'web 2', 'web 10']);
    expect(readEntries(document).defaults).toEqual({ ...defaultProfile, rows: 50 });
  });

  it('reads the others when one is broken, and names it', () => {
    const broken = [
      entry('far', { portNumber: 70_000 }),
      entry('later', { quantumTunnel: true }),
      { name: 'bare' },
      null,
      7,
      { name: 'bad\u202ename', settings: {} },
    ];
    const read = readEntries(documentOf(entry('a'), ...broken, entry('b')));
    expect(read.sessions.map((session) => session.name)).toEqual(['a', 'b']);
    expect(read.unreadable).toEqual(['far', 'later', 'bare', null, null, null]);
  });

  it('reads a session whose kind of terminal was accepted once, with the default for it', () => {
    const read = readEntries(
      documentOf(entry('empty', { terminalType: '', rows: 30 }), entry('no ASCII', { terminalType: 'é' })),
    );
    expect(read.unreadable).toEqual([]);
    expect(read.sessions.map(({ profile }) => profile)).toEqual([{ ...defaultProfile, rows: 30 }, defaultProfile]);
  });

  it('takes the first of two with the same name, and tells of the second', () => {
    const read = readEntries(documentOf(entry('a', { rows: 30 }), entry('a', { rows: 40 })));
    expect(read.sessions).toEqual([{ name: 'a', folder: '', profile: { ...defaultProfile, rows: 30 } }]);
    expect(read.unreadable).toEqual(['a']);
  });

  it('falls back to the own defaults when the saved ones are broken', () => {
    expect(readEntries(documentOf(entry(defaultSettingsName, { rows: 'many' }))).defaults).toEqual(defaultProfile);
  });
});

describe('withSessions', () => {
  it('replaces a namesake in its place and leaves every other entry as it is', () => {
    const broken = entry('far', { portNumber: 70_000 });
    const document = { ...documentOf(broken, entry('a'), entry('A')), tags: ['x'] };
    expect(withSession(document, 'a', { ...defaultProfile, rows: 31 })).toEqual({
      ...document,
      sessions: [broken, entry('a', { rows: 31 }), entry('A')],
    });
  });

  it('keeps a namesake that cannot be read, set aside', () => {
    const broken = entry('far', { portNumber: 70_000 });
    const document = withSession(documentOf(broken), 'far');
    expect(document).toEqual({ ...documentOf(entry('far')), setAside: [broken] });
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty'])('holds a session called %s', (name) => {
    const document = withSession(emptyDocument, name);
    expect(names(JSON.parse(JSON.stringify(document)))).toEqual([name]);
    expect(withoutSession(document, name)).toEqual(emptyDocument);
  });
});

describe('withoutSession', () => {
  it('removes what can be read under the name, and nothing else', () => {
    const broken = entry('a', { rows: 'many' });
    expect(withoutSession(documentOf(broken, entry('a'), entry('b')), 'a')).toEqual(documentOf(broken, entry('b')));
    expect(withoutSession(documentOf(broken), 'a')).toBeNull();
    expect(withoutSession(documentOf(entry('a')), 'A')).toBeNull();
  });
});
