import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { freePort } from '../../../e2e/lab/tcp.ts';
import { echo, logIn, openOnFreePort, run, startTarget } from './testing/forward-trial.ts';

describe('a dynamic forward through a real sshd', () => {
  let sshd: Sshd;
  const web = createHttpServer((request, response) => response.end(`page ${request.url}`));
  beforeAll(async () => {
    sshd = await startSshd({ config: ['AddressFamily any'] });
    web.listen(0, '127.0.0.1');
    await once(web, 'listening');
  });
  afterAll(async () => {
    web.close();
    await sshd.stop();
  });

  it.each([
    ['--socks4', '127.0.0.1'],
    ['--socks4a', 'localhost'],
    ['--socks5', '127.0.0.1'],
    ['--socks5-hostname', 'localhost'],
  ])('takes curl %s to %s', async (option, host) => {
    const { transport } = await logIn(sshd);
    const forward = await openOnFreePort(transport, '-D PORT');
    const url = `http://${host}:${(web.address() as AddressInfo).port}/here`;
    const page = await run('curl', ['-sS', '-m', '20', option, `127.0.0.1:${forward.port}`, url]);
    expect(page).toEqual({ code: 0, text: 'page /here' });
    await expect.poll(() => forward.counts()).toMatchObject({ connections: 0, total: 1, failed: 0 });
  });

  it('reaches an IPv6 target by its address', async () => {
    const { transport } = await logIn(sshd);
    const target = await startTarget(echo, '::1');
    const forward = await openOnFreePort(transport, '-D PORT');
    const proxy = ['-X', '5', '-x', `127.0.0.1:${forward.port}`];
    expect((await run('nc', ['-N', ...proxy, '::1', String(target.port)], 'six')).text).toBe('six');
  });

  it('tells the client that its target refused', async () => {
    const { transport } = await logIn(sshd);
    const forward = await openOnFreePort(transport, '-D PORT');
    const nobody = await freePort();
    const proxy = `127.0.0.1:${forward.port}`;
    const five = await run('curl', ['-sS', '-m', '20', '--socks5', proxy, `http://127.0.0.1:${nobody}/`]);
    expect(five.code).toBe(97);
    expect(five.text).toContain('(5)');
    const four = await run('curl', ['-sS', '-m', '20', '--socks4', proxy, `http://127.0.0.1:${nobody}/`]);
    expect(four.code).toBe(97);
    expect(forward.counts()).toMatchObject({ total: 0, failed: 2 });
  });

  it('passes on what a client sends before it has heard an answer', async () => {
    const { transport } = await logIn(sshd);
    const target = await startTarget(echo);
    const forward = await openOnFreePort(transport, '-D PORT');
    const socket = connect(forward.port, '127.0.0.1');
    const port = Buffer.alloc(2);
    port.writeUInt16BE(target.port);
    socket.end(Buffer.concat([Buffer.from([5, 1, 0, 5, 1, 0, 1, 127, 0, 0, 1]), port, Buffer.from('eager')]));
    const answer: Buffer[] = [];
    for await (const bytes of socket) answer.push(bytes);
    expect(Buffer.concat(answer).subarray(-5).toString()).toBe('eager');
  });

  it('closes what is not SOCKS, and stays well', async () => {
    const { transport } = await logIn(sshd);
    const target = await startTarget(echo);
    const forward = await openOnFreePort(transport, '-D PORT');
    const rubbish = ['GET / HTTP/1.0\r\n\r\n', '\u0000', 'SSH-2.0-x\r\n', '\u0004'.repeat(2000)];
    for (const text of rubbish)
      expect((await run('nc', ['-N', '127.0.0.1', String(forward.port)], text)).text).toBe('');
    const closed = Array.from({ length: 200 }, (_, round) => {
      const bytes = randomBytes(1 + round * 5);
      bytes[0] = [4, 5, round][round % 3] as number;
      if (bytes[1] === 1) bytes[1] = 2; // nothing that would be let through
      const socket = connect(forward.port, '127.0.0.1').on('error', () => {});
      socket.resume().end(bytes);
      return once(socket, 'close').catch(() => null);
    });
    await Promise.all(closed);
    const proxy = ['-X', '5', '-x', `127.0.0.1:${forward.port}`];
    expect((await run('nc', ['-N', ...proxy, '127.0.0.1', String(target.port)], 'well')).text).toBe('well');
    await expect.poll(() => forward.counts()).toMatchObject({ connections: 0 });
  });
});
