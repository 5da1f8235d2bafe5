import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { settingKeys, settingOf, settingsTable } from '#contract/settings/settings-table.ts';
import { puttyChoices } from './choices.ts';
import { homeless } from './homeless.ts';
import { specials } from './specials.ts';
import { changedKeys } from './testing/changed-keys.ts';
import { puttyChanges, puttySession, realSession } from './testing/putty-session.ts';

describe('a session that the real PuTTY saved with nothing but a host', () => {
  const session = realSession('nothing%20but%20a%20host');

  it('has its name and host, and nothing that is left out', () => {
    expect(session).toMatchObject({ name: 'nothing but a host', unmapped: [], refused: null });
    expect(session.changes).toMatchObject({ hostName: 'host.example.com', portNumber: 22, keepaliveSeconds: 0 });
  });

  it('keeps what Holdfast begins with, which nobody chose in PuTTY either', () => {
    const differing = settingKeys.filter((key) => {
      const value = session.changes[key];
      return value !== undefined && JSON.stringify(value) !== JSON.stringify(defaultProfile[key]);
    });
    const clipboards = ['autoCopy', 'mousePaste', 'insertKeys'];
    expect(differing).toEqual(['hostName', 'separateIconTitle', ...clipboards, 'keepaliveSeconds']);
  });

  it('does not lose its tab with its connection, as PuTTY for Unix has it unless told otherwise', () => {
    expect(session.changes).not.toHaveProperty('closeOnExit');
  });
});

describe('a session that the real PuTTY saved with every key changed', () => {
  const { changes, unmapped } = realSession('every%20key%20changed');

  it('sets each setting that PuTTY has, too', () => {
    expect(changes).toMatchObject({
      hostName: 'gate.example.com',
      portNumber: 2222,
      userName: 'ada',
      closeOnExit: 'never',
      keepaliveSeconds: 125,
      tcpNoDelay: false,
      tcpKeepalives: true,
      addressFamily: 'ipv6',
      terminalType: 'putty-256color',
      environment: [
        { name: 'LANG', value: 'de_DE.UTF-8' },
        { name: 'PATHS', value: 'a,b' },
      ],
      proxyType: 'socks5',
      proxyHost: 'socks.example.com',
      proxyPort: 1080,
      proxyUserName: 'proxy-user',
      proxyDns: 'yes',
      proxyLocalhost: true,
      proxyExcludeList: '*.example.org,10.0.0.0/8',
      proxyCommand: 'connect to %host:%port\\n',
      compression: true,
      remoteCommand: 'tmux attach',
      noShell: true,
      rekeyMinutes: 30,
      rekeyMegabytes: 512,
      displayBanner: false,
      tryAgent: false,
      tryKeyboardInteractive: false,
      agentForwarding: 'allow',
      keyFile: '/home/ada/.ssh/id.ppk',
      certificateFile: '/home/ada/.ssh/id-cert.pub',
      preferKnownHostKeys: false,
      manualHostKeys: 'SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      terminalModes: [
        { name: 'ERASE', value: '^H' },
        { name: 'IUTF8', value: '1' },
      ],
      x11Forward: true,
      x11Display: 'localhost:5',
      x11AuthorityFile: '/home/ada/.Xauthority',
      localPortsAcceptAll: true,
      remotePortsAcceptAll: true,
      columns: 132,
      rows: 43,
      scrollbackLines: 5000,
      cursorStyle: 'bar',
      cursorBlink: true,
      palette: expect.objectContaining({ background: '#0a141e' }),
      fontFamily: 'DejaVu Sans Mono',
      fontSize: 16,
      chokesOnIgnore: true,
    });
    const listed = settingKeys.filter((key) => Object.keys(changedKeys).includes(settingOf(key).putty ?? ''));
    for (const key of listed) expect(changes[key], key).not.toEqual(defaultProfile[key]);
  });

  it('brings its forwards', () => {
    expect(changes.forwards).toHaveLength(4);
    expect(changes.forwards).toContainEqual({
      kind: 'local',
      family: 'ipv4',
      bindAddress: '127.0.0.1',
      port: 8081,
      host: '::1',
      hostPort: 81,
    });
  });

  it('brings its orders of algorithms, and the line', () => {
    expect(changes.hostKeyOrder?.slice(0, 3)).toEqual(['rsa-sha2-512', 'rsa-sha2-256', 'ssh-ed25519']);
    // PuTTY 0.78 does not know the first, which goes where Holdfast has it.
    expect(changes.kexOrder?.slice(0, 2)).toEqual(['mlkem768x25519-sha256', 'diffie-hellman-group16-sha512']);
    expect(changes.cipherOrder?.[0]).toBe('chacha20-poly1305@openssh.com');
  });

  it('tells of each key that has no counterpart, with a reason, and of no other', () => {
    const keys = unmapped.map(({ key }) => key).sort();
    const mapped = new Set(settingKeys.map((key) => settingOf(key).putty));
    const expected = Object.keys(changedKeys).filter((key) => homeless.has(key) && !mapped.has(key));
    expect(keys).toEqual([...expected, 'ProxyPassword'].sort());
    for (const { reason } of unmapped) expect(reason).toMatch(/\.$/);
  });

  it('never shows a password', () => {
    expect(JSON.stringify([changes, unmapped])).not.toContain('hush');
  });
});

const modes = (...pairs: readonly (readonly [name: string, value: string])[]) => ({
  terminalModes: pairs.map(([name, value]) => ({ name, value })),
});

it.each([
  [{ PingInterval: '1', PingIntervalSecs: '5' }, { keepaliveSeconds: 65 }],
  [{ PingInterval: '2' }, { keepaliveSeconds: 120 }],
  [{ TerminalModes: 'CS7=A,ERASE=N,ECHO=N,PARENB=V' }, modes(['ERASE', ''], ['PARENB', 'no'])],
  [{ TerminalModes: 'QUIT=V,INTR=V^X' }, modes(['QUIT', 'none'], ['INTR', '^X'])],
  [{ CloseOnExit: '0' }, { closeOnExit: 'never' }],
  [{ CloseOnExit: '1' }, { closeOnExit: 'clean' }],
  [{ CloseOnExit: '2' }, { closeOnExit: 'always' }],
  [
    { LocalEcho: '0', LocalEdit: '1' },
    { localEcho: 'on', localEditing: 'off' },
  ],
  [
    { LocalEcho: '2', LocalEdit: '2' },
    { localEcho: 'auto', localEditing: 'auto' },
  ],
  [{ BackspaceIsDelete: '0' }, { backspaceKey: 'control-h' }],
  [
    { LinuxFunctionKeys: '5', RXVTHomeEnd: '1' },
    { functionKeys: 'sco', homeEndKeys: 'rxvt' },
  ],
  [{ ApplicationKeypad: '1', NetHackKeypad: '0' }, { keypadMode: 'application' }],
  [{ ApplicationKeypad: '0', NetHackKeypad: '1' }, { keypadMode: 'nethack' }],
  [{ Answerback: 'xterm' }, { answerback: 'xterm' }],
  [{ ProxyDNS: '0' }, { proxyDns: 'no' }],
  [{ ProxyDNS: '1' }, { proxyDns: 'auto' }],
  [{ ProxyDNS: '2' }, { proxyDns: 'yes' }],
  [{ BugIgnore2: '0' }, { chokesOnIgnore: false }],
  [{ BugIgnore2: '1' }, { chokesOnIgnore: false }],
  [{ BugIgnore2: '2' }, { chokesOnIgnore: true }],
  [{ ProxyType: '1' }, { proxyType: 'http' }],
  [{ ProxyType: '2' }, { proxyType: 'socks5' }],
  [{ ProxyType: '2', ProxySOCKSVersion: '4' }, { proxyType: 'socks4' }],
  [{ ProxyType: '3' }, { proxyType: 'telnet' }],
  [{ ProxyType: '4' }, { proxyType: 'command' }],
  [{ ProxyType: '4', ProxyMethod: '3' }, { proxyType: 'http' }],
  [
    { ProxyMethod: '6', ProxyHost: 'gate', ProxyPort: '2200', ProxyUsername: 'ada' },
    { proxyType: 'jump', jumpHosts: ['ada@gate:2200'] },
  ],
  [{ HostName: 'ada@host.example.com' }, { hostName: 'host.example.com', userName: 'ada' }],
  [{ HostName: '[::1]' }, { hostName: '::1' }],
  [{ HostName: ' host:99 ' }, { hostName: 'host' }],
  [{ RekeyBytes: '100k' }, { rekeyMegabytes: 1 }],
  [{ RekeyBytes: '0' }, { rekeyMegabytes: 0 }],
  [
    { Font: 'Consolas', FontHeight: '12' },
    { fontFamily: 'Consolas', fontSize: 16 },
  ],
])('reads %j as %j', (keys, changes) => {
  expect(puttyChanges(keys)).toMatchObject(changes);
});

it.each([
  [{ LocalEcho: '3' }, 'LocalEcho'],
  [{ BugMaxPkt2: '1' }, 'BugMaxPkt2'],
  [{ BugDropStart: '2' }, 'BugDropStart'],
  [{ ProxyMethod: '8' }, 'ProxyMethod'],
  [{ PortNumber: '70000' }, 'PortNumber'],
  [{ PortNumber: 'ssh' }, 'PortNumber'],
  [{ AddressFamily: '9' }, 'AddressFamily'],
  [{ PingInterval: '9999' }, 'PingIntervalSecs'],
  [{ FontName: 'server:9x15' }, 'FontName'],
  [{ FutureKey: 'x' }, 'FutureKey'],
  [{ Environment: '1A=x' }, 'Environment'],
])('tells of %j, and reads the rest', (keys, key) => {
  const { unmapped, changes } = puttySession({ TermWidth: '100', ...keys });
  expect(unmapped.map((one) => one.key)).toEqual([key]);
  expect(changes.columns).toBe(100);
});

it.each(['FutureKey', 'LineCodePage', 'TerminalType', 'Cipher'])(
  'tells of a long value by its beginning: %s',
  (key) => {
    const [told] = puttySession({ [key]: 'x'.repeat(5000) }).unmapped;
    expect(told?.key).toBe(key);
    expect(told?.value).toMatch(/^x{200,300}…$/);
  },
);

it.each([
  { Answerback: 'PuTTY', LinuxFunctionKeys: '0', RXVTHomeEnd: '0', ShiftedArrowKeys: '0', OSXOptionMeta: '1' },
  { BugMaxPkt2: '0', BugDropStart: '1' },
  { SerialSpeed: '115200', PassiveTelnet: '1' },
  {
    KEX: 'ecdh,dh-gex-sha1,dh-group14-sha1,rsa,WARN,dh-group1-sha1',
    Cipher: 'aes,chacha20,3des,WARN,des,blowfish,arcfour',
  },
  { KEX: 'mlkem-curve25519,ntru-curve25519,ecdh,dh-gex-sha1,dh-group14-sha1,rsa,WARN,dh-group1-sha1' },
])('says nothing of %j, at which nobody has turned', (keys) => {
  const { unmapped, changes } = puttySession(keys);
  expect(unmapped).toEqual([]);
  expect(changes).not.toHaveProperty('kexOrder');
});

it.each(['telnet', 'serial', 'raw', 'rlogin', 'supdup', ''])('refuses a session by "%s"', (Protocol) => {
  expect(puttySession({ Protocol }).refused).toMatch(/Holdfast speaks only SSH\.$/);
});

it('can read each setting that has a name of PuTTY', () => {
  const special = new Set(specials.flatMap(({ keys }) => keys));
  const rows = settingKeys.map(settingOf).filter(({ putty }) => putty !== null && !special.has(putty));
  const choices = rows.filter(({ type }) => type === 'choice').map(({ putty }) => putty);
  expect(choices.filter((key) => key !== null && !Object.hasOwn(puttyChoices, key))).toEqual([]);
  const readable = ['text', 'toggle', 'integer', 'choice', 'order', 'forwards'];
  expect(rows.filter(({ type }) => !readable.includes(type))).toEqual([]);
});

it('knows no key as homeless that has a setting', () => {
  const mapped = Object.values(settingsTable).map(({ putty }) => putty as string | null);
  expect([...homeless.keys()].filter((key) => mapped.includes(key))).toEqual([]);
});
