import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { freePort } from '../../../e2e/lab/tcp.ts';
import { echo, forwardOf, logIn, openForward, openOnFreePort, run, startTarget } from './testing/forward-trial.ts';

describe('a local forward through a real sshd', () => {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd({ config: ['AddressFamily any'] });
  });
  afterAll(() => sshd.stop());

  it('carries what nc says, passing on the end of each half, and counts it', async () => {
    const { transport } = await logIn(sshd);
    // Answers once it has heard the end: the forward must keep the other half open.
    const target = await startTarget((socket) => {
      let heard = '';
      socket.on('data', (bytes) => {
        heard += bytes;
      });
      socket.on('end', () => socket.end(`heard ${heard}`));
    });
    const forward = await openOnFreePort(transport, `-L PORT:127.0.0.1:${target.port}`);
    expect(await run('nc', ['-N', '127.0.0.1', String(forward.port)], 'hello\n')).toEqual({
      code: 0,
      text: 'heard hello\n',
    });
    await expect.poll(() => forward.counts().connections).toBe(0);
    expect(forward.counts()).toEqual({ connections: 0, total: 1, failed: 0, sent: 6, received: 12 });
  });

  it('carries what is said to a target that has already ended its half', async () => {
    const { transport } = await logIn(sshd);
    let heard = '';
    const target = await startTarget((socket) => {
      socket.end('first and last');
      socket.on('data', (bytes) => {
        heard += bytes;
      });
    });
    const forward = await openOnFreePort(transport, `-L PORT:127.0.0.1:${target.port}`);
    const socket = connect({ port: forward.port, host: '127.0.0.1', allowHalfOpen: true });
    const said: Buffer[] = [];
    socket.on('data', (bytes) => said.push(bytes));
    await once(socket, 'end');
    expect(Buffer.concat(said).toString()).toBe('first and last');
    socket.end('an answer');
    await expect.poll(() => heard).toBe('an answer');
    await expect.poll(() => forward.counts().connections).toBe(0);
  });

  it('listens on the loopback addresses of both kinds, and reaches an IPv6 target', async () => {
    const { transport } = await logIn(sshd);
    const target = await startTarget(echo, '::1');
    const forward = await openOnFreePort(transport, `-L PORT:[::1]:${target.port}`);
    expect(forward.listening).toEqual({
      ok: true,
      value: [`127.0.0.1:${forward.port}`, `[::1]:${forward.port}`],
    });
    const sent = run('socat', ['-t5', '-', `TCP6:[::1]:${forward.port}`], 'over six');
    expect((await sent).text).toBe('over six');
  });

  it('listens on one protocol version, on a given address, or for everybody, as asked', async () => {
    const { transport } = await logIn(sshd);
    const port = await freePort();
    const open = async (option: string, acceptsAll: boolean, family: 'auto' | 'ipv4' | 'ipv6' = 'auto') => {
      const forward = await openForward(transport, { ...forwardOf(option), family }, { acceptsAll });
      forward.close();
      return forward.listening.ok && forward.listening.value;
    };
    expect(await open(`-D ${port}`, false, 'ipv6')).toEqual([`[::1]:${port}`]);
    expect(await open(`-D ${port}`, true, 'ipv4')).toEqual([`0.0.0.0:${port}`]);
    expect(await open(`-D ${port}`, true)).toEqual([`0.0.0.0:${port}`, `[::]:${port}`]);
    expect(await open(`-D *:${port}`, false)).toEqual([`0.0.0.0:${port}`, `[::]:${port}`]);
    expect(await open(`-D 127.0.0.2:${port}`, true)).toEqual([`127.0.0.2:${port}`]);
    expect(await open(`-D localhost:${port}`, true)).toEqual([`127.0.0.1:${port}`, `[::1]:${port}`]);
  });

  it('carries 100 MB each way, byte for byte', { timeout: 60_000 }, async () => {
    const { transport } = await logIn(sshd);
    const size = 100 * 1024 * 1024;
    const target = await startTarget(echo);
    const forward = await openOnFreePort(transport, `-L PORT:127.0.0.1:${target.port}`);
    const socket = connect(forward.port, '127.0.0.1');
    const [sent, received] = [createHash('sha256'), createHash('sha256')];
    let left = size;
    const chunk = randomBytes(1024 * 1024);
    const feed = () => {
      for (let goesOn = true; goesOn && left > 0; left -= chunk.length) {
        chunk.writeUInt32BE(left >>> 0, 0);
        const piece = Buffer.from(chunk);
        sent.update(piece);
        goesOn = socket.write(piece);
      }
      if (left === 0) socket.end();
      else socket.once('drain', feed);
    };
    feed();
    socket.on('data', (bytes) => received.update(bytes));
    await once(socket, 'end');
    expect(received.digest('hex')).toBe(sent.digest('hex'));
    await expect.poll(() => forward.counts()).toMatchObject({ connections: 0, sent: size, received: size });
  });

  it('holds the server back while nobody reads: what is kept stays within its window', async () => {
    const { transport } = await logIn(sshd);
    let written = 0;
    const target = await startTarget((socket) => {
      const fill = () => {
        while (socket.write(Buffer.alloc(65_536))) written += 65_536;
        socket.once('drain', fill);
      };
      fill();
    });
    const forward = await openOnFreePort(transport, `-L PORT:127.0.0.1:${target.port}`);
    const socket = connect(forward.port, '127.0.0.1').pause();
    await once(socket, 'connect');
    // It stops once all windows and the buffers of four sockets are full.
    let before = -1;
    await expect
      .poll(
        () => {
          const stands = written === before && written > 0;
          before = written;
          return stands;
        },
        { interval: 500, timeout: 20_000 },
      )
      .toBe(true);
    const heap = process.memoryUsage().arrayBuffers;
    expect(heap).toBeLessThan(64 * 1024 * 1024);
    expect(forward.counts().received).toBeLessThan(8 * 1024 * 1024);
    socket.destroy();
    await expect.poll(() => forward.counts().connections).toBe(0);
  });

  it('closes a connection whose target refuses, says why, and goes on with others', async () => {
    const { transport, log } = await logIn(sshd);
    const nobody = await freePort();
    const forward = await openOnFreePort(transport, `-L PORT:127.0.0.1:${nobody}`);
    const refused = await run('curl', ['-s', '-m', '10', `http://127.0.0.1:${forward.port}/`]);
    expect(refused.code).not.toBe(0);
    expect(log()).toContain(`127.0.0.1 could not connect to 127.0.0.1:${nobody}.`);
    expect(forward.counts()).toMatchObject({ connections: 0, total: 0, failed: 1 });

    const target = await startTarget(echo);
    const other = await openOnFreePort(transport, `-L PORT:127.0.0.1:${target.port}`);
    expect((await run('nc', ['-N', '127.0.0.1', String(other.port)], 'still here')).text).toBe('still here');
  });

  it('lists only the first failures of a minute', async () => {
    const { transport, log } = await logIn(sshd);
    const forward = await openOnFreePort(transport, `-L PORT:127.0.0.1:${await freePort()}`);
    const tries = Array.from({ length: 20 }, () => run('nc', ['-N', '127.0.0.1', String(forward.port)]));
    await Promise.all(tries);
    await expect.poll(() => forward.counts().failed).toBe(20);
    expect(log().match(/could not connect/g)).toHaveLength(5);
    expect(log().match(/is not listed/g)).toHaveLength(1);
  });

  it('says that a port is in use, and leaves no half of a forward', async () => {
    const { transport } = await logIn(sshd);
    const port = await freePort();
    const other = createServer().listen(port, '::1');
    await once(other, 'listening');
    const { listening } = await openForward(transport, forwardOf(`-L ${port}:127.0.0.1:1`));
    expect(listening).toMatchObject({
      ok: false,
      failure: { code: 'port-in-use', message: `Port ${port} of ::1 is in use by another session or program.` },
    });
    expect((await run('nc', ['-z', '127.0.0.1', String(port)])).code).toBe(1);
    other.close();
  });

  it('says that an address is not there', async () => {
    const { transport } = await logIn(sshd);
    const { listening } = await openForward(transport, forwardOf('-L 192.0.2.1:8080:127.0.0.1:1'));
    expect(listening).toMatchObject({ ok: false, failure: { code: 'port-unavailable' } });
    const named = await openForward(transport, forwardOf('-L no-such-host.invalid:8080:127.0.0.1:1'));
    expect(named.listening).toMatchObject({ ok: false, failure: { code: 'host-not-found' } });
  });

  it('frees its port when it is closed, and when the session ends, and cuts what is open', async () => {
    const { transport, ended } = await logIn(sshd);
    const target = await startTarget(echo);
    const forward = await openOnFreePort(transport, `-L PORT:127.0.0.1:${target.port}`);
    const socket = connect(forward.port, '127.0.0.1');
    socket.write('x');
    await once(socket, 'data');
    const cut = once(socket, 'error');
    forward.close();
    expect((await cut)[0]).toMatchObject({ code: 'ECONNRESET' });
    expect((await run('nc', ['-z', '127.0.0.1', String(forward.port)])).code).toBe(1);

    const again = await openForward(transport, forwardOf(`-L ${forward.port}:127.0.0.1:${target.port}`));
    expect(again.listening.ok).toBe(true);
    transport.close();
    await ended();
    const free = createServer().listen(forward.port, '127.0.0.1');
    await once(free, 'listening');
    free.close();
  });

  it('says that the server allows no forwards', async () => {
    const strict = await startSshd({ config: ['AllowTcpForwarding no'] });
    const { transport, log } = await logIn(strict);
    const forward = await openOnFreePort(transport, '-L PORT:127.0.0.1:80');
    await run('nc', ['-N', '127.0.0.1', String(forward.port)], 'x');
    await expect.poll(log).toContain('127.0.0.1 does not allow connections to 127.0.0.1:80.');
    transport.close();
    await strict.stop();
  });
});
