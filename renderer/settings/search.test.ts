import { expect, it, onTestFinished } from 'vitest';
import { setLanguage } from '#contract/language/language.ts';
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

it.each([
  ['timeout', 'keepaliveSeconds'],
  ['freeze', 'keepaliveSeconds'],
  ['hang', 'keepaliveSeconds'],
  ['disconnect', 'keepaliveSeconds'],
  ['auto reconnect', 'whenLost'],
  ['copy', 'autoCopy'],
  ['paste', 'mousePaste'],
  ['mouse', 'mouseButtons'],
  ['beep', 'bellAction'],
  ['font size', 'fontSize'],
  ['utf-8', 'characterSet'],
  ['jump', 'jumpHosts'],
  ['key file', 'keyFile'],
  ['log', 'logType'],
  ['backspace', 'backspaceKey'],
  ['tunnel', 'forwards'],
  ['colors', 'colourScheme'],
  ['scrollb', 'scrollbackLines'],
])('finds %j, which people type, where they mean it', (query, key) => {
  expect(find(query)[0]).toBe(key);
});

it('finds what people type in Japanese', () => {
  setLanguage('ja');
  onTestFinished(() => setLanguage('en'));
  expect(find('タイムアウト')[0]).toBe('keepaliveSeconds');
  expect(find('文字化け')[0]).toBe('characterSet');
  expect(find('freeze')[0]).toBe('keepaliveSeconds');
});

it('takes no word for another that it ends', () => {
  expect(find('hang').slice(0, 2)).toEqual(['keepaliveSeconds', 'whenStalled']);
  expect(find('hang')).not.toContain('backspaceKey'); // whose group says "Change the sequences sent by:"
});

it('finds the settings of a panel by its name, after all others', () => {
  expect(find('selection')).toContain('pasteControls');
});

it('finds nothing for what is nowhere', () => {
  expect(find('no such thing')).toEqual([]);
});

it('finds only settings that are in the panels', () => {
  expect(findSettings(panelsFor('change', 'linux'), 'IdentityFile')).toEqual([]);
});
