import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { type Router, startRouter } from '../../e2e/lab/router.ts';
import { freePort, loopback } from '../../e2e/lab/tcp.ts';
import { systemClock } from '../keepalive/system-clock.ts';
import { createPathMemoryStore } from '../profiles/path-memory-store.ts';
import { openSavedSessions } from '../profiles/sessions/saved-sessions.ts';
import { cliAtSshd } from './testing/cli-at-sshd.ts';
import { loginArgs } from './testing/run-cli.ts';

const { runner, sshd } = await cliAtSshd();
let router: Router;
afterEach(() => router?.stop());

const idleSeconds = 3;
const forgetting = async () => {
  router = await startRouter({ target: { host: loopback, port: sshd.port }, idleSeconds, mode: 'reset' });
};

/** Silent for longer than the router remembers, then waits for its input. */
const silent = `echo up; sleep ${idleSeconds * 2}; echo down; cat`;

describe('a session in a terminal, behind a router that forgets', () => {
  it('outlives it by its null packets', async () => {
    await forgetting();
    const run = runner.run(['-keepalive', '1', ...loginArgs(sshd, router.port), silent], 'read\n');
    expect(await run.ended()).toBe(0);
    expect(run.text()).toBe('up\ndown\nread\n');
    expect(run.errors()).toBe('');
  });

  it('tells on standard error why it was lost without them, and what to do', async () => {
    await forgetting();
    const run = runner.run(['-keepalive', '0', ...loginArgs(sshd, router.port), silent], null);
    await run.until(() => run.text() === 'up\n');
    await expect.poll(() => router.stats().forgotten).toBe(1);
    run.type('x');
    expect(await run.ended()).toBe(255);
    expect(run.errors()).toMatch(/^holdfast: .*\nholdfast: .*forgets? .*idle/s);
    expect(run.errors()).toMatch(/Remedy: connect again with -keepalive \d+/);
    // The program with a window knows it too, from now on.
    const memory = createPathMemoryStore({
      folder: runner.folder,
      clock: systemClock,
      current: () => ({ paths: [], servers: [] }),
    });
    expect(memory.left().paths).toMatchObject([{ portNumber: router.port, fatal: { count: 1 } }]);
  });
});

describe('what it shares with the program with a window', () => {
  it('opens saved sessions', async () => {
    await forgetting();
    const saved = openSavedSessions({ folder: runner.folder });
    const { defaults } = saved.list();
    const profile = {
      ...defaults,
      hostName: loopback,
      portNumber: router.port,
      userName: sshd.userName,
      keyFile: sshd.clientKey,
      manualHostKeys: sshd.hostKey.fingerprint,
      keepaliveSeconds: 1,
    };
    expect(saved.save({ name: 'lab', folder: '', profile })).toMatchObject({ ok: true });
    const run = runner.run(['-load', 'lab', '-m', 'script']);
    expect(await run.ended()).toBe(255);
    writeFileSync(join(runner.home, 'script'), 'sleep 4; echo woken');
    const again = runner.run(['-load', 'lab', '-m', 'script']);
    expect([await again.ended(), again.text()]).toEqual([0, 'woken\n']);
  });

  it('takes what ~/.ssh/config says', async () => {
    mkdirSync(join(runner.home, '.ssh'), { recursive: true });
    const lines = ['Host lab', `HostName ${loopback}`, `Port ${sshd.port}`, `User ${sshd.userName}`];
    writeFileSync(join(runner.home, '.ssh', 'config'), `${lines.join('\n  ')}\n  IdentityFile ${sshd.clientKey}\n`);
    const run = runner.run(['-hostkey', sshd.hostKey.fingerprint, 'lab', 'echo configured']);
    expect([await run.ended(), run.text()]).toEqual([0, 'configured\n']);
  });

  it('forwards ports, with no shell', async () => {
    const port = await freePort();
    const run = runner.run(['-v', '-N', '-L', `${port}:${loopback}:${sshd.port}`, ...loginArgs(sshd)], null);
    await run.until(() => run.errors().includes(`${loopback}:${port}`));
    const socket = connect(port, loopback);
    socket.end();
    expect(await text(socket)).toMatch(/^SSH-2.0-OpenSSH/);
    run.child.kill('SIGTERM');
    expect(await run.ended()).toBe(143);
  });
});
