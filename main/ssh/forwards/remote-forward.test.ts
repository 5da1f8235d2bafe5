import { once } from 'node:events';
import { connect } from 'node:net';
import type { Connection } from 'ssh2';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { freePort } from '../../../e2e/lab/tcp.ts';
import { startSshPeer } from '../testing/ssh-peer.ts';
import { tryTransport } from '../testing/transport-trial.ts';
import { serverPlaceOf } from './server-place.ts';
import { echo, forwardOf, logIn, openForward, run, startTarget } from './testing/forward-trial.ts';

describe('a remote forward through a real sshd', () => {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd({ config: ['AddressFamily any'] });
  });
  afterAll(() => sshd.stop());

  it('brings connections to a port of the server here, on both loopback addresses', async () => {
    const { transport } = await logIn(sshd);
    const target = await startTarget(echo);
    const port = await freePort();
    const forward = await openForward(transport, forwardOf(`-R ${port}:127.0.0.1:${target.port}`));
    expect(forward.listening).toEqual({ ok: true, value: [`localhost:${port} at 127.0.0.1`] });
    expect((await run('nc', ['-N', '127.0.0.1', String(port)], 'four')).text).toBe('four');
    expect((await run('nc', ['-N', '::1', String(port)], 'six')).text).toBe('six');
    await expect.poll(() => forward.counts()).toEqual({ connections: 0, total: 2, failed: 0, received: 7, sent: 7 });
  });

  it('lets the server choose a port, and says which', async () => {
    const { transport } = await logIn(sshd);
    const target = await startTarget(echo);
    const forward = await openForward(transport, forwardOf(`-R 0:127.0.0.1:${target.port}`));
    const [, port = ''] = /^localhost:(\d+) at/.exec((forward.listening.ok && forward.listening.value[0]) || '') ?? [];
    expect(Number(port)).toBeGreaterThan(0);
    expect((await run('nc', ['-N', '127.0.0.1', port], 'chosen')).text).toBe('chosen');
  });

  it('says that a port is taken at the server, and gives it free when it is closed', async () => {
    const { transport } = await logIn(sshd);
    const second = await logIn(sshd);
    const port = await freePort();
    const option = `-R ${port}:127.0.0.1:9`;
    const forward = await openForward(transport, forwardOf(option));
    expect(forward.listening.ok).toBe(true);
    expect((await openForward(second.transport, forwardOf(option))).listening).toMatchObject({
      ok: false,
      failure: { code: 'port-unavailable', message: `127.0.0.1 refused to listen on port ${port}.` },
    });
    forward.close();
    await expect
      .poll(async () => (await openForward(second.transport, forwardOf(option))).listening.ok, { timeout: 5000 })
      .toBe(true);
  });

  it('refuses the connection at the server when the target here refuses, and logs why', async () => {
    const { transport, log } = await logIn(sshd);
    const [port, nobody] = [await freePort(), await freePort()];
    const forward = await openForward(transport, forwardOf(`-R ${port}:127.0.0.1:${nobody}`));
    await run('nc', ['-N', '127.0.0.1', String(port)], 'x');
    await expect.poll(() => forward.counts().failed).toBe(1);
    expect(log()).toContain(`This computer could not connect to 127.0.0.1:${nobody} (ECONNREFUSED).`);
  });

  it('obeys PermitListen', async () => {
    const [allowed, other] = [await freePort(), await freePort()];
    const strict = await startSshd({ config: [`PermitListen ${allowed}`] });
    onTestFinished(() => strict.stop());
    const { transport } = await logIn(strict);
    expect((await openForward(transport, forwardOf(`-R ${other}:127.0.0.1:9`))).listening.ok).toBe(false);
    expect((await openForward(transport, forwardOf(`-R ${allowed}:127.0.0.1:9`))).listening.ok).toBe(true);
  });

  it('asks for the addresses that RFC 4254 names', () => {
    const address = (bindAddress: string, acceptsAll = false, family: 'auto' | 'ipv4' | 'ipv6' = 'auto') => {
      const listening = { kind: 'remote-dynamic', family, bindAddress, port: 1 } as const;
      const place = serverPlaceOf(listening, acceptsAll);
      return place.kind === 'port' && place.address;
    };
    expect([address(''), address('', false, 'ipv4'), address('', false, 'ipv6')]).toEqual([
      'localhost',
      '127.0.0.1',
      '::1',
    ]);
    expect([address('', true), address('*'), address('*', false, 'ipv4'), address('', true, 'ipv6')]).toEqual([
      '',
      '',
      '0.0.0.0',
      '::',
    ]);
    expect(address('10.0.0.1', true)).toBe('10.0.0.1');
  });
});

describe('a server that misbehaves', () => {
  const logInto = async (onRequest: (connection: Connection, accept: (() => void) | undefined) => void) => {
    const peer = await startSshPeer();
    onTestFinished(() => peer.stop());
    const trial = tryTransport({ profile: { portNumber: peer.port, userName: 'ada', noShell: true, tryAgent: false } });
    onTestFinished(() => trial.transport.close());
    await trial.opened();
    const [connection] = peer.connections as [Connection];
    connection.on('request', (accept, _reject, name) => {
      if (name === 'tcpip-forward') onRequest(connection, accept);
    });
    return { ...trial, connection };
  };

  const open = (connection: Connection, address: string, port: number) =>
    new Promise<boolean>((resolve) => {
      connection.forwardOut(address, port, '192.0.2.7', 4000, (error) => resolve(error === undefined));
    });

  it('gets no channel for a port that it was not asked for, nor after that was given back', async () => {
    const { transport, connection } = await logInto((_connection, accept) => accept?.());
    const target = await startTarget(echo);
    expect(await open(connection, 'localhost', 4001)).toBe(false);
    const forward = await openForward(transport, forwardOf(`-R 4001:127.0.0.1:${target.port}`));
    expect(await open(connection, 'localhost', 4002)).toBe(false);
    expect(await open(connection, '0.0.0.0', 4001)).toBe(false);
    expect(await open(connection, 'localhost', 4001)).toBe(true);
    forward.close();
    expect(await open(connection, 'localhost', 4001)).toBe(false);
    expect(target.connections).toHaveLength(1);
  });

  it('is held to a bounded number of connections', { timeout: 20_000 }, async () => {
    const { transport, connection, log } = await logInto((_connection, accept) => accept?.());
    const target = await startTarget(() => undefined);
    const forward = await openForward(transport, forwardOf(`-R 4001:127.0.0.1:${target.port}`));
    const opened = await Promise.all(Array.from({ length: 300 }, () => open(connection, 'localhost', 4001)));
    expect(opened.filter(Boolean)).toHaveLength(256);
    expect(forward.counts()).toMatchObject({ connections: 256, failed: 44 });
    expect(log()).toContain('too many are open');
  });

  it('cannot fill our memory through a channel that nobody reads', async () => {
    const { transport, connection, ended } = await logInto((_connection, accept) => accept?.());
    // Takes connections and reads nothing.
    const target = await startTarget((socket) => socket.pause());
    await openForward(transport, forwardOf(`-R 4001:127.0.0.1:${target.port}`));
    connection.forwardOut('localhost', 4001, '192.0.2.7', 4000, (_error, channel) => {
      // Believes in a window without end. Odd sizes: ssh2 drops what comes at a window of exactly 0.
      const { outgoing } = channel as unknown as { readonly outgoing: { window: number } };
      Object.defineProperty(outgoing, 'window', { get: () => 2 ** 30, set: () => undefined });
      const fill = () => {
        if (channel.writable && !channel.destroyed) channel.write(Buffer.alloc(1_000_003), () => setImmediate(fill));
      };
      fill();
    });
    expect(await ended()).toMatchObject({ kind: 'lost', failure: { code: 'protocol-error' } });
  });
});

it('keeps a connection that is cut from looking whole', async () => {
  const sshd = await startSshd();
  onTestFinished(() => sshd.stop());
  const { transport } = await logIn(sshd);
  const target = await startTarget((socket) => socket.write('the first half'));
  const port = await freePort();
  const forward = await openForward(transport, forwardOf(`-L ${port}:127.0.0.1:${target.port}`));
  expect(forward.listening.ok).toBe(true);
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'data');
  sshd.killConnections();
  const [error] = await once(socket, 'error');
  expect(error).toMatchObject({ code: 'ECONNRESET' });
});
