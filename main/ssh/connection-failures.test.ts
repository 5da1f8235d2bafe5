import { describe, expect, it } from 'vitest';
import { disconnectFailure, hungUpOnLogin } from './connection-failures.ts';

const target = { host: 'example.com', port: 22, user: null };

describe('a goodbye of the server', () => {
  it('is given in its words, made harmless', () => {
    expect(disconnectFailure(2, 'Idle\u001b[31m for\r\n too long\u202e', target)).toEqual({
      code: 'server-disconnected',
      message: 'example.com ended the connection: "Idle[31m for too long"',
      retryable: true,
    });
  });

  it('is cut where it is endless', () => {
    expect(disconnectFailure(2, 'x'.repeat(30_000), target).message.length).toBeLessThan(600);
    expect(hungUpOnLogin('ada', 'x'.repeat(30_000), target).message.length).toBeLessThan(600);
  });
});
