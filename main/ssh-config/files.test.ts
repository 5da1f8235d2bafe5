import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfigFiles } from './files.ts';
import { namedHosts, runsCommands } from './hosts.ts';

const homes: string[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true });
});

/** A home folder with these files in `~/.ssh`; what is made of them. */
function read(files: Readonly<Record<string, string>>, prepare = (_sshDir: string) => {}) {
  const homeDir = mkdtempSync(join(tmpdir(), 'holdfast-config-files-'));
  homes.push(homeDir);
  const sshDir = join(homeDir, '.ssh');
  mkdirSync(sshDir);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(sshDir, name)), { recursive: true });
    writeFileSync(join(sshDir, name), text);
  }
  prepare(sshDir);
  const read = readConfigFiles({ homeDir, systemDir: join(homeDir, 'etc') });
  return { files: read, problems: read.flatMap(({ problems }) => problems) };
}

describe('the files of a user', () => {
  it('are missed by nobody if they are not there', () => {
    expect(read({})).toMatchObject({ problems: [] });
  });

  it.each([
    ['holds zeros', (dir: string) => writeFileSync(join(dir, 'config'), 'Host a\0b\n'), 'It is not a text file.'],
    ['is a folder', (dir: string) => mkdirSync(join(dir, 'config')), 'It is not a file.'],
    ['is a pipe', (dir: string) => execFileSync('mkfifo', [join(dir, 'config')]), 'It is not a file.'],
    [
      'is huge',
      (dir: string) => writeFileSync(join(dir, 'config'), 'Host a\n'.repeat(200_000)),
      'It is larger than 1 MB, and is not read.',
    ],
  ])('end in a sentence where one %s', (_what, prepare, text) => {
    expect(read({}, prepare).problems).toEqual([{ file: '~/.ssh/config', line: 0, text }]);
  });

  it('end in a sentence where one includes itself, and the rest of it counts', () => {
    const { files, problems } = read({ config: 'Host a\nInclude config\nHost b\n' });
    expect(problems).toEqual([
      { file: '~/.ssh/config', line: 0, text: 'It is included 16 files deep: it may include itself.' },
    ]);
    expect(namedHosts(files)).toEqual(['a', 'b']);
  });

  it('are not read without end where one includes itself twice', () => {
    const { problems } = read({ config: 'Include config\nInclude config\n' });
    expect(problems.at(-1)?.text).toBe('It is left out: too much is included.');
  });

  it('can be 16 deep, as in OpenSSH', () => {
    const deep = Object.fromEntries(Array.from({ length: 16 }, (_, at) => [`f${at}`, `Include f${at + 1}\n`]));
    const { files, problems } = read({ config: 'Include f1\n', ...deep, f16: 'Host deepest\n' });
    expect({ problems, hosts: namedHosts(files) }).toEqual({ problems: [], hosts: ['deepest'] });
  });

  it('say where a line makes no sense', () => {
    expect(read({ config: 'Host a\n  User "x\nPort\nInclude more\n', more: '\nUser "\n' }).problems).toEqual([
      { file: '~/.ssh/config', line: 2, text: 'A quotation mark is not closed.' },
      { file: '~/.ssh/config', line: 3, text: 'Port needs a value.' },
      { file: '~/.ssh/more', line: 2, text: 'A quotation mark is not closed.' },
    ]);
  });
});

describe('the names in them', () => {
  it('are those of Host lines without a pattern, once each, those of included files too', () => {
    const { files } = read({
      config: 'Host web *.lan "db"\nInclude more\nHost web !x last\n',
      more: 'Host inner a?c\n',
    });
    expect(namedHosts(files)).toEqual(['web', 'db', 'inner', 'last']);
  });

  it('are none that could make one look like another', () => {
    expect(namedHosts(read({ config: 'Host a\u202eb "c d" plain\n' }).files)).toEqual(['plain']);
  });

  it('tell whether a command is among the conditions', () => {
    expect(runsCommands(read({ config: 'Include more\n', more: 'Match host x exec "true"\n' }).files)).toBe(true);
    expect(runsCommands(read({ config: 'Match host exechost\nHost exec\n' }).files)).toBe(false);
  });
});
