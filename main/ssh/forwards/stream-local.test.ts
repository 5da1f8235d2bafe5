import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { echo, forwardOf, logIn, openForward, openOnFreePort, run, startTarget } from './testing/forward-trial.ts';

let sshd: Sshd;
let folder: string;
beforeAll(async () => {
  sshd = await startSshd();
  folder = mkdtempSync(join(tmpdir(), 'holdfast-sockets-'));
});
afterAll(async () => {
  await sshd.stop();
  rmSync(folder, { recursive: true });
});

let count = 0;
/** A path that is free. */
const freePath = () => {
  count += 1;
  return join(folder, `${count}.sock`);
};

/** A server that listens on a socket in the file system, and gives back what it gets. */
async function startSocketTarget(): Promise<string> {
  const path = freePath();
  const server = createServer({ allowHalfOpen: true }, echo);
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => void server.close());
  return path;
}

describe('forwards of sockets in the file system, through a real sshd', () => {
  it('lead from a port here to a socket at the server', async () => {
    const { transport } = await logIn(sshd);
    const target = await startSocketTarget();
    const forward = await openOnFreePort(transport, `-L PORT:${target}`);
    expect((await run('nc', ['-N', '127.0.0.1', String(forward.port)], 'there and back')).text).toBe('there and back');
    await expect.poll(() => forward.counts()).toMatchObject({ connections: 0, total: 1, received: 14, sent: 14 });
  });

  it('lead from a socket here, which only its user may use and which is gone when it is closed', async () => {
    const { transport } = await logIn(sshd);
    const target = await startTarget(echo);
    const path = freePath();
    const forward = await openForward(transport, forwardOf(`-L ${path}:127.0.0.1:${target.port}`));
    expect(forward.listening).toEqual({ ok: true, value: [path] });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await run('nc', ['-N', '-U', path], 'by a socket')).text).toBe('by a socket');
    await expect.poll(() => forward.counts()).toMatchObject({ connections: 0, total: 1, failed: 0 });
    forward.close();
    expect(existsSync(path)).toBe(false);
  });

  it('are closed, and their socket with them, when the connection is lost', async () => {
    const { transport, ended } = await logIn(sshd);
    const path = freePath();
    await openForward(transport, forwardOf(`-L ${path}:${await startSocketTarget()}`));
    const held = run('nc', ['-U', path]);
    expect(existsSync(path)).toBe(true);
    sshd.killConnections();
    await ended();
    expect(existsSync(path)).toBe(false);
    await held;
  });

  it('lead from a socket at the server to one here', async () => {
    const { transport } = await logIn(sshd);
    const target = await startSocketTarget();
    const path = freePath();
    const forward = await openForward(transport, forwardOf(`-R ${path}:${target}`));
    expect(forward.listening).toEqual({ ok: true, value: [`${path} at 127.0.0.1`] });
    expect((await run('nc', ['-N', '-U', path], 'from the server')).text).toBe('from the server');
    await expect.poll(() => forward.counts()).toMatchObject({ connections: 0, total: 1, failed: 0 });
    forward.close();
    await expect.poll(async () => (await run('nc', ['-N', '-U', path], 'x')).code).not.toBe(0);
  });

  it('say in the log what they could not connect to', async () => {
    const { transport, log } = await logIn(sshd);
    const forward = await openOnFreePort(transport, `-L PORT:${folder}/nobody`);
    await run('nc', ['-N', '127.0.0.1', String(forward.port)], 'x');
    expect(log()).toContain(`127.0.0.1 could not connect to ${folder}/nobody.`);
    const path = freePath();
    const back = await openForward(transport, forwardOf(`-R ${path}:${folder}/nobody`));
    await run('nc', ['-N', '-U', path], 'x');
    await expect.poll(() => back.counts().failed).toBe(1);
    expect(log()).toContain(`This computer could not connect to ${folder}/nobody (ENOENT).`);
  });
});

describe('a file that is there already', () => {
  it('stays, and is why a forward is refused', async () => {
    const { transport } = await logIn(sshd);
    const path = freePath();
    writeFileSync(path, 'precious');
    for (const replacesSocket of [false, true]) {
      const forward = await openForward(transport, forwardOf(`-L ${path}:h:1`), { replacesSocket });
      expect(forward.listening).toMatchObject({
        ok: false,
        failure: { code: 'port-in-use', message: `There is a file at ${path} already.` },
      });
    }
    expect(statSync(path).size).toBe(8);
  });

  it('makes room if it is a socket, and that was asked for', async () => {
    const { transport } = await logIn(sshd);
    const path = await startSocketTarget();
    expect((await openForward(transport, forwardOf(`-L ${path}:h:1`))).listening.ok).toBe(false);
    const forward = await openForward(transport, forwardOf(`-L ${path}:h:1`), { replacesSocket: true });
    expect(forward.listening).toEqual({ ok: true, value: [path] });
  });

  it('at the server is its own affair, which is told', async () => {
    const { transport } = await logIn(sshd);
    const path = await startSocketTarget();
    expect((await openForward(transport, forwardOf(`-R ${path}:127.0.0.1:9`))).listening).toMatchObject({
      failure: { code: 'port-unavailable', message: `127.0.0.1 refused to listen on ${path}.` },
    });
  });
});

it('a socket cannot be made where there is no folder', async () => {
  const { transport } = await logIn(sshd);
  const forward = await openForward(transport, forwardOf('-L /nowhere/at/all.sock:h:1'));
  const message = 'This computer has no folder for /nowhere/at/all.sock.';
  expect(forward.listening).toMatchObject({ failure: { message, retryable: false } });
});
