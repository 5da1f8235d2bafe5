import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startDemoServer } from '../../e2e/lab/demo-server.ts';
import { fingerprintOf } from '../../e2e/lab/key-pair.ts';
import { loopback } from '../../e2e/lab/tcp.ts';
import { cliAtSshd } from './testing/cli-at-sshd.ts';
import { loginArgs } from './testing/run-cli.ts';

const secret = 'hunter2 is no good';

const { runner, sshd } = await cliAtSshd();

const inHome = (name: string) => join(runner.home, name);
const read = (name: string) => readFileSync(inHome(name), 'utf8');
const remote = (command: string, ...options: readonly string[]) =>
  runner.run([...options, ...loginArgs(sshd), command]);

/** Logs in with the secret by this method, and gives what was logged. */
async function logOfLogin(method: 'password' | 'keyboard-interactive') {
  const demo = await startDemoServer({ methods: [method] });
  const name = `${method}.log`;
  writeFileSync(inHome('password'), `${secret}\n`, { mode: 0o600 });
  const host = ['-P', String(demo.port), '-hostkey', fingerprintOf(demo.hostKeyLine), '-l', 'ada', loopback];
  const run = runner.run(['-batch', '-pwfile', inHome('password'), '-sshrawlog', name, ...host, 'echo done']);
  await run.ended();
  await demo.stop();
  expect(run.errors()).toBe('');
  return read(name);
}

/** The bytes that the dump of a log shows. */
const dumped = (log: string) =>
  Buffer.from(
    [...log.matchAll(/^ {2}[0-9a-f]{8} ((?: [0-9a-fX ]{2}){16})/gm)]
      .map(([, row = '']) => row.replace(/[ X]/g, ''))
      .join(''),
    'hex',
  ).toString('latin1');

describe('the log of a session without a window', () => {
  it('has all that the program printed, in a file of its user alone, beside who started it', async () => {
    const run = remote('printf "\\033[1mbold\\033[m\\n"; echo err >&2', '-sessionlog', 'logs/&H.log');
    expect(await run.ended()).toBe(0);
    const logged = read('logs/127.0.0.1.log').replace(/^=~.*\n/, '');
    expect(logged.split('\n').sort()).toEqual(['', '\u001b[1mbold\u001b[m', 'err']);
    expect(read('logs/127.0.0.1.log')).toMatch(/^(=~)+= Holdfast log /);
    expect(statSync(inHome('logs/127.0.0.1.log')).mode & 0o777).toBe(0o600);
  });

  it('is added to a file as the options say; where nobody can be asked, it is not written', async () => {
    writeFileSync(inHome('there.log'), 'old\n');
    writeFileSync(inHome('appended.log'), 'old\n');
    const silent = remote('echo one', '-batch', '-sessionlog', 'there.log');
    const appended = remote('echo two', '-logappend', '-sessionlog', 'appended.log');
    expect([await silent.ended(), await appended.ended()]).toEqual([0, 0]);
    expect([silent.text(), read('there.log')]).toEqual(['one\n', 'old\n']);
    expect(silent.errors()).toContain('Not asked, because of -batch: The log file');
    expect(silent.errors()).toContain('No log is written');
    expect(read('appended.log')).toMatch(/^old\n=~.*\ntwo\n$/);
  });

  it('asks about a file that is there on the terminal, and waits for the answer with its end', async () => {
    writeFileSync(inHome('asked.log'), 'old\n');
    const args = ['-sessionlog', 'asked.log', ...loginArgs(sshd), 'echo new'];
    const run = runner.inTerminal(`$CLI ${args.join(' ')}`);
    await run.until(() => run.text().includes('(append, overwrite, no: no log)'));
    run.type('append\r');
    await run.ended();
    expect(read('asked.log')).toMatch(/^old\n=~.*\nnew\n$/);
  });

  it('holds a flood back for nobody: all of it is passed on, and what is logged is whole', async () => {
    const run = remote('head -c 30000000 /dev/zero | tr "\\0" x', '-sessionlog', 'flood.log');
    expect(await run.ended()).toBe(0);
    expect(run.output().length).toBe(30_000_000);
    const [, missing = '0'] = /\[Holdfast: (\d+) bytes could not be written/.exec(read('flood.log')) ?? [];
    const logged = read('flood.log').replace(/^=~.*\n|\n\[Holdfast: .*\]\n/g, '').length;
    expect(logged + Number(missing)).toBe(30_000_000);
  }, 60_000);

  it('has the packets in the clear, with the Event Log', async () => {
    expect(await remote('echo a secret of the session', '-sshlog', 'packets.log').ended()).toBe(0);
    const log = read('packets.log');
    for (const name of ['KEXINIT', 'KEX_ECDH_INIT', 'NEWKEYS', 'USERAUTH_PK_OK', 'CHANNEL_REQUEST', 'CHANNEL_DATA']) {
      expect(log).toContain(`(SSH2_MSG_${name})`);
    }
    expect(log).toMatch(/Event Log: .*\tLogged in as .*/);
    expect(dumped(log)).toContain('a secret of the session');
    expect(log).not.toContain('raw data at');
  });

  it.each(['password', 'keyboard-interactive'] as const)(
    'has no password, by %s, nor any part of it',
    async (method) => {
      const log = await logOfLogin(method);
      expect(log).toMatch(/ XX XX XX/);
      expect(log).not.toMatch(/hunter|no good/);
      expect(dumped(log)).not.toMatch(/hunter|no good/);
      expect(log).toMatch(/Outgoing raw data at .*\n {2}00000000 {2}53 53 48 2d 32 2e 30 2d 48 6f /);
    },
  );
});
