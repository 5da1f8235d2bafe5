import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { freePort, startTcpServer } from '../../../e2e/lab/tcp.ts';
import { createFakeClock, type FakeClock } from '../../keepalive/testing/fake-clock.ts';
import { clockOf, type TrialOptions, tryTransport } from '../testing/transport-trial.ts';

/** For greeting and key exchange, ms. */
const handshakeLimit = 30_000;

/** A TCP server that does `onConnection` and is no SSH server. */
async function serve(onConnection: (socket: Socket) => void): Promise<number> {
  const { port, stop } = await startTcpServer(onConnection);
  onTestFinished(stop);
  return port;
}

type TestClock = ReturnType<typeof clockOf> | FakeClock;

/** The failure of a connection to a server that says this and no more, once the time for the handshake is over. */
async function refusalOfSilence(greeting: string): Promise<Failure> {
  const clock = createFakeClock();
  const portNumber = await serve((socket) => {
    socket.write(greeting);
    // Who has greeted is connected, and reads in the next turn what was written before.
    socket.once('data', async () => {
      await turnsOfTheLoop();
      clock.advance(handshakeLimit);
    });
  });
  return refusal({ portNumber }, clock);
}

/** Both ends are in this process: what one has written to loopback the other has read after a few. */
async function turnsOfTheLoop(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** The failure of a connection that is refused; checks that nothing is left behind. */
async function refusal(profile: TrialOptions['profile'], clock: TestClock = clockOf()): Promise<Failure> {
  const { ended, events } = tryTransport({ profile, dependencies: { clock } });
  const cause = await ended();
  if (cause.kind !== 'refused') throw new Error(`It ended otherwise: ${cause.kind}`);
  expect(events.filter((event) => event.kind === 'ended')).toHaveLength(1);
  await expect.poll(clock.pending).toBe(0);
  expect(cause.failure.message).toMatch(/^[^\n]{10,300}[.":,]*$/);
  expect(cause.failure.message).not.toMatch(/Error|undefined|null|at \//);
  return cause.failure;
}

describe('a connection that cannot be made says why', () => {
  it('where there is no such host', async () => {
    const failure = await refusal({ hostName: 'nowhere.invalid', portNumber: 2222 });
    expect(failure).toMatchObject({ code: 'host-not-found', retryable: true });
    expect(failure.message).toMatch(/nowhere\.invalid.*2222/);
    expect(failure.hint).toBeDefined();
  });

  it('where nothing listens on the port', async () => {
    const portNumber = await freePort();
    const failure = await refusal({ portNumber });
    expect(failure).toMatchObject({
      code: 'connection-refused',
      message: `127.0.0.1 refused the connection: nothing listens on port ${portNumber}.`,
      retryable: true,
    });
  });

  it('where an address is not of the wanted family', async () => {
    const failure = await refusal({ hostName: '127.0.0.1', addressFamily: 'ipv6' });
    expect(failure.code).toBe('unreachable');
    expect(failure.hint).toContain('IPv6');
  });

  it('where the port says nothing, after the time for the handshake', async () => {
    expect(await refusalOfSilence('')).toMatchObject({
      code: 'handshake-timeout',
      message: expect.stringMatching(/^Port \d+ of 127\.0\.0\.1 accepted the connection and then said nothing\.$/),
      retryable: true,
    });
  });

  it('where the server greets and then stops', async () => {
    expect(await refusalOfSilence('SSH-2.0-Stuck\r\n')).toMatchObject({
      code: 'handshake-timeout',
      message: expect.stringMatching(/^127\.0\.0\.1, port \d+, did not finish the key exchange in time\.$/),
    });
  });

  it('where the connection is closed without a word', async () => {
    const portNumber = await serve((socket) => socket.end());
    expect(await refusal({ portNumber })).toMatchObject({ code: 'connection-closed', retryable: true });
  });

  it('where the connection is reset in the handshake', async () => {
    const portNumber = await serve((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await refusal({ portNumber })).toMatchObject({ code: 'connection-reset' });
  });

  it('where the server hangs up with a text, such as MaxStartups', async () => {
    const portNumber = await serve((socket) => socket.end('Not allowed at this time\r\n'));
    const { code, message } = await refusal({ portNumber });
    expect(code).toBe('not-ssh');
    expect(message).toContain('It said: "Not allowed at this time"');
  });

  it('where a web server answers', async () => {
    const portNumber = await serve((socket) =>
      socket.once('data', () => socket.write('HTTP/1.1 400 Bad\u001b[2J\r\n')),
    );
    const { code, message } = await refusal({ portNumber });
    expect(code).toBe('not-ssh');
    expect(message).toContain('"HTTP/1.1 400 Bad[2J"');
  });

  it('where another protocol greets and waits, after the time for the handshake', async () => {
    const { code, message } = await refusalOfSilence('220 mail.example ESMTP\r\n');
    expect(code).toBe('not-ssh');
    expect(message).toContain('220 mail.example ESMTP');
  });

  it.each([
    ['bytes that are no text', Buffer.from([0, 1, 2, 3, 255])],
    ['a line without an end', Buffer.alloc(10_000, 'x')],
    ['a greeting without an end', Buffer.from('hello\r\n'.repeat(30_000))],
  ])('where %s come', async (_name, bytes) => {
    const portNumber = await serve((socket) => socket.write(bytes));
    const since = performance.now();
    expect(await refusal({ portNumber })).toMatchObject({ code: 'not-ssh', retryable: false });
    expect(performance.now() - since).toBeLessThan(5000);
  });

  it('where the server speaks SSH-1 only', async () => {
    const portNumber = await serve((socket) => socket.write('SSH-1.5-Old_1.0\r\n'));
    const { code, message } = await refusal({ portNumber });
    expect(code).toBe('not-ssh');
    expect(message).toContain('does not speak SSH-2');
  });

  it('where what follows the greeting is no SSH', async () => {
    const portNumber = await serve((socket) => socket.write(`SSH-2.0-Broken\r\n${'x'.repeat(100_000)}`));
    expect(await refusal({ portNumber })).toMatchObject({ code: 'protocol-error' });
  });

  it.each([
    ['key exchange method', 'KexAlgorithms sntrup761x25519-sha512@openssh.com', 'sntrup761x25519-sha512@openssh.com'],
    ['MAC', 'Ciphers aes128-ctr\nMACs umac-64@openssh.com', 'umac-64@openssh.com'],
  ])('where a real sshd has no %s in common', async (category, config, offered) => {
    const sshd = await startSshd({ config: config.split('\n') });
    onTestFinished(sshd.stop);
    const failure = await refusal({ portNumber: sshd.port });
    expect(failure).toMatchObject({ code: 'no-common-algorithm', retryable: false });
    expect(failure.message).toBe(
      `127.0.0.1 and Holdfast have no ${category} in common. The server offers: ${offered}.`,
    );
  });

  it('by its own name when the user closes it while it connects', async () => {
    const clock = clockOf();
    const portNumber = await serve(() => {});
    const { transport, ended, events } = tryTransport({ profile: { portNumber }, dependencies: { clock } });
    transport.close();
    transport.close();
    transport.write(Buffer.from('x'));
    transport.sendNullPacket();
    expect(events).toEqual([]);
    expect(await ended()).toEqual({ kind: 'disconnected' });
    await expect.poll(clock.pending).toBe(0);
    expect(events.filter((event) => event.kind === 'ended')).toHaveLength(1);
  });
});
