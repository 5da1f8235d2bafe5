import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../keepalive/testing/fake-clock.ts';
import { type SshPeer, startSshPeer } from '../testing/ssh-peer.ts';
import { tryTransport } from '../testing/transport-trial.ts';

const hour = 3_600_000;

describe('a server that falls silent in the login', () => {
  let peer: SshPeer;
  let asked = 0;
  beforeEach(async () => {
    asked = 0;
    peer = await startSshPeer({
      onAuthentication: (context) => {
        asked += 1;
        if (context.method === 'none') context.reject(['password']);
      },
    });
  });
  afterEach(() => peer.stop());

  const logIn = (clock = createFakeClock()) => {
    let answer: (text: string) => void = () => undefined;
    const trial = tryTransport({
      profile: { portNumber: peer.port, userName: 'ada', noShell: true },
      dependencies: { clock },
      answer: () => new Promise((resolve) => (answer = (text) => resolve({ kind: 'text', text }))),
    });
    return { ...trial, clock, answer: (text: string) => answer(text) };
  };

  it('is given up, so that a session that reconnects by itself tries again', async () => {
    const { until, prompts, ended, clock, answer, log } = logIn();
    await until(() => prompts.length === 1);
    answer('x');
    await until(() => log().includes('Trying password'));
    await expect.poll(() => asked).toBe(2);
    clock.advance(149_000);
    clock.advance(1000);
    expect(await ended()).toEqual({
      kind: 'refused',
      failure: expect.objectContaining({
        code: 'connection-timeout',
        message: '127.0.0.1 stopped answering during the login.',
        retryable: true,
      }),
    });
  });

  it('is not taken for one that waits for the user', async () => {
    const { until, prompts, events, clock, transport, ended } = logIn();
    await until(() => prompts.length === 1);
    clock.advance(hour);
    expect(events.map(({ kind }) => kind)).not.toContain('ended');
    transport.close();
    expect(await ended()).toEqual({ kind: 'disconnected' });
    await expect.poll(() => clock.pending()).toBe(0);
  });
});
