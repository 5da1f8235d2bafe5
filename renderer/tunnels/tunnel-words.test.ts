import { describe, expect, it } from 'vitest';
import type { Forward } from '#contract/forwards/forward.ts';
import { byteWords, countWords, forwardStateWords, goesTo, listensOn } from './tunnel-words.ts';

const web: Forward = { kind: 'local', family: 'auto', bindAddress: '::1', port: 8080, host: 'a::b', hostPort: 80 };

describe('the words of a tunnel', () => {
  it('say where it listens and goes to', () => {
    expect(listensOn(web, { kind: 'waiting' })).toBe('port [::1]:8080');
    expect(listensOn(web, { kind: 'listening', addresses: ['[::1]:8080', '127.0.0.1:8080'] })).toBe(
      '[::1]:8080 and 127.0.0.1:8080',
    );
    expect(goesTo(web)).toBe('[a::b]:80');
    expect(goesTo({ kind: 'dynamic', family: 'auto', bindAddress: '', port: 1 })).toBe('where its SOCKS clients say');
  });

  it('say how it stands, and why it failed', () => {
    const failure = { code: 'port-in-use', message: 'In use.', retryable: true } as const;
    expect(forwardStateWords({ kind: 'waiting' })).toBe('Opens when the session is connected.');
    expect(forwardStateWords({ kind: 'failed', failure })).toBe('In use.');
    expect(forwardStateWords({ kind: 'failed', failure: { ...failure, hint: 'Close it.' } })).toBe('In use. Close it.');
  });

  it('count', () => {
    const counts = { connections: 1, total: 15, failed: 0, received: 1_258_291, sent: 300 };
    expect(countWords(counts)).toBe('1 connection now, 15 in all · 1.2 MB received · 300 B sent');
    expect(countWords({ ...counts, connections: 2, failed: 3 })).toContain('2 connections now, 15 in all, 3 failed');
  });

  it('give bytes in three digits', () => {
    const sizes = [0, 999, 1000, 1023, 1024, 10_188, 10_240, 1_048_576, 5 * 1024 ** 4, 9999 * 1024 ** 4];
    expect(sizes.map(byteWords)).toEqual([
      '0 B',
      '999 B',
      '1.0 KB',
      '1.0 KB',
      '1.0 KB',
      '9.9 KB',
      '10 KB',
      '1.0 MB',
      '5.0 TB',
      '9999 TB',
    ]);
  });
});
