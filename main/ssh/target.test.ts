import { describe, expect, it } from 'vitest';
import { keyPlaceOf, targetOf } from './target.ts';

const target = (hostName: string, userName = '') => targetOf({ hostName, userName, portNumber: 2222 });

describe('the target of a session', () => {
  it('is the host and port of the profile, with nobody to log in as', () => {
    expect(target('example.com')).toEqual({ host: 'example.com', port: 2222, user: null });
  });

  it('takes the user from user@host', () => {
    expect(target(' ada@example.com ')).toEqual({ host: 'example.com', port: 2222, user: 'ada' });
    expect(target('ada@corp@example.com').user).toBe('ada@corp');
  });

  it('prefers the auto-login username', () => {
    expect(target('ada@example.com', 'grace')).toEqual({ host: 'example.com', port: 2222, user: 'grace' });
  });

  it('understands IPv6 addresses with and without brackets', () => {
    expect(target('ada@[::1]').host).toBe('::1');
    expect(target('2001:db8::1').host).toBe('2001:db8::1');
  });

  it('asks for the user where none is before the @', () => {
    expect(target('@example.com')).toEqual({ host: 'example.com', port: 2222, user: null });
  });
});

it.each([
  ['', { host: 'gate', port: 2222 }],
  ['cluster', { host: 'cluster', port: 22 }],
  ['cluster:2022', { host: 'cluster', port: 2022 }],
  ['[cluster]:2022', { host: 'cluster', port: 2022 }],
  ['2001:db8::1', { host: '2001:db8::1', port: 22 }],
  ['[2001:db8::1]', { host: '2001:db8::1', port: 22 }],
  ['[2001:db8::1]:2022', { host: '2001:db8::1', port: 2022 }],
])('the host key is looked up under the logical name %j', (logicalHostName, place) => {
  const gate = { host: 'gate', port: 2222, user: 'ada' };
  expect(keyPlaceOf(gate, { logicalHostName })).toEqual({ ...gate, ...place });
});
