import { expect, it } from 'vitest';
import { panelsFor } from './panels.ts';
import { findSettings } from './search.ts';

const find = (query: string) => findSettings(panelsFor('new', 'linux'), query);

it.each([
  ['SshNoShell', 'noShell'],
  ['PingIntervalSecs', 'keepaliveSeconds'],
  ['HeartBeat', 'keepaliveSeconds'],
  ['ServerAliveInterval', 'aliveCheckSeconds'],
  ['ServerAliveCountMax', 'aliveCheckCount'],
  ['identityfile', 'keyFile'],
  ['keepalives seconds', 'keepaliveSeconds'],
  ['nagle', 'tcpNoDelay'],
  ['acceptenv', 'environment'],
])('finds %j by its words, by its names elsewhere, and by its help', (query, key) => {
  expect(find(query)[0]).toBe(key);
});

it('finds nothing for what is nowhere', () => {
  expect(find('no such thing')).toEqual([]);
});

it('finds only settings that are in the panels', () => {
  expect(findSettings(panelsFor('change', 'linux'), 'IdentityFile')).toEqual([]);
});
