import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sshd, startSshd } from '../../e2e/lab/sshd.ts';
import { type TrialOptions, tryTransport } from './transport-trial.ts';

describe('a session with a real sshd', () => {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd({ config: ['AcceptEnv LC_*'] });
  });
  afterAll(() => sshd.stop());

  const trial = (profile: TrialOptions['profile'] = {}) =>
    tryTransport({ profile: { portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey, ...profile } });

  it('opens a shell, and tells how it came about', async () => {
    const { transport, opened, until, output, events, ended, log } = trial();
    await opened();
    transport.write(Buffer.from('echo sum=$((40+2)) $TERM; stty size\n'));
    await until(() => output().includes('sum=42 xterm-256color') && output().includes('24 80'));
    transport.close();
    expect(await ended()).toEqual({ kind: 'disconnected' });
    const kinds = events.map((event) => (event.kind === 'phase' ? event.phase : event.kind));
    const steps = ['resolving', 'tcp', 'handshake', 'authenticating', 'authenticated', 'open', 'data', 'ended'];
    expect([...new Set(kinds)].filter((kind) => steps.includes(kind))).toEqual(steps);
    expect(log()).toBe('');
  });
});
