import { describe, expect, it } from 'vitest';
import { readText } from '../testing/read-text.ts';
import { parseRegistryFile } from './registry-file.ts';

/** As `reg.exe export HKCU\Software\SimonTatham\PuTTY` writes it. */
const exported = [
  'Windows Registry Editor Version 5.00',
  '',
  '[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY]',
  '',
  '[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions]',
  '',
  '[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\Default%20Settings]',
  '"Present"=dword:00000001',
  '"HostName"=""',
  '"Protocol"="ssh"',
  '',
  '[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\b%FCro%20%25]',
  '"HostName"="büro.example.com"',
  '"Protocol"="ssh"',
  '"PortNumber"=dword:00000816',
  '"PingIntervalSecs"=dword:0000003c',
  '"LogFileClash"=dword:ffffffff',
  '"PublicKeyFile"="C:\\\\Users\\\\ada\\\\my \\"key\\".ppk"',
  '"RemoteCommand"=hex(2):74,00,6d,00,75,00,\\',
  '  78,00,00,00',
  '"Unused"=hex:00,01',
  '',
  '[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\SshHostKeys]',
  '"ssh-ed25519@22:host"="0x1,0x2"',
  '',
].join('\r\n');

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe.each([
  ['UTF-16 with a mark, as Windows writes it', utf16(exported)],
  ['UTF-16 without one', Buffer.from(exported, 'utf16le')],
  ['UTF-8', Buffer.from(exported)],
  [
    'REGEDIT4 in ANSI',
    Buffer.from(
      exported
        .replace('Windows Registry Editor Version 5.00', 'REGEDIT4')
        .replace(/74,00.*\r\n.*78,00,00,00/, '74,6d,75,78,00'),
      'latin1',
    ),
  ],
])('an export of PuTTY in %s', (_how, bytes) => {
  const { kind, sessions, hostKeys } = readText(bytes);

  it('has its sessions under their own names', () => {
    expect(kind).toBe('putty');
    expect(sessions.map(({ name }) => name)).toEqual(['büro %', 'Default Settings']);
  });

  it('has their settings', () => {
    expect(sessions[0]?.changes).toMatchObject({
      hostName: 'büro.example.com',
      portNumber: 2070,
      keepaliveSeconds: 60,
      keyFile: 'C:\\Users\\ada\\my "key".ppk',
      remoteCommand: 'tmux',
    });
    expect(sessions[0]?.unmapped).toEqual([]);
  });

  it('has its host keys', () => {
    expect(hostKeys).toEqual(['ssh-ed25519@22:host 0x1,0x2']);
  });
});

it('is read as far as it goes where it is cut off', () => {
  for (let length = 0; length < exported.length; length += 7) {
    expect(() => parseRegistryFile(exported.slice(0, length))).not.toThrow();
  }
  const cut = exported.slice(0, exported.indexOf('"LogFileClash"') + 20);
  expect(readText(utf16(cut)).sessions[0]?.changes.keepaliveSeconds).toBe(60);
});
