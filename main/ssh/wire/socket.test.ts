import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '../../../e2e/lab/tcp.ts';
import { clockOf } from '../testing/transport-trial.ts';
import { connectFailure, lossFailure } from './network-failures.ts';
import { openSocket, type SocketRequest, setSocketOptions } from './socket.ts';

const server = createServer(() => {});
afterEach(() => server.close());

const request = (port: number, changes: Partial<SocketRequest> = {}) => {
  const told: string[] = [];
  const opened = openSocket({
    target: { host: '127.0.0.1', port, user: null },
    family: 'auto',
    limitSeconds: 15,
    clock: clockOf(),
    signal: new AbortController().signal,
    onPhase: (phase) => told.push(phase),
    onLog: (text) => told.push(text),
    ...changes,
  });
  return { opened, told };
};

describe('the socket of a connection', () => {
  it('connects, and tells each step', async () => {
    const port = await listen(server);
    const { opened, told } = request(port);
    const result = await opened;
    if (result.ok) result.value.destroy();
    expect(result.ok && result.value).toBeInstanceOf(Socket);
    expect(told).toEqual([
      'resolving',
      'tcp',
      `Connecting to 127.0.0.1, port ${port}.`,
      `Connected to 127.0.0.1, port ${port}.`,
    ]);
  });

  it('tries the next address where one refuses', async () => {
    // localhost is ::1 and 127.0.0.1 on most systems, and this server listens on the latter alone
    const port = await listen(server);
    const { opened } = request(port, { target: { host: 'localhost', port, user: null } });
    const result = await opened;
    if (result.ok) result.value.destroy();
    expect(result.ok).toBe(true);
  });

  it('gives up on a host that does not answer in time', async () => {
    const port = await listen(server);
    const limits: number[] = [];
    const clock = clockOf();
    const impatient: SocketRequest['clock'] = {
      now: clock.now,
      // the name may take its time; the connection gets none
      after: (ms, callback) => {
        limits.push(ms);
        if (limits.length > 1) queueMicrotask(callback);
        return () => {};
      },
    };
    const result = await request(port, { clock: impatient }).opened;
    expect(result).toMatchObject({ ok: false, failure: { code: 'connection-timeout', retryable: true } });
    expect(limits[0]).toBe(15_000);
    expect(limits[1]).toBeLessThanOrEqual(15_000);
  });

  it('lets go when the connection is not wanted any more', async () => {
    const port = await listen(server);
    const clock = clockOf();
    const controller = new AbortController();
    const { opened } = request(port, { clock, signal: controller.signal });
    controller.abort();
    expect((await opened).ok).toBe(false);
    expect(clock.pending()).toBe(0);
  });
});

/** Packets with data that the kernel has sent for a socket. */
const packetsOf = ({ localPort }: Socket): number =>
  Number(
    /data_segs_out:(\d+)/.exec(execFileSync('ss', ['-tinH', 'sport', '=', `:${localPort}`], { encoding: 'utf8' }))?.[1],
  );

it.each([true, false])('sends a packet for each key where tcpNoDelay is %s, or else joins them', async (tcpNoDelay) => {
  let received = 0;
  // Who has answered now and then puts its acknowledgements off, which Nagle waits for (RFC 896; tcp(7), TCP_QUICKACK).
  const echo = createServer((socket) =>
    socket.on('data', (data) => {
      received += data.length;
      if (data.includes('?')) socket.write('!');
    }),
  );
  const socket = connect({ port: await listen(echo), host: '127.0.0.1' });
  await once(socket, 'connect');
  setSocketOptions(socket, { tcpNoDelay, tcpKeepalives: false });
  for (let asked = 0; asked < 20; asked += 1) {
    socket.write('?');
    await once(socket, 'data');
  }
  const before = packetsOf(socket);
  for (let key = 0; key < 10; key += 1) {
    socket.write('k');
    await nextTurn();
  }
  await expect.poll(() => received).toBe(30);
  const packets = packetsOf(socket) - before;
  if (tcpNoDelay) expect(packets).toBe(10);
  else expect(packets).toBeLessThan(10);
  socket.destroy();
  echo.close();
});

describe('the sentences about the network', () => {
  const target = { host: 'example.com', port: 2222, user: null };

  it.each([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ETIMEDOUT',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EACCES',
  ])('name host, port and a next step for %s', (code) => {
    const failure = connectFailure(code, target);
    expect(failure.message).toMatch(/example\.com.*2222|2222.*example\.com/);
    expect(failure).toMatchObject({ retryable: true, hint: expect.stringMatching(/\.$/) });
  });

  it("tell this computer's lack of a network from a host that is not there", () => {
    expect(connectFailure('ENETUNREACH', target).code).toBe('network-down');
    expect(connectFailure('EHOSTUNREACH', target).code).toBe('unreachable');
  });

  it.each([
    [null, 'connection-closed', 'example.com closed the connection.'],
    ['ECONNRESET', 'connection-reset', 'The connection to example.com was reset.'],
    ['EPIPE', 'connection-reset', 'The connection to example.com was reset.'],
    ['ETIMEDOUT', 'connection-timeout', 'The connection to example.com timed out: it no longer answers.'],
    [
      'EHOSTUNREACH',
      'unreachable',
      'The connection to example.com was lost: it can no longer be reached (EHOSTUNREACH).',
    ],
  ])('say how a connection was lost by %s', (code, expected, message) => {
    expect(lossFailure(code, target)).toMatchObject({ code: expected, message, retryable: true });
  });
});
