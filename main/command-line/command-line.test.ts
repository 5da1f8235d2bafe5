import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './command-line.ts';

const open = (load: string | null, changes: object) => ({ ok: true, value: { kind: 'open', load, changes } });

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
    [['-P', '0']],
    [['-P', '0x16', 'host']],
    [['-P', '99999', 'host']],
    [['-P']],
    [['-pw', 'secret', 'host']],
    [['-o', 'ProxyCommand=calc', 'host']],
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

  it.each(['ssh://ada:hunter2@example.com', 'SSH://example.com', 'telnet://example.com'])(
    'does not take the link %s for a host name, nor repeat a password in it',
    (link) => {
      const result = parseCommandLine([link]);
      expect(result).toMatchObject({ ok: false, failure: { message: expect.stringContaining('Links') } });
      expect(JSON.stringify(result)).not.toContain('hunter2');
    },
  );

  it('survives 2,000 lines of rubbish', () => {
    const rubbish = [
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
      expect(result.ok || result.failure.message.endsWith('.')).toBe(true);
    }
  });
});
