import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installCommands, labPackages, missingPackages } from './provision.ts';

const nothing = () => null;
const only =
  (...programs: string[]) =>
  (program: string) =>
    programs.includes(program) ? `/usr/bin/${program}` : null;

describe('missingPackages', () => {
  it('names every package of an empty machine', () => {
    expect(missingPackages(labPackages, nothing)).toEqual([...labPackages]);
  });

  it('takes another browser of the same family for Chromium', () => {
    expect(missingPackages(['chromium'], only('google-chrome'))).toEqual([]);
  });

  it('misses a package of which one program is not there', () => {
    expect(missingPackages(['openssh-client'], only('ssh', 'ssh-keygen', 'ssh-add'))).toEqual(['openssh-client']);
  });
});

describe('installCommands', () => {
  it('fetches the lists, then installs without a question', () => {
    expect(installCommands(['xvfb'], { hasApt: true, isRoot: true, hasSudo: false })).toEqual([
      ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', 'update'],
      [
        ...['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'],
        ...['install', '--yes', '--no-install-recommends', 'xvfb'],
      ],
    ]);
  });

  it('goes through sudo where it is not root', () => {
    const commands = installCommands(['xvfb'], { hasApt: true, isRoot: false, hasSudo: true });
    expect(commands?.map((command) => command.slice(0, 3))).toEqual([
      ['sudo', '-n', 'env'],
      ['sudo', '-n', 'env'],
    ]);
  });

  it.each([
    { hasApt: false, isRoot: true, hasSudo: true },
    { hasApt: true, isRoot: false, hasSudo: false },
  ])('leaves it to the user with %o', (installer) => {
    expect(installCommands(['xvfb'], installer)).toBeNull();
  });
});

describe('provision.ts as a program', () => {
  it('ends with 0 and says nothing where all programs are there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-programs-'));
    try {
      const base = [
        'chromium',
        'sshd',
        'ssh',
        'ssh-keygen',
        'ssh-agent',
        'ssh-add',
        'Xvfb',
        'curl',
        'nc',
        'socat',
        'sz',
        'rz',
        'script',
        'sz',
        'rz',
      ];
      const x11 = ['xauth', 'xdpyinfo', 'xwininfo', 'xev'];
      const more = ['ip', 'tc', 'nft', 'conntrack', 'plink', 'puttygen', 'dropbear', 'dropbearconvert'];
      const proxies = ['microsocks', 'danted', 'tinyproxy'];
      const screens = ['vim', 'tmux', 'less', 'top', 'htop', 'mc', 'nano', 'dialog'];
      for (const name of [...base, ...x11, ...more, ...proxies, ...screens]) {
        writeFileSync(join(folder, name), '', { mode: 0o755 });
      }
      const program = ['--import', 'tsx', 'e2e/lab/provision.ts'];
      const done = spawnSync(process.execPath, program, { encoding: 'utf8', env: { PATH: folder } });
      expect(done).toMatchObject({ status: 0, stdout: '', stderr: '' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
