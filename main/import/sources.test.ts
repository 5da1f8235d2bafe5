import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { teraTermFiles } from './places.ts';
import { savedByPutty } from './putty/testing/putty-session.ts';
import { readImportFile } from './read-file.ts';
import { findSources } from './sources.ts';
import { plainNotation } from './testing/read-text.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'holdfast-sources-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const find = (environment: Readonly<Record<string, string>> = {}) =>
  findSources({ platform: 'linux', environment, homeDir: home }, plainNotation);

it.each([
  ['~/.putty', '.putty', {}],
  ['~/.config/putty', '.config/putty', {}],
  ['XDG_CONFIG_HOME', 'xdg/putty', { XDG_CONFIG_HOME: 'xdg' }],
  ['PUTTYDIR', 'mine', { PUTTYDIR: 'mine' }],
])("finds PuTTY's folder at %s, and reads what the real PuTTY saved there", async (_name, place, environment) => {
  cpSync(savedByPutty, join(home, place), { recursive: true });
  const absolute = Object.fromEntries(Object.entries(environment).map(([name, path]) => [name, join(home, path)]));
  const found = await find(absolute);
  expect(found).toMatchObject([{ kind: 'putty', place: join(home, place), sessions: 2 }]);
  const read = await found[0]?.read();
  expect(read?.ok && read.value.sessions.map(({ name }) => name).sort()).toEqual([
    'every key changed',
    'nothing but a host',
  ]);
});

it('finds nothing where there is nothing', async () => {
  mkdirSync(join(home, '.putty'));
  expect(await find()).toEqual([]);
});

it('reads the other sessions where one cannot be read, and says so', async () => {
  cpSync(savedByPutty, join(home, '.putty'), { recursive: true });
  symlinkSync('nowhere', join(home, '.putty', 'sessions', 'gone'));
  const read = await (await find())[0]?.read();
  expect(read?.ok && read.value.sessions).toHaveLength(2);
  expect(read?.ok && read.value.problems).toEqual([expect.stringContaining("gone can't be read: ENOENT")]);
});

it('reads 2,000 sessions', async () => {
  const sessions = join(home, '.putty', 'sessions');
  mkdirSync(sessions, { recursive: true });
  for (let index = 0; index < 2000; index += 1) {
    writeFileSync(join(sessions, `host%20${index}`), `HostName=host${index}\nProtocol=ssh\n`);
  }
  const read = await (await find())[0]?.read();
  expect(read?.ok && read.value.sessions).toHaveLength(2000);
});

it('looks for Tera Term where it keeps its settings on Windows', () => {
  const environment = { APPDATA: '/roaming', 'ProgramFiles(x86)': '/programs' };
  const files = teraTermFiles({ platform: 'win32', environment, homeDir: '/ada' });
  expect(files).toEqual([
    '/roaming/teraterm5/TERATERM.INI',
    '/ada/Documents/TERATERM.INI',
    '/programs/teraterm5/TERATERM.INI',
    '/programs/teraterm/TERATERM.INI',
  ]);
});

it('takes the host keys beside a TERATERM.INI with it', async () => {
  writeFileSync(join(home, 'TERATERM.INI'), '[TTSSH]\r\nHeartBeat=30\r\n');
  writeFileSync(join(home, 'ssh_known_hosts'), 'host ssh-ed25519 AAAA\r\n');
  const read = await readImportFile(join(home, 'TERATERM.INI'), plainNotation);
  expect(read).toMatchObject({ value: { hostKeys: [expect.stringContaining('host ssh-ed25519 AAAA')] } });
});

it('refuses a file that is too large, without reading it', async () => {
  writeFileSync(join(home, 'huge.reg'), '');
  truncateSync(join(home, 'huge.reg'), 10 * 1024 ** 3);
  const read = await readImportFile(join(home, 'huge.reg'), plainNotation);
  expect(!read.ok && read.failure.message).toContain('it is larger than 128 MB');
});

it.each(['missing.reg', ''])('says why "%s" cannot be read', async (name) => {
  const read = await readImportFile(join(home, name), plainNotation);
  expect(!read.ok && read.failure.message).toMatch(/can't be read: .+\. Nothing was changed\.$/);
});
