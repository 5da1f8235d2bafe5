import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './command-line.ts';

const open = (load: string | null, changes: object, more: object = {}) => ({
  ok: true,
  value: {
    kind: 'open',
    load,
    changes,
    forwards: [],
    commandFile: null,
    passwordFile: null,
    verbose: false,
    terminal: null,
    ...more,
  },
});

describe('parseCommandLine', () => {
  it('opens the dialog when nothing is given', () => {
    expect(parseCommandLine([])).toEqual({ ok: true, value: { kind: 'dialog' } });
    expect(parseCommandLine(['--no-sandbox', '--disable-gpu', '--inspect'])).toMatchObject({
      value: { kind: 'dialog' },
    });
    expect(parseCommandLine(['--user-data-dir=/tmp/x', '-ssh'])).toEqual({ ok: true, value: { kind: 'dialog' } });
  });

  it("takes PuTTY's options", () => {
    expect(parseCommandLine(['-ssh', '-P', '2222', '-l', 'ada', '-i', 'key', 'example.com'])).toEqual(
      open(null, { portNumber: 2222, userName: 'ada', keyFile: 'key', hostName: 'example.com' }),
    );
    expect(parseCommandLine(['-load', 'My server'])).toEqual(open('My server', {}));
  });

  it.each([
    [['-sessionlog', 'a.log', 'host'], { logType: 'all', logFileName: 'a.log', hostName: 'host' }],
    [
      ['-sshlog', '&H.log', '-logappend', 'host'],
      { logType: 'packets', logFileName: '&H.log', logFileClash: 'append', hostName: 'host' },
    ],
    [
      ['-logoverwrite', '-sshrawlog', 'a.log', 'host'],
      { logType: 'raw', logFileName: 'a.log', logFileClash: 'overwrite', hostName: 'host' },
    ],
  ] as const)('takes the options of logs: %j', (args, changes) => {
    expect(parseCommandLine(args)).toEqual(open(null, changes));
  });

  it.each([
    [['-P', '0']],
    [['-P', '0x16', 'host']],
    [['-P', '99999', 'host']],
    [['-P']],
    [['-pw', 'secret', 'host']],
    [['-o', 'ProxyCommand=calc', 'host']],
    [['-sessionlog']],
    [['-sshlog', 'a\u0000b', 'host']],
    [['-L', '80', 'host']],
    [['-D', 'x', 'host']],
    [['-hostkey', 'none', 'host']],
    [['one', 'two']],
    [['--load', 'lab']],
    [['--port', '22', 'host']],
    [['host\u001b[2J']],
    [['a'.repeat(300)]],
  ])('refuses %j with a sentence', (args) => {
    const result = parseCommandLine(args);
    expect(result).toMatchObject({ ok: false, failure: { code: 'invalid-payload' } });
  });

  it('never repeats what was typed after a mistaken option, which may be a password', () => {
    expect(JSON.stringify(parseCommandLine(['-pw', 'hunter2', 'host']))).not.toContain('hunter2');
  });

  it("takes ssh's options, and the same one several times", () => {
    const words = '-L 8080:localhost:80 -L [::1]:8081:db:5432 -R 0:here:22 -D 1080 -N -C -X -a -A -6 -T host';
    expect(parseCommandLine(words.split(' '))).toEqual(
      open(
        null,
        {
          noShell: true,
          compression: true,
          x11Forward: true,
          agentForwarding: 'allow',
          addressFamily: 'ipv6',
          noPty: true,
          hostName: 'host',
        },
        {
          forwards: [
            { kind: 'local', family: 'auto', bindAddress: '', port: 8080, host: 'localhost', hostPort: 80 },
            { kind: 'local', family: 'auto', bindAddress: '::1', port: 8081, host: 'db', hostPort: 5432 },
            { kind: 'remote', family: 'auto', bindAddress: '', port: 0, host: 'here', hostPort: 22 },
            { kind: 'dynamic', family: 'auto', bindAddress: '', port: 1080 },
          ],
        },
      ),
    );
    const keys = ['-hostkey', `SHA256:${'a'.repeat(43)}`, '-hostkey', `SHA256:${'b'.repeat(43)}`];
    expect(parseCommandLine([...keys, '-i', 'one', '-i', 'two', '-i', 'three', 'host'])).toMatchObject(
      open(null, {
        manualHostKeys: `SHA256:${'a'.repeat(43)},SHA256:${'b'.repeat(43)}`,
        keyFile: 'one',
        moreKeyFiles: ['two', 'three'],
      }),
    );
    expect(parseCommandLine(['-J', 'ada@gate:2222,inner', 'host'])).toMatchObject({
      value: { changes: { proxyType: 'jump', jumpHosts: ['ada@gate:2222', 'inner'] } },
    });
    expect(parseCommandLine(['-proxycmd', 'nc %host %port', 'host'])).toMatchObject({
      value: { changes: { proxyType: 'command', proxyCommand: 'nc %host %port' } },
    });
    expect(parseCommandLine(['-keepalive', '30', '-m', 'script', '-pwfile', 'pw', '-v', 'host'])).toMatchObject({
      value: {
        changes: { keepaliveSeconds: 30, keepaliveChooseForMe: false },
        commandFile: 'script',
        passwordFile: 'pw',
        verbose: true,
      },
    });
  });

  it('takes the words after the host for a command, in a terminal alone', () => {
    const words = ['--no-gui', '-batch', 'host', 'curl', '--no-sandbox', 'https://x', '-pw', '--help'];
    expect(parseCommandLine(words)).toEqual(
      open(
        null,
        { hostName: 'host' },
        { terminal: { batch: true, command: 'curl --no-sandbox https://x -pw --help' } },
      ),
    );
    for (const args of [
      ['host', 'ls'],
      ['host', '--no-gui'],
      ['-batch', 'host'],
      ['--no-gui', '-m', 'f', 'host', 'ls'],
    ]) {
      expect(parseCommandLine(args)).toMatchObject({ ok: false });
    }
  });

  it('reads an ssh:// link that stands alone, and never one with options', () => {
    expect(parseCommandLine(['ssh://ada@example.com:2222'])).toMatchObject({
      value: { kind: 'link', link: { host: 'example.com', user: 'ada', port: 2222, leftOut: [] } },
    });
    for (const args of [
      ['-L', '1:a:1', 'ssh://host'],
      ['ssh://host', '-m', 'file'],
      ['ssh://host', 'ssh://host'],
      ['--no-gui', 'ssh://host'],
    ]) {
      const result = parseCommandLine(args);
      const isRefused = !result.ok || (args[0] === args[1] && result.value.kind === 'link');
      expect(isRefused).toBe(true);
    }
  });

  it('never repeats a password that stands in a link', () => {
    for (const link of ['ssh://ada:hunter2@example.com', 'telnet://ada:hunter2@example.com', 'ssh://a:hunter2@[x']) {
      expect(JSON.stringify(parseCommandLine([link]))).not.toContain('hunter2');
    }
  });

  it('survives 2,000 lines of rubbish', () => {
    const rubbish = [
      '--no-gui',
      '-L',
      '-hostkey',
      '-J',
      'ssh://h',
      '8080:a:80',
      '-load',
      '-P',
      '-l',
      '-i',
      '--help=',
      '-',
      '--',
      '',
      '\0',
      '__proto__',
      '-1',
      '22',
      'a@b@c',
      '[::1]:22',
      '%s',
    ];
    for (let seed = 1; seed <= 2000; seed += 1) {
      const args = Array.from(
        { length: seed % 6 },
        (_, i) => rubbish[(seed * 31 + i * seed * 7) % rubbish.length] as string,
      );
      const result = parseCommandLine(args);
      expect(result.ok ? '.' : result.failure.message).toMatch(/\.$/);
    }
  });
});
