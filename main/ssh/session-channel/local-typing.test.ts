import { describe, expect, it } from 'vitest';
import { trialsAtSshd } from '../testing/sshd-trials.ts';

describe('typing at a real sshd', () => {
  const trial = trialsAtSshd();
  const type = (transport: ReturnType<typeof trial>['transport'], text: string) => transport.write(Buffer.from(text));
  /** Says what comes, as it comes: a terminal in raw mode makes nothing of it. */
  const reader = 'stty raw -echo; echo ready; exec cat -v';

  it('is shown here where that is forced, while the keys go on one by one', async () => {
    const { transport, opened, until, output } = trial({ remoteCommand: reader, localEcho: 'on' });
    await opened();
    await until(() => output().includes('ready'));
    type(transport, 'a');
    await until(() => output().includes('aa'));
    transport.setTyping({ localEcho: 'auto', localEditing: 'auto' });
    type(transport, 'b');
    await until(() => output().includes('b'));
    // The server answers in order: with this one, all that it says of the other is there.
    transport.setTyping({ localEcho: 'on', localEditing: 'auto' });
    type(transport, 'c');
    await until(() => output().includes('cc'));
    expect(output()).toMatch(/aabcc$/);
    transport.close();
  });

  it('is kept here until Enter where that is forced, and sent as a terminal would', async () => {
    const { transport, opened, until, output } = trial({
      remoteCommand: reader,
      localEcho: 'on',
      localEditing: 'on',
    });
    await opened();
    await until(() => output().includes('ready'));
    type(transport, 'ac\x7fb');
    await until(() => output().includes('ac\b \bb'));
    expect(output()).not.toContain('ab');
    type(transport, '\r');
    await until(() => output().includes('\r\nab^M'));
    type(transport, 'gone\x03');
    await until(() => output().endsWith('^C\r\n^C'));
    expect(output().match(/gone/g)).toHaveLength(1);
    transport.close();
  });

  it('is not shown where that is forced off, also without a pseudo-terminal', async () => {
    const { transport, opened, until, output } = trial({
      remoteCommand: 'read x; echo got=$x; read y; echo got=$y',
      noPty: true,
      localEcho: 'off',
    });
    await opened();
    type(transport, 'hidden\r');
    await until(() => output().includes('got=hidden'));
    expect(output().match(/hidden/g)).toHaveLength(1);
    type(transport, 'half');
    transport.setTyping({ localEcho: 'off', localEditing: 'off' });
    type(transport, ' more\n');
    await until(() => output().includes('got=half more'));
    transport.close();
  });
});
