import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { loopback, startTcpServer } from '../../../e2e/lab/tcp.ts';
import { createFakeClock } from '../../keepalive/testing/fake-clock.ts';
import { tryTransport } from '../testing/transport-trial.ts';

/** That a proxy has for its answer, ms. */
const answerLimit = 30_000;

/** A proxy that does this with each connection. */
async function proxy(onConnection: (socket: Socket) => void): Promise<number> {
  const { port, stop } = await startTcpServer(onConnection);
  onTestFinished(stop);
  return port;
}

/** A proxy that answers whatever comes first, and the second time, and so on. */
const answering = (...answers: readonly (string | Buffer)[]) =>
  proxy((socket) => {
    let said = 0;
    socket.on('data', () => socket.write(answers[said++] ?? ''));
  });

async function refusal(
  proxyType: Profile['proxyType'],
  proxyPort: number,
  clock = createFakeClock(),
): Promise<Failure> {
  const { ended } = tryTransport({
    profile: {
      hostName: 'server.example',
      proxyType,
      proxyHost: loopback,
      proxyPort,
      proxyUserName: 'ada',
      proxyDns: 'yes',
    },
    dependencies: { clock },
    answer: () => ({ kind: 'text', text: 'x'.repeat(300) }),
  });
  const cause = await ended();
  if (cause.kind !== 'refused') throw new Error(`It ended otherwise: ${cause.kind}`);
  await expect.poll(clock.pending).toBe(0);
  expect(cause.failure.message).toMatch(/^.{10,400}$/);
  expect(cause.failure.message).not.toContain('\u001b');
  return cause.failure;
}

describe.each(['socks4', 'socks5', 'http'] as const)('a %s proxy', (type) => {
  it('that never answers is given up in time', async () => {
    const clock = createFakeClock();
    const port = await proxy((socket) => socket.once('data', () => clock.advance(answerLimit)));
    const failure = await refusal(type, port, clock);
    expect(failure).toMatchObject({ code: 'connection-timeout', retryable: true });
    expect(failure.message).toContain('did not answer in time');
  });

  it('that closes midway is said to', async () => {
    const failure = await refusal(type, await proxy((socket) => socket.once('data', () => socket.end('\x05'))));
    expect(failure).toMatchObject({ code: 'connection-closed', message: expect.stringContaining('closed') });
  });

  it('that resets the connection is said to have ended it', async () => {
    const port = await proxy((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await refusal(type, port)).toMatchObject({ code: 'connection-closed' });
  });

  it('that answers with something else is no such proxy', async () => {
    const failure = await refusal(type, await answering('SSH-2.0-OpenSSH_9.2\u001b[2J\r\n\r\n'));
    expect(failure).toMatchObject({ code: 'proxy-failed', retryable: false, field: 'proxyType' });
  });
});

describe('an HTTP proxy', () => {
  it.each([
    ['a header without an end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`],
    ['too many headers', `HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(10_000)}\r\n`],
    ['a status that is none', 'HTTP/1.1 2000000 OK\r\n\r\n'],
  ])('that sends %s is refused at once', async (_name, answer) => {
    expect(await refusal('http', await answering(answer))).toMatchObject({ code: 'proxy-failed' });
  });

  it('is quoted without what could do harm', async () => {
    const failure = await refusal('http', await answering(`HTTP/1.1 403 \u001b[2J${'No '.repeat(200)}\r\n\r\n`));
    expect(failure.message).toMatch(/it answered "403 \[2JNo No/);
    expect(failure.message.length).toBeLessThan(300);
  });

  it.each([
    ['502 Bad Gateway', 'unreachable', true],
    ['404 Not Found', 'host-not-found', true],
    ['403 Forbidden', 'proxy-refused', false],
  ])('that answers %s has a sentence for it', async (status, code, retryable) => {
    const failure = await refusal('http', await answering(`HTTP/1.0 ${status}\r\n\r\n`));
    expect(failure).toMatchObject({ code, retryable, message: expect.stringContaining(status) });
  });

  it('that wants a login which is not known here is named', async () => {
    const answer = 'HTTP/1.1 407 Login\r\nProxy-Authenticate: NTLM\r\nProxy-Authenticate: Negotiate x\r\n\r\n';
    expect(await refusal('http', await answering(answer))).toMatchObject({
      code: 'proxy-refused',
      message: expect.stringContaining('NTLM, Negotiate'),
    });
  });
});

describe('a SOCKS 5 proxy', () => {
  it.each([
    [1, 'unreachable'],
    [2, 'proxy-refused'],
    [3, 'unreachable'],
    [4, 'host-not-found'],
    [5, 'connection-refused'],
    [6, 'unreachable'],
    [7, 'proxy-refused'],
    [8, 'unreachable'],
    [99, 'proxy-failed'],
  ])('that answers %d has a sentence for it', async (reply, code) => {
    const port = await answering(Buffer.of(5, 0), Buffer.of(5, reply, 0, 1, 0, 0, 0, 0, 0, 0));
    expect(await refusal('socks5', port)).toMatchObject({ code });
  });

  it('that chooses a login which was not offered is no such proxy', async () => {
    expect(await refusal('socks5', await answering(Buffer.of(5, 1)))).toMatchObject({ code: 'proxy-failed' });
  });

  it('cannot be told a password of more than 255 bytes', async () => {
    expect(await refusal('socks5', await answering(Buffer.of(5, 2)))).toMatchObject({ code: 'route-invalid' });
  });
});

describe('a SOCKS 4 proxy', () => {
  it.each([
    [91, 'proxy-refused'],
    [92, 'proxy-refused'],
    [93, 'proxy-refused'],
    [7, 'proxy-failed'],
  ])('that answers %d has a sentence for it', async (reply, code) => {
    expect(await refusal('socks4', await answering(Buffer.of(0, reply, 0, 0, 0, 0, 0, 0)))).toMatchObject({ code });
  });
});
