import { describe, expect, it } from 'vitest';
import type { Result } from '../failure.ts';
import type { Forward } from './forward.ts';
import {
  parseOptionForward,
  parsePuttyForwardings,
  parseTypedForward,
  puttyText,
  typedForward,
} from './forward-notation.ts';

const text = (read: Result<Forward>) => (read.ok ? puttyText(read.value) : (read.failure.field ?? ''));

describe('what is typed into the panel', () => {
  const typed = (source: string, destination: string, kind: Forward['kind'] = 'local') =>
    parseTypedForward({ kind, family: 'auto', source, destination });

  it('is a port, with an address or without, and where it leads', () => {
    expect(typed('8080', 'web:80')).toEqual({
      ok: true,
      value: { kind: 'local', family: 'auto', bindAddress: '', port: 8080, host: 'web', hostPort: 80 },
    });
    expect(typed(' [::1]:8080 ', ' [2001:db8::1]:80')).toMatchObject({
      value: { bindAddress: '::1', host: '2001:db8::1' },
    });
    expect(typed('*:1', 'h:1')).toMatchObject({ value: { bindAddress: '*' } });
    expect(typed(':1', 'h:1')).toMatchObject({ value: { bindAddress: '*' } });
    expect(typed('0', 'h:1', 'remote')).toMatchObject({ value: { port: 0 } });
  });

  it.each([
    ['', 'h:1', 'source'],
    ['0', 'h:1', 'source'],
    ['65536', 'h:1', 'source'],
    ['80a', 'h:1', 'source'],
    ['1:2:3', 'h:1', 'source'],
    ['::1:80', 'h:1', 'source'],
    ['[::1:80', 'h:1', 'source'],
    ['a b:80', 'h:1', 'source'],
    ['80', '', 'destination'],
    ['80', 'h', 'destination'],
    ['80', ':80', 'destination'],
    ['80', 'h:0', 'destination'],
    ['80', '2001:db8::1:80', 'destination'],
    ['80', 'h\u001b:80', 'destination'],
    ['/', 'h:1', 'source'],
    ['/a\u0007', 'h:1', 'source'],
    ['80', `/${'ä'.repeat(52)}`, 'destination'],
  ])('is refused where it is at fault: %j to %j', (source, destination, field) => {
    const read = typed(source, destination);
    expect(read).toMatchObject({ ok: false, failure: { field } });
  });

  it('has no destination if it is dynamic', () => {
    expect(text(typed('1080', '', 'dynamic'))).toBe('D1080');
    expect(typed('1080', 'h:1', 'dynamic')).toMatchObject({ failure: { field: 'destination' } });
  });

  it('may be the path of a socket, as a whole', () => {
    const value = { kind: 'local', listenPath: '/run/my app:1', path: '/run/db' };
    expect(typed(' /run/my app:1', '/run/db ')).toEqual({ ok: true, value });
    expect(typed('/run/socks', '', 'remote-dynamic')).toMatchObject({ value: { listenPath: '/run/socks' } });
    expect(typed('1080', 'h:1', 'remote-dynamic')).toMatchObject({ failure: { field: 'destination' } });
  });

  it('is what the fields show again', () => {
    const forward: Forward = {
      kind: 'remote',
      family: 'ipv6',
      bindAddress: '::1',
      port: 80,
      host: 'a::b',
      hostPort: 1,
    };
    expect(parseTypedForward(typedForward(forward))).toEqual({ ok: true, value: forward });
  });
});

describe("PuTTY's saved PortForwardings", () => {
  it('are read, each on its own', () => {
    const saved = 'L8080=localhost:80,4D1080=,6R[::1]:22=db.example:2222,X1=,D1081,L127.0.0.1:1=h:1,Lx=h:1';
    expect(parsePuttyForwardings(saved).map(text)).toEqual([
      'L8080 localhost:80',
      '4D1080',
      '6R[::1]:22 db.example:2222',
      'source',
      'D1081',
      'L127.0.0.1:1 h:1',
      'source',
    ]);
  });

  it('are empty for a session that has none', () => {
    expect(parsePuttyForwardings('')).toEqual([]);
  });

  it('may escape characters', () => {
    expect(parsePuttyForwardings(String.raw`L8080=loc\alhost:80`).map(text)).toEqual(['L8080 localhost:80']);
  });
});

describe("ssh's notation", () => {
  it('is read from options', () => {
    expect(text(parseOptionForward('local', '8080:web:80'))).toBe('L8080 web:80');
    expect(text(parseOptionForward('local', '[::1]:8080:[2001:db8::1]:80'))).toBe('L[::1]:8080 [2001:db8::1]:80');
    expect(text(parseOptionForward('remote', '*:8080:web:80', 'ipv4'))).toBe('4R*:8080 web:80');
    expect(text(parseOptionForward('dynamic', 'localhost:1080'))).toBe('Dlocalhost:1080');
    expect(text(parseOptionForward('local', '8080'))).toBe('source');
  });

  it('has a SOCKS proxy at the server where -R names no host', () => {
    const value = { kind: 'remote-dynamic', family: 'auto', bindAddress: 'localhost', port: 1080 };
    expect(parseOptionForward('remote', 'localhost:1080')).toEqual({ ok: true, value });
    expect(text(parseOptionForward('remote', '0'))).toBe('R0');
    expect(parseOptionForward('remote', '/run/socks')).toMatchObject({
      value: { kind: 'remote-dynamic', listenPath: '/run/socks' },
    });
    expect(text(parseOptionForward('remote', '8080:web'))).toBe('source');
  });

  it('has paths in the place of either end', () => {
    expect(parseOptionForward('local', '8080:/run/db.sock')).toEqual({
      ok: true,
      value: { kind: 'local', family: 'auto', bindAddress: '', port: 8080, path: '/run/db.sock' },
    });
    expect(text(parseOptionForward('local', '/run/a.sock:web:80'))).toBe('L/run/a.sock web:80');
    expect(text(parseOptionForward('remote', '[::1]:22:/run/b.sock'))).toBe('R[::1]:22 /run/b.sock');
    expect(text(parseOptionForward('remote', '/run/a.sock:/run/b.sock'))).toBe('R/run/a.sock /run/b.sock');
    expect(text(parseOptionForward('local', '/run/a.sock'))).toBe('source');
    expect(text(parseOptionForward('dynamic', '/run/a.sock'))).toBe('D/run/a.sock');
  });
});
