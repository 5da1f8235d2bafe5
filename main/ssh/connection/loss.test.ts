import { connect, createServer, type Socket } from 'node:net';
import type { Session } from 'ssh2';
import { afterEach, describe, expect, it } from 'vitest';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { listen } from '../../../e2e/lab/tcp.ts';
import { type SshPeer, startSshPeer } from '../testing/ssh-peer.ts';
import { clockOf, tryTransport } from '../testing/transport-trial.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const shell = (session: Session) => session.on('pty', (accept) => accept()).on('shell', (accept) => accept());

async function openToPeer(peer: SshPeer) {
  cleanups.push(peer.stop);
  const clock = clockOf();
  const trial = tryTransport({ profile: { portNumber: peer.port, userName: 'ada' }, dependencies: { clock } });
  await trial.opened();
  return { ...trial, clock, socket: peer.sockets[0] as Socket, connection: peer.connections[0] };
}

describe('a session that is lost', () => {
  it('was closed by the server if a FIN came without an exit status', async () => {
    const sshd = await startSshd();
    cleanups.push(sshd.stop);
    const profile = { portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey };
    const { opened, ended } = tryTransport({ profile });
    await opened();
    sshd.killConnections();
    expect(await ended()).toEqual({
      kind: 'lost',
      failure: { code: 'connection-closed', message: '127.0.0.1 closed the connection.', retryable: true },
    });
  });

  it('was reset if a RST came', async () => {
    const { socket, ended } = await openToPeer(await startSshPeer({ onSession: shell }));
    socket.resetAndDestroy();
    expect(await ended()).toEqual({
      kind: 'lost',
      failure: { code: 'connection-reset', message: 'The connection to 127.0.0.1 was reset.', retryable: true },
    });
  });

  it('was ended by the server if it said so', async () => {
    const { connection, ended, clock } = await openToPeer(await startSshPeer({ onSession: shell }));
    connection?.end();
    expect(await ended()).toMatchObject({
      kind: 'lost',
      failure: {
        code: 'server-disconnected',
        message: '127.0.0.1 ended the connection without saying why (reason code 11).',
      },
    });
    await expect.poll(clock.pending).toBe(0);
  });

  it('broke the protocol if what came cannot be deciphered', async () => {
    const { socket, ended } = await openToPeer(await startSshPeer({ onSession: shell }));
    socket.write(Buffer.alloc(1000, 0xff));
    expect(await ended()).toMatchObject({ kind: 'lost', failure: { code: 'protocol-error' } });
  });

  it('is an exit all the same if the exit status came before', async () => {
    const onSession = (session: Session) =>
      session.on('pty', (accept) => accept()).on('shell', (accept) => accept().exit(4));
    const { ended, socket, count } = await openToPeer(await startSshPeer({ onSession }));
    const received = count('received');
    await expect.poll(() => count('received')).toBeGreaterThanOrEqual(received);
    socket.end();
    expect(await ended()).toEqual({ kind: 'exited', code: 4, signal: null });
  });

  it('still gives what came before, also while paused', async () => {
    const onSession = (session: Session) =>
      session.on('pty', (accept) => accept()).on('shell', (accept) => accept().write('going down'));
    const peer = await startSshPeer({ onSession });
    cleanups.push(peer.stop);
    const trial = tryTransport({ profile: { portNumber: peer.port, userName: 'ada' } });
    trial.transport.pause(); // before it is open: it holds from the first byte
    await trial.opened();
    peer.connections[0]?.end();
    expect((await trial.ended()).kind).toBe('lost');
    expect(trial.output()).toBe('going down');
  });

  it('ends alone, with bounded memory, if the server ignores its window', async () => {
    const onSession = (session: Session) =>
      session
        .on('pty', (accept) => accept())
        .on('shell', (accept) => {
          const channel = accept();
          (channel as unknown as { outgoing: { window: number } }).outgoing.window = 2 ** 31;
          const flood = () => {
            for (let i = 0; i < 64; i += 1) channel.write(Buffer.alloc(32_768, 'x'));
          };
          channel.on('drain', flood);
          channel.once('data', flood);
        });
    const { transport, ended } = await openToPeer(await startSshPeer({ onSession }));
    transport.pause();
    transport.write(Buffer.from('go'));
    expect(await ended()).toMatchObject({
      kind: 'lost',
      failure: {
        code: 'protocol-error',
        message: '127.0.0.1 sent more data than SSH allows; the connection was closed.',
      },
    });
  });
});

describe('a connection that is cut anywhere', () => {
  /** Forwards to the server, and cuts after so many bytes of its own. */
  async function cutAfter(bytes: number, how: 'FIN' | 'RST', port: number): Promise<number> {
    const server = createServer((client) => {
      const upstream = connect(port, '127.0.0.1');
      let left = bytes;
      client.on('error', () => {}).pipe(upstream.on('error', () => {}));
      upstream.on('data', (chunk) => {
        client.write(chunk.subarray(0, left));
        left -= chunk.length;
        if (left > 0) return;
        upstream.destroy();
        if (how === 'FIN') client.end();
        else setImmediate(() => client.resetAndDestroy());
      });
      client.on('close', () => upstream.destroy());
      upstream.on('close', () => client.destroySoon());
    });
    cleanups.push(() => server.close());
    return listen(server);
  }

  it('ends once, with a sentence, and leaves no timer', { timeout: 60_000 }, async () => {
    const sshd: Sshd = await startSshd();
    cleanups.push(sshd.stop);
    const clock = clockOf();
    const cuts = Array.from({ length: 28 }, (_, index) => 1 + Math.floor(index ** 2 * 5.5));
    await Promise.all(
      cuts.map(async (bytes, index) => {
        const portNumber = await cutAfter(bytes, index % 2 === 0 ? 'FIN' : 'RST', sshd.port);
        const { ended, events, until, output, transport } = tryTransport({
          profile: { portNumber, userName: sshd.userName, keyFile: sshd.clientKey, compression: index % 4 > 1 },
          dependencies: { clock },
        });
        void until(() => output().includes('$')).then(
          () => transport.write(Buffer.from('seq 10000\n')),
          () => {},
        );
        const cause = await ended();
        expect(['refused', 'lost']).toContain(cause.kind);
        expect(cause.kind !== 'exited' && cause.kind !== 'disconnected' && cause.failure.message).toMatch(
          /127\.0\.0\.1/,
        );
        transport.write(Buffer.from('x'));
        transport.sendNullPacket();
        transport.sendAliveCheck(() => undefined);
        transport.resume();
        transport.close();
        expect(events.filter((event) => event.kind === 'ended')).toHaveLength(1);
        expect(events.at(-1)?.kind).toBe('ended');
      }),
    );
    await expect.poll(clock.pending).toBe(0);
  });
});
