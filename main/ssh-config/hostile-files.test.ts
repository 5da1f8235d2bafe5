import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { createSshConfig } from './source.ts';

/** Far more than any of these takes; what they were made for takes hours. ms. */
const timeout = 20_000;

const machine = { homeDir: '/home/ada', userName: 'ada', userId: 1000, hostName: 'desk.lan', environment: {} };

/** The configuration of a user whose `~/.ssh` has these files. */
function configOf(files: Readonly<Record<string, string>>) {
  const homeDir = mkdtempSync(join(tmpdir(), 'holdfast-hostile-config-'));
  onTestFinished(() => rmSync(homeDir, { recursive: true }));
  mkdirSync(join(homeDir, '.ssh'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(homeDir, '.ssh', name), text);
  return createSshConfig({
    places: { homeDir, systemDir: join(homeDir, 'etc') },
    machine,
    defaults: () => defaultProfile,
    mayRunCommands: () => false,
    runCommand: async () => false,
  });
}

describe('a configuration that was made to hold the program up', { timeout }, () => {
  it.each([
    ['a time of many digits and a typing error', `Host web\nConnectTimeout ${'1'.repeat(200)}x\n`],
    ['blanks by the hundred thousand', `Host web\nUser a${' '.repeat(800_000)}b\n`],
    ['variables that never end', `Host web\nIdentityFile ${'${'.repeat(400_000)}\n`],
    ['stars without end', `Host web\nMatch host ${'*a'.repeat(500)}*b\n${`Host ${'*w'.repeat(400)}\n`.repeat(500)}`],
    ['a hundred thousand hosts', `${'Host a\n'.repeat(100_000)}Host web\n`],
  ])('is read all the same: %s', async (_what, config) => {
    const { list, configure } = configOf({ config });
    expect(list().hosts).toContain('web');
    expect((await configure('web', {}))?.profile.hostName).toBe('web');
  });

  it('is read all the same: an included file of nothing but mistakes', () => {
    const { hosts, remarks } = configOf({ config: 'Include more\nHost web\n', more: 'x\n'.repeat(200_000) }).list();
    expect(hosts).toEqual(['web']);
    expect(remarks).toHaveLength(100);
  });

  it('is read all the same: what is included is a pipe, a folder, and links to each other', () => {
    const homeDir = mkdtempSync(join(tmpdir(), 'holdfast-hostile-config-'));
    onTestFinished(() => rmSync(homeDir, { recursive: true }));
    execFileSync('mkfifo', [join(homeDir, 'pipe')]);
    execFileSync('ln', ['-s', 'two', join(homeDir, 'one')]);
    execFileSync('ln', ['-s', 'one', join(homeDir, 'two')]);
    const { list } = configOf({ config: `Include ${homeDir} ${homeDir}/* /dev/zero\nHost web\n` });
    expect(list().hosts).toEqual(['web']);
    expect(list().remarks.map(({ text }) => text)).toEqual(Array(3).fill('It is not a file.'));
  });
});
