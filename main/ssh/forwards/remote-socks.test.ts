import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { freePort } from '../../../e2e/lab/tcp.ts';
import { echo, forwardOf, logIn, openForward, run, startTarget } from './testing/forward-trial.ts';

describe('a SOCKS proxy at a real sshd', () => {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd();
  });
  afterAll(() => sshd.stop());

  const openProxy = async () => {
    const trial = await logIn(sshd);
    const port = await freePort();
    const forward = await openForward(trial.transport, forwardOf(`-R ${port}`));
    expect(forward.listening).toEqual({ ok: true, value: [`localhost:${port} at 127.0.0.1`] });
    return { ...trial, port, forward };
  };

  it.each(['4', '5'])('leads its clients to what this computer reaches, by SOCKS %s', async (version) => {
    const { port, forward } = await openProxy();
    const target = await startTarget(echo);
    const proxy = ['-X', version, '-x', `127.0.0.1:${port}`];
    expect((await run('nc', ['-N', ...proxy, '127.0.0.1', String(target.port)], 'hello')).text).toBe('hello');
    await expect.poll(() => forward.counts()).toEqual({ connections: 0, total: 1, failed: 0, received: 5, sent: 5 });
  });

  it('tells them, and the log, that a target refused', async () => {
    const { port, forward, log } = await openProxy();
    const nobody = await freePort();
    const got = await run('curl', ['-sS', '-m', '20', '--socks5', `127.0.0.1:${port}`, `http://127.0.0.1:${nobody}/`]);
    expect(got.code).toBe(97);
    expect(forward.counts()).toMatchObject({ connections: 0, total: 0, failed: 1 });
    expect(log()).toContain(`This computer could not connect to 127.0.0.1:${nobody} (ECONNREFUSED).`);
  });

  it('hangs up on what is not SOCKS', async () => {
    const { port } = await openProxy();
    expect(await run('nc', ['127.0.0.1', String(port)], 'GET / HTTP/1.1\r\n\r\n')).toMatchObject({ text: '' });
  });

  it('ends the connections through it, also those that have not said where to, when it is closed', async () => {
    const { port, forward } = await openProxy();
    const target = await startTarget((socket) => socket.resume());
    const ended = (socket: ReturnType<typeof connect>) =>
      new Promise<void>((resolve) =>
        socket
          .on('error', () => {})
          .on('close', () => resolve())
          .resume(),
      );
    const silent = connect(port, '127.0.0.1');
    const busy = connect(port, '127.0.0.1');
    onTestFinished(() => void [silent.destroy(), busy.destroy()]);
    busy.write(Buffer.from([4, 1, target.port >> 8, target.port & 255, 127, 0, 0, 1, 0]));
    await expect.poll(() => forward.counts().connections).toBe(1);
    forward.close();
    await Promise.all([ended(silent), ended(busy)]);
    await expect.poll(() => target.connections.every((socket) => socket.readableEnded)).toBe(true);
    await expect.poll(() => forward.counts().connections).toBe(0);
  });
});
