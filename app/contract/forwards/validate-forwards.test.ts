import { describe, expect, it } from 'vitest';
import { parseProfileChanges } from '../profile/profile.ts';
import type { Forward } from './forward.ts';

const web: Forward = { kind: 'local', family: 'auto', bindAddress: '', port: 8080, host: 'web', hostPort: 80 };
const socks: Forward = { kind: 'dynamic', family: 'ipv4', bindAddress: '::1', port: 1080 };
const between: Forward = { kind: 'remote', listenPath: '/run/a.sock', path: '/run/b.sock' };
const refusal = (forwards: unknown) => {
  const read = parseProfileChanges({ forwards });
  return read.ok ? null : read.failure.message;
};

describe('the forwards of a profile', () => {
  it('are accepted as they are', () => {
    const forwards = [web, socks, { ...socks, kind: 'remote-dynamic' }, between];
    expect(parseProfileChanges({ forwards })).toEqual({ ok: true, value: { forwards } });
  });

  it.each([
    null,
    {},
    [null],
    [[]],
    ['L80 web:80'],
    [{ ...web, kind: 'other' }],
    [{ ...web, kind: 'toString' }],
    [{ ...web, port: 0 }],
    [{ ...web, port: 80.5 }],
    [{ ...web, port: '80' }],
    [{ ...web, host: { includes: 1 } }],
    [{ ...web, host: 'a b' }],
    [{ ...web, bindAddress: '[::1]' }],
    [{ ...web, family: 'ipv5' }],
    [{ ...web, extra: 1 }],
    [{ ...socks, host: 'h', hostPort: 1 }],
    [{ ...between, port: 1 }],
    [{ ...between, path: 'db.sock' }],
    [{ ...between, path: 80 }],
    [{ kind: 'local', listenPath: '/run/a.sock' }],
  ])('refuse %j', (forwards) => {
    expect(refusal(forwards)).toBe('Enter forwards: a port, and where it leads.');
  });

  it('refuse two that listen at the same place; each side, and each protocol version, is a place of its own', () => {
    const other = { kind: 'dynamic', family: 'auto', bindAddress: '', port: 8080 };
    expect(refusal([web, other])).toBe('D8080 listens where another forward does.');
    expect(refusal([web, { ...web, family: 'ipv6' }])).toBe('6L8080 web:80 listens where another forward does.');
    expect(
      refusal([
        { ...web, family: 'ipv4' },
        { ...web, kind: 'remote' },
        { ...web, family: 'ipv6' },
      ]),
    ).toBeNull();
    const chosen = { ...web, kind: 'remote', port: 0 };
    expect(refusal([chosen, { ...chosen, host: 'other' }])).toBeNull();
    expect(refusal([chosen, chosen])).not.toBeNull();
  });

  it('refuse more than a hundred', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ ...web, port: 1000 + index }));
    expect(refusal(many)).toBe('Enter at most 100 forwards.');
  });
});
