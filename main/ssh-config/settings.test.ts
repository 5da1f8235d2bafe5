import { describe, expect, it } from 'vitest';
import type { ConfigFile } from './config-file.ts';
import { parseConfig } from './config-file.ts';
import { resolve } from './resolve.ts';
import { settingsOf } from './settings.ts';

const machine = { homeDir: '/home/ada', userName: 'ada', userId: 1000, hostName: 'desk.lan', environment: {} };

function settings(text: string) {
  const file: ConfigFile = parseConfig(text, '~/.ssh/config', () => []);
  const resolution = resolve([file], { host: 'web', user: null, port: null, machine, commandResults: null });
  if (resolution.kind === 'asks') throw new Error('It asks for a command.');
  return settingsOf(resolution.resolved);
}

describe('ServerAliveInterval 60 means the same here', () => {
  it('asks the server every 60 s, and disconnects after three questions without an answer', () => {
    expect(settings('ServerAliveInterval 60').changes).toEqual({
      hostName: 'web',
      aliveCheckSeconds: 60,
      aliveCheckCount: 3,
      whenStalled: 'disconnect',
    });
  });

  it('takes ServerAliveCountMax, before it or after it', () => {
    const wanted = { aliveCheckSeconds: 60, aliveCheckCount: 5 };
    expect(settings('ServerAliveInterval 60\nServerAliveCountMax 5').changes).toMatchObject(wanted);
    expect(settings('ServerAliveCountMax 5\nServerAliveInterval 1m').changes).toMatchObject(wanted);
  });

  it('asks nothing where it is 0, and then disconnects nobody', () => {
    expect(settings('ServerAliveInterval 0').changes).toEqual({ hostName: 'web', aliveCheckSeconds: 0 });
  });

  it('leaves null packets, which OpenSSH does not have, as the user set them', () => {
    expect(settings('ServerAliveInterval 60').changes).not.toHaveProperty('keepaliveSeconds');
  });
});

describe('the settings of a host', () => {
  it.each([
    ['AddressFamily inet6', { addressFamily: 'ipv6' }],
    ['ConnectTimeout 1m', { connectTimeoutSeconds: 60 }],
    ['ProxyJump ada@a:2222,b', { proxyType: 'jump', jumpHosts: ['ada@a:2222', 'b'] }],
    ['ProxyCommand nc %h %p 100%%', { proxyType: 'command', proxyCommand: 'nc web 22 100%%' }],
    ['TCPKeepAlive yes', { tcpKeepalives: true }],
    ['Compression yes', { compression: true }],
    ['RekeyLimit 1G 1h', { rekeyMegabytes: 1024, rekeyMinutes: 60 }],
    ['RekeyLimit 500M', { rekeyMegabytes: 500 }],
    ['RemoteCommand tmux new -A -s %n', { remoteCommand: 'tmux new -A -s web' }],
    ['SessionType none', { noShell: true }],
    [
      'SetEnv LANG=C "A=b c"',
      {
        environment: [
          { name: 'LANG', value: 'C' },
          { name: 'A', value: 'b c' },
        ],
      },
    ],
    ['IdentityFile /a\nIdentityFile /b\nIdentityFile /a', { keyFile: '/a', moreKeyFiles: ['/b'] }],
    ['IdentityFile none', { keyFile: '', moreKeyFiles: [], tryDefaultKeys: false }],
    ['IdentityFile ~/.ssh/%u', { keyFile: '/home/ada/.ssh/ada' }],
    ['PasswordAuthentication no', { tryPassword: false }],
    ['KbdInteractiveAuthentication no', { tryKeyboardInteractive: false }],
    ['PubkeyAuthentication no', { tryAgent: false, keyFile: '', tryDefaultKeys: false }],
    ['IdentityFile none', { keyFile: '', tryDefaultKeys: false }],
    ['CertificateFile ~/c-cert.pub', { certificateFile: '/home/ada/c-cert.pub' }],
    ['IdentitiesOnly yes', { identitiesOnly: true }],
    ['IdentityAgent none', { agentSocket: 'none' }],
    ['IdentityAgent ~/agent', { agentSocket: '/home/ada/agent' }],
    ['ForwardAgent yes', { agentForwarding: 'allow' }],
    ['HostKeyAlias cluster', { logicalHostName: 'cluster' }],
    ['StreamLocalBindUnlink yes', { replaceSocketFiles: true }],
    ['ForwardX11 yes', { x11Forward: true }],
    ['SendEnv LANG LC_*', { sentVariables: 'LANG LC_*' }],
    ['RequestTTY no', { noPty: true }],
    ['RemoteCommand top', { remoteCommand: 'top', noPty: true }],
    ['RemoteCommand top\nRequestTTY force', { remoteCommand: 'top', noPty: false }],
    ['PubkeyAuthentication no\nIdentityFile ~/x', { tryAgent: false, keyFile: '', tryDefaultKeys: false }],
    ['StrictHostKeyChecking yes', { hostKeyChecking: 'yes' }],
    ['UpdateHostKeys ask', { updateHostKeys: 'ask' }],
    ['UpdateHostKeys no', { updateHostKeys: 'no' }],
    ['UserKnownHostsFile ~/kh', { knownHostsFile: '/home/ada/kh' }],
  ])('take %s', (text, changes) => {
    expect(settings(text).changes).toMatchObject(changes);
  });

  it('are checked as if they were typed', () => {
    expect(settings('SetEnv A-B=1').remarks).toEqual([
      {
        file: '~/.ssh/config',
        line: 1,
        text: 'SetEnv is left out. A name has letters, digits and underscores, and does not begin with a digit.',
      },
    ]);
  });

  it('take forwards of all kinds together, and paths in them', () => {
    const text = 'LocalForward 8080 localhost:80\nDynamicForward [::1]:1080\nRemoteForward *:9000 [::1]:90\n';
    expect(settings(text).changes.forwards).toEqual([
      { kind: 'local', family: 'auto', bindAddress: '', port: 8080, host: 'localhost', hostPort: 80 },
      { kind: 'remote', family: 'auto', bindAddress: '*', port: 9000, host: '::1', hostPort: 90 },
      { kind: 'dynamic', family: 'auto', bindAddress: '::1', port: 1080 },
    ]);
    expect(settings('RemoteForward 9001\nLocalForward /run/%n 80:1\nLocalForward 80 /run/x').changes.forwards).toEqual([
      { kind: 'local', listenPath: '/run/web', host: '80', hostPort: 1 },
      { kind: 'local', family: 'auto', bindAddress: '', port: 80, path: '/run/x' },
      { kind: 'remote-dynamic', family: 'auto', bindAddress: '', port: 9001 },
    ]);
    const left = settings(`LocalForward 81 h:81\nLocalForward 80 /${'x'.repeat(200)}`);
    expect(left.changes.forwards).toHaveLength(1);
    expect(left.remarks.map((remark) => remark.text)).toEqual([expect.stringContaining('LocalForward 80 /xxx')]);
  });

  it('put algorithms that are named above the line, and the others below it', () => {
    const order = (text: string) => settings(text).changes.cipherOrder ?? [];
    const above = (text: string) => order(text).slice(0, order(text).indexOf('WARN'));
    expect(above('Ciphers aes256-ctr,aes128-ctr,unheard-of')).toEqual(['aes256-ctr', 'aes128-ctr']);
    expect(order('Ciphers aes256-ctr')).toHaveLength(order('Ciphers +3des-cbc').length);
    expect(above('Ciphers +3des-cbc').at(-1)).toBe('3des-cbc');
    expect(above('Ciphers ^3des-cbc')[0]).toBe('3des-cbc');
    expect(above('Ciphers -aes*')).toEqual(['chacha20-poly1305@openssh.com']);
  });

  it('tell where a value is taken as another, or one of several', () => {
    const told = (text: string) => settings(text).remarks.map((remark) => remark.text);
    expect(told('StrictHostKeyChecking no')[0]).toMatch(/no is taken as accept-new: a key that has changed is refused/);
    expect(told('CertificateFile /a\nCertificateFile /b')).toEqual(['CertificateFile counts once: /b is left out.']);
    expect(told('Ciphers unheard-of')).toEqual(['Ciphers unheard-of is not supported, and has no effect here.']);
  });
});
