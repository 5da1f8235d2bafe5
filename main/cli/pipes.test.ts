import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makePpk } from '../../e2e/lab/ppk.ts';
import { requireProgram } from '../../e2e/lab/programs.ts';
import { loopback } from '../../e2e/lab/tcp.ts';
import { cliAtSshd } from './testing/cli-at-sshd.ts';
import { loginArgs } from './testing/run-cli.ts';

const { entry, runner, sshd } = await cliAtSshd();

const remote = (command: string, input: Uint8Array | string | null = '', options: readonly string[] = []) =>
  runner.run([...options, ...loginArgs(sshd), command], input);

describe('a session of a script', () => {
  it('passes the exit status on, and keeps output and errors apart', async () => {
    const run = remote('echo out; echo err >&2; exit 7');
    expect(await run.ended()).toBe(7);
    expect([run.text(), run.errors()]).toEqual(['out\n', 'err\n']);
  });

  it('ends as a shell tells of a signal, and with 255 where the session failed', async () => {
    const killed = remote('kill -TERM $$');
    const refused = runner.run(['-P', '1', '-batch', loopback, 'true']);
    expect(await killed.ended()).toBe(128 + 15);
    expect(killed.errors()).toBe('holdfast: The remote program was ended by signal SIGTERM.\n');
    expect(await refused.ended()).toBe(255);
    expect(refused.errors()).toMatch(/^holdfast: .*refused.*\.\n/);
    expect(refused.text()).toBe('');
  });

  it('carries 50 MB both ways, byte for byte', async () => {
    const bytes = randomBytes(50 * 1024 * 1024);
    const run = remote('cat', bytes);
    expect(await run.ended()).toBe(0);
    expect(run.output().equals(bytes)).toBe(true);
    expect(run.errors()).toBe('');
  }, 60_000);

  it('holds the server back while nobody reads, keeps the session alive all the same, and goes on where it was', async () => {
    const run = remote('head -c 20000000 /dev/zero | tr "\\0" x; echo done >&2', '', ['-v', '-keepalive', '1']);
    run.child.stdout?.pause();
    await run.until(() => run.errors().includes('Null packet 2 sent.'));
    expect(run.errors()).not.toContain('done');
    run.child.stdout?.resume();
    expect(await run.ended()).toBe(0);
    expect(run.output()).toHaveLength(20_000_000);
    expect(run.errors()).toContain('done\n');
  });

  it('ends when its reader goes away', async () => {
    const line = `$CLI ${loginArgs(sshd).join(' ')} yes | head -n 1`;
    const { stdout, status } = spawnSync('sh', ['-c', line], {
      env: {
        ...process.env,
        HOME: runner.home,
        CLI: `${process.execPath} ${entry} --user-data-dir=${runner.folder}`,
      },
      input: '',
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect([stdout, status]).toEqual(['y\n', 0]);
  });

  it('runs a script of several lines from a file, and a shell whose commands are piped', async () => {
    writeFileSync(join(runner.home, 'script'), 'for n in 1 2; do\n  echo "line $n"\ndone\n');
    const file = runner.run(['-m', 'script', ...loginArgs(sshd)]);
    const shell = runner.run(loginArgs(sshd), 'echo $((20+3)); exit 4\n');
    expect([await file.ended(), file.text()]).toEqual([0, 'line 1\nline 2\n']);
    expect([await shell.ended(), shell.text()]).toEqual([4, '23\n']);
  });

  it('has a pseudo-terminal where it asks for one', async () => {
    const [with_, without] = [remote('tty', '', ['-t']), remote('tty')];
    await with_.ended();
    expect(with_.text()).toMatch(/^\/dev\/pts\/\d+\r\n$/);
    await without.ended();
    expect(without.text()).toBe('not a tty\n');
  });

  it('closes the session when it is told to end', async () => {
    const run = remote('echo up; sleep 1000', null);
    await run.until(() => run.text() === 'up\n');
    const partings = () => sshd.log().split('Received disconnect from').length;
    const before = partings();
    run.child.kill('SIGTERM');
    expect(await run.ended()).toBe(128 + 15);
    await expect.poll(() => partings()).toBeGreaterThan(before);
  });

  it('leaves nothing behind when it is told to end: no proxy command, though that ignores it, and no socket', async () => {
    const socket = join(runner.home, 'forward.sock');
    const mark = `holdfast-left-${process.pid}`;
    const command = `trap "" TERM; : ${mark}; nc ${loopback} ${sshd.port}; sleep 63`;
    const options = ['-proxycmd', command, '-L', `${socket}:${loopback}:1`];
    // Not the loopback address itself, which is reached without a proxy.
    const login = [...loginArgs(sshd).slice(0, -1), 'behind-the-proxy'];
    const run = runner.run([...options, ...login, 'echo up; sleep 1000'], null);
    await run.until(() => run.text() === 'up\n');
    await expect.poll(() => existsSync(socket)).toBe(true);
    const left = () =>
      spawnSync('ps', ['-eo', 'args='], { encoding: 'utf8' })
        .stdout.split('\n')
        .filter((line) => line.includes(`: ${mark}`) && line.startsWith('/bin/sh'));
    expect(left()).toHaveLength(1);
    run.child.kill('SIGTERM');
    await run.ended();
    await expect.poll(() => left()).toEqual([]);
    expect(existsSync(socket)).toBe(false);
  });

  it('tells the Event Log with -v, on standard error', async () => {
    const run = remote('echo out', '', ['-v']);
    await run.ended();
    expect(run.text()).toBe('out\n');
    expect(run.errors()).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\tConnecting to 127\.0\.0\.1/);
    expect(run.errors()).toContain(`Logged in as ${sshd.userName}`);
  });

  it('gives what plink gives', async () => {
    const { file } = await makePpk(sshd.folder, 'client.ppk', { type: 'ed25519', from: sshd.clientKey });
    const command = 'cat; echo done; echo odd >&2; exit 9';
    const place = ['-P', String(sshd.port), '-hostkey', sshd.hostKey.fingerprint, `${sshd.userName}@${loopback}`];
    const args = ['-batch', '-ssh', '-i', file, ...place, command];
    const [ours, theirs] = [
      runner.run(args, 'in\n'),
      spawnSync(requireProgram('plink'), args, { input: 'in\n', encoding: 'utf8' }),
    ];
    const status = await ours.ended();
    expect([status, ours.text(), ours.errors()]).toEqual([theirs.status, theirs.stdout, theirs.stderr]);
    expect([theirs.status, theirs.stdout]).toEqual([9, 'in\ndone\n']);
  });
});
