import { describe, expect, it } from 'vitest';
import { puttyText } from '#contract/forwards/forward-notation.ts';
import { settingKeys, settingOf } from '#contract/settings/settings-table.ts';
import { readText } from '../testing/read-text.ts';
import { teraTermReaders } from './settings.ts';

const settings = [
  '; a comment',
  '[Tera Term]',
  'Version=5.0',
  'TCPPort=2222',
  'TermType=xterm-256color',
  'TerminalSize=132,43',
  'ScrollBuffSize=20000',
  'VTFont=Consolas,0,-18,0',
  'CursorShape=vertical',
  'NonblinkingCursor=on',
  'AutoWinClose=off',
  'LogAutoStart=on',
  'LogTypePlainText=on',
  'LogDefaultName=&h-%Y%m%d_%H%M%S.log',
  'LogDefaultPath=C:\\logs\\',
  'LogAppend=on',
  'LogRotate=1',
  'LogRotateSize=2097152',
  'LogRotateSizeType=2',
  'Language=',
  '[TTSSH]',
  'Enabled=1',
  'HeartBeat=60',
  'DefaultUserName=ada',
  'DefaultRSAPrivateKeyFile=C:\\keys\\id_rsa',
  'Compression=6',
  'ForwardAgent=1',
  'UpdateHostkeys=2',
  'KexOrder=<5679:840123',
  'HostKeyOrder=74560',
  'CipherOrder=NML>=0<:987',
  'DefaultForwarding=L8080:localhost:80;D1080;Lnonsense;X',
];
const hosts = [
  '[Hosts]',
  'Host1=web.example.com',
  'Host2=gate.example.com:2200 /ssh /user=grace /keyfile=C:\\k /passwd=hush /future=1',
  'Host3=old.example.com /T=1',
  'Host4=[2001:db8::1]:22',
  'Host5=ssh://linus@kernel.example.org/',
  'Host6=telnet://bbs.example.com',
];

it('can read each setting that has a name of Tera Term', () => {
  const names = settingKeys.flatMap((key) => settingOf(key).teraTerm ?? []);
  const keys = names.map((name) => name.replace(/^\[TTSSH\] /, 'TTSSH/').toLowerCase());
  expect(keys.filter((key) => !teraTermReaders.has(key))).toEqual(['ttssh/defaultforwarding']);
});

describe('a TERATERM.INI without hosts', () => {
  const [session] = readText(settings.join('\r\n')).sessions;

  it('is one session with its settings', () => {
    expect(session).toMatchObject({ name: 'Tera Term', refused: null });
    expect(session?.changes).toMatchObject({
      portNumber: 2222,
      terminalType: 'xterm-256color',
      columns: 132,
      rows: 43,
      scrollbackLines: 20_000,
      fontFamily: 'Consolas',
      fontSize: 18,
      cursorStyle: 'bar',
      cursorBlink: false,
      closeOnExit: 'never',
      logType: 'printable',
      logFileName: 'C:\\logs\\&h-&Y&M&D_&T.log',
      logFileClash: 'append',
      logRotateMegabytes: 2,
      keepaliveSeconds: 60,
      userName: 'ada',
      keyFile: 'C:\\keys\\id_rsa',
      compression: true,
      agentForwarding: 'allow',
      updateHostKeys: 'ask',
      x11Forward: true,
    });
    expect(session?.changes.forwards?.map(puttyText)).toEqual(['L8080 localhost:80', 'D1080']);
  });

  it('keeps its orders, with what is switched off below the line', () => {
    expect(session?.changes.cipherOrder?.slice(0, 4)).toEqual([
      'chacha20-poly1305@openssh.com',
      'aes256-gcm@openssh.com',
      'aes128-gcm@openssh.com',
      'aes256-ctr',
    ]);
    expect(session?.changes.cipherOrder?.indexOf('aes128-ctr')).toBeGreaterThan(5);
    const { cipherOrder = [], hostKeyOrder = [], kexOrder = [] } = session?.changes ?? {};
    expect(cipherOrder.indexOf('3des-cbc')).toBeGreaterThan(cipherOrder.indexOf('WARN'));
    expect(hostKeyOrder[0]).toBe('ssh-ed25519');
    expect(kexOrder.slice(0, 2)).toContain('curve25519-sha256');
  });

  it('tells of what has no counterpart', () => {
    expect(session?.unmapped.map(({ key, value }) => `${key}=${value}`)).toEqual([
      'Version=5.0',
      '[TTSSH] Enabled=1',
      '[TTSSH] DefaultForwarding=Lnonsense',
    ]);
  });
});

describe('a TERATERM.INI with hosts', () => {
  const { kind, sessions } = readText(Buffer.from(`\uFEFF${[...settings, ...hosts].join('\r\n')}`, 'utf16le'));

  it('is a session for each, with what stands beside the host', () => {
    expect(kind).toBe('tera-term');
    expect(sessions.map(({ name }) => name)).toEqual([
      'web.example.com',
      'gate.example.com',
      'old.example.com',
      '2001:db8::1',
      'kernel.example.org',
      'bbs.example.com',
    ]);
    expect(sessions[0]?.changes).toMatchObject({ hostName: 'web.example.com', userName: 'ada', keepaliveSeconds: 60 });
    expect(sessions[1]?.changes).toMatchObject({ portNumber: 2200, userName: 'grace', keyFile: 'C:\\k' });
    expect(sessions[3]?.changes).toMatchObject({ hostName: '2001:db8::1', portNumber: 22 });
    expect(sessions[4]?.changes).toMatchObject({ hostName: 'kernel.example.org', userName: 'linus' });
  });

  it('refuses Telnet, and never shows a password', () => {
    expect(sessions.map(({ refused }) => refused !== null)).toEqual([false, false, true, false, false, true]);
    expect(sessions[1]?.unmapped[0]).toMatchObject({ key: '/passwd', value: '(not shown)' });
    expect(JSON.stringify(sessions)).not.toContain('hush');
  });
});
