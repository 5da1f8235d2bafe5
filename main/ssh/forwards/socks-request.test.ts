import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { maxSocksBytes, readSocks, socksReply } from './socks-request.ts';

const request4 = (...rest: readonly number[]) => Buffer.from([4, 1, 0, 80, ...rest]);
const text = (words: string) => [...Buffer.from(words)];

describe('readSocks', () => {
  it('reads SOCKS4 with a user name', () => {
    const bytes = request4(10, 0, 0, 1, ...text('ada'), 0);
    expect(readSocks(bytes, false)).toEqual({
      kind: 'connect',
      request: { version: 4, host: '10.0.0.1', port: 80 },
      used: bytes.length,
    });
  });

  it('reads SOCKS4a: a name after the address 0.0.0.x', () => {
    const bytes = request4(0, 0, 0, 7, 0, ...text('db.example'), 0);
    expect(readSocks(bytes, false)).toMatchObject({ request: { host: 'db.example', port: 80 }, used: bytes.length });
  });

  it('reads SOCKS5 in two steps, with names and both kinds of addresses', () => {
    expect(readSocks(Buffer.from([5, 2, 0, 2]), false)).toEqual({
      kind: 'greeted',
      reply: Buffer.from([5, 0]),
      used: 4,
    });
    const hostOf = (...address: readonly number[]) => {
      const step = readSocks(Buffer.from([5, 1, 0, ...address, 1, 187]), true);
      return step.kind === 'connect' ? `${step.request.host} ${step.request.port}` : step.kind;
    };
    expect(hostOf(1, 10, 0, 0, 1)).toBe('10.0.0.1 443');
    expect(hostOf(3, 2, ...text('db'))).toBe('db 443');
    expect(hostOf(4, ...Array.from({ length: 15 }, () => 0), 1)).toBe('0:0:0:0:0:0:0:1 443');
  });

  it('refuses a client that must log in, other commands, and names that are none', () => {
    expect(readSocks(Buffer.from([5, 1, 2]), false)).toEqual({ kind: 'refused', reply: Buffer.from([5, 0xff]) });
    const bind5 = Buffer.from([5, 2, 0, 1, 1, 2, 3, 4, 0, 80]);
    expect(readSocks(bind5, true)).toEqual({ kind: 'refused', reply: socksReply(5, 'unsupported') });
    const bind4 = Buffer.from([4, 2, 0, 80, 1, 2, 3, 4, 0]);
    expect(readSocks(bind4, false)).toEqual({ kind: 'refused', reply: socksReply(4, 'unsupported') });
    const named = (name: string) => readSocks(Buffer.from([5, 1, 0, 3, name.length, ...text(name), 0, 80]), true).kind;
    expect([named('a b'), named('a\n'), named(''), named('\u001b[2J')]).toEqual(Array(4).fill('refused'));
    expect(readSocks(Buffer.from('GET / HTTP/1.1'), false)).toMatchObject({ kind: 'refused' });
  });

  it('waits for what is not there yet, at every length', () => {
    const whole = request4(0, 0, 0, 1, ...text('ada'), 0, ...text('db'), 0);
    for (let length = 0; length < whole.length; length += 1) {
      expect(readSocks(whole.subarray(0, length), false).kind).toBe('more');
    }
    expect(readSocks(whole, false).kind).toBe('connect');
  });

  it('comes to an end with any rubbish', () => {
    for (let round = 0; round < 20_000; round += 1) {
      const bytes = randomBytes(1 + (round % maxSocksBytes));
      bytes[0] = [4, 5, bytes[0] ?? 0][round % 3] as number;
      const step = readSocks(bytes, round % 2 === 0);
      if (step.kind === 'connect') expect(step.request.host).toMatch(/^[^\s\p{Cc}]{1,255}$/u);
      if ('used' in step) expect(step.used).toBeLessThanOrEqual(bytes.length);
    }
  });
});
