import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { damagedCopies } from '../../e2e/lab/damage.ts';
import { openHighlightSets } from '../profiles/highlight-sets.ts';
import { openSavedSessions } from '../profiles/sessions/saved-sessions.ts';
import { createImportedKeys } from '../ssh/host-keys/imported-keys.ts';
import { chosenOf } from './holdfast/export-choice.ts';
import { holdfastFile } from './holdfast/holdfast-file.ts';
import { createImporter, type Importer } from './importer.ts';
import { savedByPutty } from './putty/testing/putty-session.ts';
import { readImportFile } from './read-file.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'holdfast-damaged-import-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const puttyText = readFileSync(join(savedByPutty, 'sessions', 'every%20key%20changed'), 'utf8');

/** What regedit makes of a session: numbers in hexadecimal, texts in quotes, UTF-16 behind its mark. */
function registryFile(): Buffer {
  const values = puttyText.split('\n').flatMap((line) => {
    const [, key, value] = /^([^=]+)=(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) return [];
    const quoted = `"${value.replace(/["\\]/g, '\\$&')}"`;
    const number = `dword:${(Number(value) >>> 0).toString(16).padStart(8, '0')}`;
    return [`"${key}"=${/^-?\d+$/.test(value) ? number : quoted}`];
  });
  const place = 'HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY';
  const hostKeys = `[${place}\\SshHostKeys]\r\n"ssh-ed25519@22:gate"="${ed25519Numbers}"`;
  const sessions = [`[${place}\\Sessions\\the%20lab]`, ...values].join('\r\n');
  return Buffer.from(`\ufeffWindows Registry Editor Version 5.00\r\n\r\n${sessions}\r\n\r\n${hostKeys}\r\n`, 'utf16le');
}

const ed25519Numbers = `0x${'1f'.repeat(32)},0x${'2a'.repeat(32)}`;
const key = (type: string, fill: number) => {
  const field = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
  return `${type} ${Buffer.concat([field(Buffer.from(type)), field(Buffer.alloc(32, fill))]).toString('base64')}`;
};

const teraTerm = [
  '[Tera Term]',
  'TCPPort=2222',
  'TerminalSize=132,43',
  'TermType=xterm',
  '[TTSSH]',
  'HeartBeat=60',
  'KexOrder=<5679:840123',
  'DefaultForwarding=L8080:localhost:80;D1080',
  '[Hosts]',
  'Host1=web.example.com',
  'Host2=gate.example.com:2200 /ssh /user=grace',
  'Host3=[2001:db8::1]:22',
  '',
].join('\r\n');

/** An export with folders, and with texts that need quoting. */
function exported(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-damaged-export-'));
  const store = openSavedSessions({ folder });
  const profile = {
    ...defaultProfile,
    hostName: 'web',
    environment: [{ name: 'A', value: '"ü\\' }],
    highlightSets: ['own'],
  };
  store.saveMany([{ name: 'web "1"', folder: 'lab/inner', profile }], [{ path: 'lab', profile }]);
  const sets = [{ id: 'own', name: 'Own "1"', highlights: [{ pattern: '\\d', colour: 'red' as const }] }];
  const choice = { sessions: ['web "1"'], folders: ['lab', 'lab/inner'], defaults: true };
  const text = holdfastFile(chosenOf(store.list(), sets, choice));
  rmSync(folder, { recursive: true });
  return text;
}

const files: readonly (readonly [string, () => Buffer])[] = [
  ['the%20lab', () => Buffer.from(puttyText)],
  ['putty.reg', registryFile],
  ['TERATERM.INI', () => Buffer.from(teraTerm)],
  ['ssh_known_hosts', () => Buffer.from(`gate ${key('ssh-ed25519', 7)} a comment\n[web]:2222 ${key('ssh-rsa', 9)}\n`)],
  ['sshhostkeys', () => Buffer.from(`ssh-ed25519@22:gate ${ed25519Numbers}\nrsa2@22:web 0x10001,0xabcdef\n`)],
  ['sessions.json', () => Buffer.from(exported())],
];

/** A sentence or more for a user, with nothing of a program in it. */
const sentence = expect.stringMatching(/^(?!.*(undefined|\[object|Error:|NaN))\p{Lu}.*\.$/su);

/** The program's importer, on folders of the test. */
function importerOf(file: string): Importer {
  const hostKeys = createImportedKeys({ homeDir: home, folder: home });
  return createImporter({
    findSources: async () => [],
    chooseFile: async () => file,
    readFile: (path) => readImportFile(path, hostKeys),
    saved: openSavedSessions({ folder: home }),
    highlights: openHighlightSets({ folder: home, notify: () => undefined }),
    hostKeys,
  });
}

it.each(files)('a damaged %s is refused in a sentence, or imported as far as it can be read', async (name, make) => {
  const file = join(home, name);
  const kinds = new Set<string>();
  for (const { what, bytes } of damagedCopies(make())) {
    writeFileSync(file, bytes);
    const store = openSavedSessions({ folder: home });
    const importer = importerOf(file);
    const before = store.list();
    const read = await importer.read({ kind: 'file' });
    kinds.add(read.ok ? 'read' : 'refused');
    if (!read.ok) {
      expect(read.failure.message, what).toEqual(sentence);
      expect(openSavedSessions({ folder: home }).list(), what).toEqual(before);
      continue;
    }
    const preview = read.value;
    if (preview === null) throw new Error(what);
    for (const { unmapped, standing } of preview.rows) {
      if (standing.kind === 'refused') expect(standing.reason, what).toEqual(sentence);
      for (const { reason } of unmapped) expect(reason, what).toEqual(sentence);
    }
    for (const problem of preview.problems) expect(problem, what).toEqual(sentence);
    // What is shown can be imported, and is saved as a whole.
    const sessions = preview.rows.flatMap((row, index) =>
      row.standing.kind === 'refused' ? [] : [{ index, name: row.name, replaces: true }],
    );
    const applied = await importer.apply({ id: preview.id, sessions, hostKeys: true, keepsAlive: true });
    if (applied.ok) expect(openSavedSessions({ folder: home }).list().notice, what).toBeNull();
    else expect(applied.failure.message, what).toEqual(sentence);
    for (const left of ['saved-sessions.json', 'known_hosts']) rmSync(join(home, left), { force: true });
    for (const count of [1, 2, 3]) rmSync(join(home, `saved-sessions.json.backup-${count}`), { force: true });
  }
  expect(kinds).toEqual(new Set(['read', 'refused']));
});

const long = 1024 * 1024;

/** What would take minutes, or all memory, if it were looked at as long as it is. */
it.each([
  ['a host of colons', `[Tera Term]\n[Hosts]\nHost1=${'a:'.repeat(long)}/x\n`],
  ['lines alone', '\n'.repeat(2 * long)],
  ['many lines', 'a=b\n'.repeat(4 * long)],
  ['a long value', `HostName=a\nProtocol=ssh\nPortForwardings=${'L1=a:2,'.repeat(long)}\n`],
  ['many forwards', `[Tera Term]\n[TTSSH]\nDefaultForwarding=${'L1:a:2;'.repeat(long)}\n[Hosts]\nHost1=a\n`],
  ['nested JSON', `{"format":"holdfast-sessions","version":1,"sessions":${'['.repeat(long)}`],
  [
    'a nested setting',
    `{"format":"holdfast-sessions","version":1,"sessions":[{"name":"a","settings":{"columns":${'['.repeat(5000)}${']'.repeat(5000)}}}]}`,
  ],
])('a file with %s is answered in seconds, with little to show', async (_what, text) => {
  const file = join(home, 'file');
  writeFileSync(file, text);
  const read = await importerOf(file).read({ kind: 'file' });
  if (read.ok) expect(JSON.stringify(read.value).length).toBeLessThan(10_000);
  else expect(read.failure.message).toEqual(sentence);
});
