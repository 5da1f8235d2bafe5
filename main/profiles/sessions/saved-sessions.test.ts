import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultProfile, defaultSettingsName } from '#contract/profile/profile.ts';
import { openSavedSessions } from './saved-sessions.ts';

let folder: string;
const open = () => openSavedSessions({ folder, now: () => new Date('2026-05-04T03:02:01Z') });
const fileName = 'saved-sessions.json';
const file = () => join(folder, fileName);
const sessionOf = (name: string, hostName = `${name}.example`) => ({
  name,
  folder: '',
  profile: { ...defaultProfile, hostName },
});
const names = (store = open()) => store.list().sessions.map((session) => session.name);

/** Saves sessions of these names, in this order, and so leaves a backup of each state but the last. */
const saveAll = (...all: string[]) => {
  const store = open();
  for (const name of all) expect(store.save(sessionOf(name))).toMatchObject({ ok: true });
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-sessions-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('saved sessions', () => {
  it('start empty, and write nothing until something is saved', () => {
    expect(open().list()).toEqual({ defaults: defaultProfile, sessions: [], folders: [], notice: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are there again in the next run, each setting as it was', () => {
    saveAll('b', 'a');
    expect(open().list()).toEqual({
      defaults: defaultProfile,
      sessions: [sessionOf('a'), sessionOf('b')],
      folders: [],
      notice: null,
    });
  });

  it('leave nothing in the folder but the file and its backups', () => {
    saveAll('a', 'b', 'c', 'd', 'e', 'f');
    expect(readdirSync(folder).sort()).toEqual([fileName, ...[1, 2, 3].map((n) => `${fileName}.backup-${n}`)]);
  });

  it('can be read by this user alone', () => {
    saveAll('a', 'b');
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });

  it('replace a session of the same name, and tell names apart by case', () => {
    const store = open();
    store.save(sessionOf('a', 'first.example'));
    store.save(sessionOf('A', 'other.example'));
    store.save(sessionOf(' a ', 'second.example'));
    expect(open().list().sessions).toEqual([sessionOf('a', 'second.example'), sessionOf('A', 'other.example')]);
  });

  it('keep the starting values of new sessions under Default Settings, and forget them when it is deleted', () => {
    const store = open();
    store.save({ name: defaultSettingsName, folder: '', profile: { ...defaultProfile, rows: 50 } });
    expect(open().list()).toMatchObject({ defaults: { rows: 50 }, sessions: [] });
    expect(store.remove(defaultSettingsName)).toMatchObject({ ok: true, value: { defaults: defaultProfile } });
    expect(store.remove(defaultSettingsName)).toMatchObject({ ok: true });
    expect(open().list().defaults).toEqual(defaultProfile);
  });

  it('are removed one at a time, and one that is not there is said not to be', () => {
    saveAll('a', 'b');
    const store = open();
    expect(store.remove('a')).toMatchObject({ ok: true });
    expect(store.remove('a')).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(names()).toEqual(['b']);
  });

  it('tell whoever subscribed of each change, until they no longer want to know', () => {
    const store = open();
    const heard: number[] = [];
    const unsubscribe = store.subscribe(() => heard.push(store.list().sessions.length));
    store.save(sessionOf('a'));
    store.save(sessionOf('bad\nname'));
    unsubscribe();
    store.save(sessionOf('b'));
    expect(heard).toEqual([1]);
  });

  it('take no field that is not a setting, so that no secret gets into the file', () => {
    const store = open();
    store.save(sessionOf('a'));
    const profile = { ...defaultProfile, password: 'hunter2' };
    expect(store.save({ name: 'b', folder: '', profile })).toMatchObject({
      ok: false,
      failure: { code: 'invalid-payload' },
    });
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text).not.toMatch(/hunter2|"(password|passphrase|secret|token|privateKey)"/i);
    }
  });

  it('number two hundred without trouble', () => {
    const many = Array.from({ length: 200 }, (_, index) => `server ${index}`);
    saveAll(...many);
    expect(names()).toEqual(many);
  });
});

describe('a damaged file', () => {
  it.each([
    ['is cut short', (text: string) => text.slice(0, text.length / 2)],
    ['is empty', () => ''],
    ['is full of zeros, as after a power cut', (text: string) => '\0'.repeat(text.length)],
    ['is another program’s', () => '{"theme": "dark"}'],
  ])('that %s is kept under another name, and the newest backup restored with a notice', (_, damage) => {
    saveAll('a', 'b', 'c');
    const damaged = damage(readFileSync(file(), 'utf8'));
    writeFileSync(file(), damaged);
    const store = open();
    expect(names(store)).toEqual(['a', 'b']);
    const kept = `${fileName}.corrupt-2026-05-04T03-02-01`;
    expect(readFileSync(join(folder, kept), 'utf8')).toBe(damaged);
    expect(store.list().notice).toContain(kept);
    expect(open().list()).toMatchObject({ notice: null, sessions: [{ name: 'a' }, { name: 'b' }] });
  });

  it('is restored from an older backup when the newest is damaged too', () => {
    saveAll('a', 'b', 'c', 'd');
    writeFileSync(file(), '{');
    writeFileSync(`${file()}.backup-1`, '{"schemaVersion": 1, "sess');
    expect(names()).toEqual(['a', 'b']);
  });

  it('with no backup leaves an empty list and a notice; saving works again', () => {
    writeFileSync(file(), 'not json');
    const store = open();
    expect(store.list()).toMatchObject({ sessions: [], notice: expect.stringContaining('no backup') });
    expect(store.save(sessionOf('a'))).toMatchObject({ ok: true, value: { notice: null } });
  });

  it('does not replace one that was damaged in the same second', () => {
    for (const text of ['first', 'second']) {
      writeFileSync(file(), text);
      open();
    }
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(kept.sort()).toEqual(['first', 'second']);
  });

  it('that is damaged while the program runs is restored by the next save, which keeps its change', () => {
    saveAll('a', 'b');
    const store = open();
    writeFileSync(file(), '{');
    expect(store.save(sessionOf('c'))).toMatchObject({
      ok: true,
      value: { notice: expect.stringContaining('backup') },
    });
    expect(names()).toEqual(['a', 'c']);
  });

  it('that is missing altogether is restored too', () => {
    saveAll('a', 'b');
    rmSync(file());
    expect(open().list()).toMatchObject({ sessions: [{ name: 'a' }], notice: expect.stringContaining('was missing') });
  });
});

describe('a file of a newer version', () => {
  const newer = '{"schemaVersion": 3, "vaults": [{"name": "a"}]}';

  it('is never written over: the program has its defaults, and says why it cannot save', () => {
    writeFileSync(file(), newer);
    const store = open();
    const { notice, ...rest } = store.list();
    expect(rest).toEqual({ defaults: defaultProfile, sessions: [], folders: [] });
    expect(notice).toMatch(/newer version of Holdfast.*Update Holdfast/);
    expect(store.save(sessionOf('a'))).toMatchObject({
      ok: false,
      failure: { code: 'storage-newer', retryable: false },
    });
    expect(store.remove(defaultSettingsName)).toMatchObject({ ok: false, failure: { code: 'storage-newer' } });
    expect(readdirSync(folder)).toEqual([fileName]);
    expect(readFileSync(file(), 'utf8')).toBe(newer);
  });

  it('that comes while the program runs is not written over either', () => {
    saveAll('a');
    const store = open();
    writeFileSync(file(), newer);
    expect(store.save(sessionOf('b'))).toMatchObject({ ok: false, failure: { code: 'storage-newer' } });
    expect(readFileSync(file(), 'utf8')).toBe(newer);
  });
});

describe('a broken entry', () => {
  it('stays in the file as it is, is told of, and takes no other down', () => {
    const broken = { name: 'later', settings: { hostName: 'x.example', quantumTunnel: { depth: 3 } }, icon: 'q' };
    const good = { name: 'a', settings: { hostName: 'a.example' } };
    writeFileSync(file(), JSON.stringify({ schemaVersion: 1, sessions: [broken, good], tags: { x: ['a'] } }));
    const store = open();
    expect(store.list()).toMatchObject({ sessions: [sessionOf('a')], notice: expect.stringContaining('"later"') });
    expect(store.save(sessionOf('b'))).toMatchObject({
      ok: true,
      value: { notice: expect.stringContaining('"later"') },
    });
    const saved = JSON.parse(readFileSync(file(), 'utf8'));
    expect(saved.sessions[0]).toEqual(broken);
    expect(saved.tags).toEqual({ x: ['a'] });
  });
});

describe('a file that cannot be used', () => {
  it('is a folder: the program starts, and nothing is lost', () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'in the way');
    const store = open();
    expect(store.list()).toMatchObject({ sessions: [], notice: expect.stringContaining('could not be read') });
    expect(store.save(sessionOf('a'))).toMatchObject({
      ok: false,
      failure: { code: 'storage-failed', retryable: true },
    });
    expect(readFileSync(folder, 'utf8')).toBe('in the way');
  });

  it.skipIf(process.getuid?.() === 0)('is in a folder that may not be written: its sessions are there to open', () => {
    saveAll('a');
    chmodSync(folder, 0o500);
    try {
      expect(names()).toEqual(['a']);
      expect(open().save(sessionOf('b'))).toMatchObject({ ok: false, failure: { code: 'storage-failed' } });
    } finally {
      chmodSync(folder, 0o700);
    }
    expect(existsSync(file())).toBe(true);
  });
});
