import { describe, expect, it } from 'vitest';
import { channelSentence, listenFailure, outcomeOf, remoteRefused } from './forward-failures.ts';

describe('listenFailure', () => {
  it('names the port, and what to do about it', () => {
    expect(listenFailure('EADDRINUSE', '127.0.0.1', 8080)).toMatchObject({ code: 'port-in-use', retryable: true });
    expect(listenFailure('EACCES', '127.0.0.1', 80)).toMatchObject({
      message: 'This computer does not let you listen on port 80.',
      retryable: false,
      hint: 'Choose a port from 1024 on.',
    });
    // Windows keeps ranges of ports for itself.
    expect(listenFailure('EACCES', '127.0.0.1', 50_000)).toMatchObject({ hint: 'Choose another port.' });
    expect(listenFailure('EOTHER', '::1', 1).message).toContain('(EOTHER)');
  });
});

describe('a channel that was not opened', () => {
  const refusal = (reason: unknown) => Object.assign(new Error('text of the server\u001b[2J'), { reason });

  it('is told of by its reason code alone', () => {
    const sentence = (reason: unknown) => channelSentence(refusal(reason), 'host', { host: '::1', hostPort: 80 });
    expect(sentence(1)).toBe('host does not allow connections to [::1]:80.');
    expect(sentence(2)).toBe('host could not connect to [::1]:80.');
    expect(sentence(4)).toBe('host did not open a connection to [::1]:80 (4).');
    expect(sentence(undefined)).not.toContain('text of the server');
    expect([1, 2, 4, undefined].map((reason) => outcomeOf(refusal(reason)))).toEqual([
      'forbidden',
      'unreachable',
      'failed',
      'failed',
    ]);
  });
});

it('a server that does not listen is asked again, for the port may be free in a while', () => {
  expect(remoteRefused('host', { kind: 'port', address: '', port: 0 })).toMatchObject({
    message: 'host refused to listen on a port.',
    retryable: true,
  });
});
