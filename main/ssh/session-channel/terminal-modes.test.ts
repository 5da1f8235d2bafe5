import { describe, expect, it } from 'vitest';
import { trialsAtSshd } from '../testing/sshd-trials.ts';
import type { TrialOptions } from '../testing/transport-trial.ts';

describe("the modes of a real server's terminal", () => {
  const trial = trialsAtSshd();
  const modesWith = async (profile: TrialOptions['profile']) => {
    const { ended, output } = trial({ remoteCommand: 'stty -a', ...profile });
    await ended();
    return output();
  };

  it('are those of a terminal of today', async () => {
    const modes = await modesWith({});
    for (const mode of ['speed 38400 baud', ' erase = ^?;', ' iutf8']) expect(modes).toContain(mode);
    expect(modes).not.toContain('-iutf8');
  });

  it('follow what Backspace sends, and the character set', async () => {
    const modes = await modesWith({ backspaceKey: 'control-h', characterSet: 'koi8-r' });
    for (const mode of [' erase = ^H;', '-iutf8']) expect(modes).toContain(mode);
  });

  it('are those of the session where it has its own, and else what the server has', async () => {
    const modes = await modesWith({
      terminalModes: [
        { name: 'INTR', value: '^X' },
        { name: 'QUIT', value: 'none' },
        { name: 'ECHO', value: 'no' },
        { name: 'IUTF8', value: '' },
      ],
    });
    for (const mode of ['intr = ^X;', 'quit = <undef>;', ' -echo ', '-iutf8', ' erase = ^?;']) {
      expect(modes).toContain(mode);
    }
  });

  it('let its line editing take back a whole character of UTF-8', async () => {
    const { transport, opened, until, output } = trial({ remoteCommand: 'echo ready; read line; echo "<$line>"' });
    await opened();
    await until(() => output().includes('ready'));
    transport.write(Buffer.from('aあ\x7fb\r'));
    await until(() => output().includes('<ab>'));
    transport.close();
  });
});
