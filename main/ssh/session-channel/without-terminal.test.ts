import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { type TrialOptions, tryTransport } from '../testing/transport-trial.ts';

describe('a session without a pseudo-terminal, with a real sshd', () => {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd();
  });
  afterAll(() => sshd.stop());

  const trial = (profile: TrialOptions['profile']) =>
    tryTransport({
      profile: { portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey, noPty: true, ...profile },
      dependencies: { environment: { LC_HOLDFAST: 'sent', SECRET: 'kept' } },
    });
  const type = (transport: ReturnType<typeof trial>['transport'], text: string) => transport.write(Buffer.from(text));

  it('gives the program none, shows what is typed, and sends it by lines', async () => {
    const { transport, opened, until, output, ended } = trial({ remoteCommand: 'tty; read x; echo got=$x' });
    await opened();
    await until(() => output().includes('not a tty\r\n'));
    type(transport, 'helo\x7flo\r');
    await until(() => output().includes('got=hello\r\n'));
    expect(output()).toContain('helo\b \blo\r\n');
    expect(await ended()).toMatchObject({ kind: 'exited', code: 0 });
  });

  it('ends the input of the program with Ctrl+D', async () => {
    const { transport, opened, until, output, ended } = trial({ remoteCommand: 'cat; echo over' });
    await opened();
    type(transport, 'line\r');
    await until(() => output().includes('line\r\nline\r\n'));
    type(transport, '\x04');
    await until(() => output().includes('over'));
    expect(await ended()).toMatchObject({ kind: 'exited', code: 0 });
  });

  it('is over with Ctrl+C, as with ssh', async () => {
    const { transport, opened, until, output, ended } = trial({ remoteCommand: 'echo runs; exec sleep 20' });
    await opened();
    await until(() => output().includes('runs'));
    type(transport, '\x03');
    expect(await ended()).toEqual({ kind: 'exited', code: null, signal: 'INT' });
  });

  it("sends this computer's variables that were asked for, and no others", async () => {
    const remoteCommand = 'echo "[$LC_HOLDFAST][$SECRET]"';
    const { opened, until, output, log } = trial({ remoteCommand, sentVariables: 'LC_*' });
    await opened();
    await until(() => output().includes(']'));
    expect(output()).toContain('[sent][]');
    expect(log()).toContain('Sent 1 environment variable.');
  });
});
