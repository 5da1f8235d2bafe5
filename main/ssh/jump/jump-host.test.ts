import { expect, it } from 'vitest';
import { parseJumpHost } from './jump-host.ts';

it.each([
  ['gate', { host: 'gate', port: 22, user: null }],
  ['ada@gate', { host: 'gate', port: 22, user: 'ada' }],
  ['ada@gate.example:2222', { host: 'gate.example', port: 2222, user: 'ada' }],
  ['a@b@gate', { host: 'gate', port: 22, user: 'a@b' }],
  ['10.0.0.1:22', { host: '10.0.0.1', port: 22, user: null }],
  ['[2001:db8::1]:2222', { host: '2001:db8::1', port: 2222, user: null }],
  ['ada@2001:db8::1', { host: '2001:db8::1', port: 22, user: 'ada' }],
  ['fe80::1%eth0', { host: 'fe80::1%eth0', port: 22, user: null }],
  ['  gate ', { host: 'gate', port: 22, user: null }],
])('reads "%s"', (text, expected) => {
  expect(parseJumpHost(text)).toEqual(expected);
});

it.each([
  '',
  'a b',
  'gate:',
  'gate:0',
  'gate:65536',
  'gate:ssh',
  '@gate:',
  'ada@',
  '-oProxyCommand=x',
  '[::1',
  'a:b:c',
])('refuses "%s"', (text) => {
  expect(parseJumpHost(text)).toBeNull();
});
