import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { failed, success } from '#contract/failure.ts';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { freePort, loopback } from '../../../e2e/lab/tcp.ts';
import { createHopKeepalive } from '../../keepalive/hop-keepalive.ts';
import { clockOf, trusting } from '../testing/transport-trial.ts';
import { type JumpLab, profileTo, startJumpLab } from './testing/jump-lab.ts';

describe('a session over jump hosts, one of which fails,', () => {
  let lab: JumpLab;
  const clock = clockOf();
  beforeAll(async () => {
    lab = await startJumpLab(clock);
  });
  afterAll(() => lab.stop());
  afterEach(() => expect.poll(clock.pending, { timeout: 10_000 }).toBe(0));

  it('stops at a jump host whose key is refused, and tells nothing to it', async () => {
    const failure = { code: 'host-key-changed', message: 'The key is another one.', retryable: false } as const;
    const hostKeys = {
      ...trusting,
      check: async ({ port }: { readonly port: number }) =>
        port === lab.middle.port ? failed(failure) : success('known' as const),
    };
    const { ended } = lab.trial({}, { dependencies: { hostKeys } });
    expect(await ended()).toEqual({
      kind: 'refused',
      failure: { ...failure, message: 'At jump host middle (2 of 3): The key is another one.' },
    });
    expect(lab.middle.log()).not.toContain('Accepted publickey');
  });

  it.each([
    ['gate', 0],
    ['middle', 1],
    ['inner', 2],
  ] as const)('is lost with %s, and says so', async (name, index) => {
    const { opened, ended } = lab.trial();
    await opened();
    lab.servers[index].killConnections();
    expect(await ended()).toMatchObject({
      kind: 'lost',
      at: name,
      failure: { message: expect.stringContaining(`At jump host ${name} (${index + 1} of 3): `) },
    });
  });

  it('is given up where a jump host stays silent, if its settings want that', async () => {
    const strict = (name: string) => {
      const profile = lab.saved(name);
      return profile && { ...profile, aliveCheckSeconds: 1, aliveCheckCount: 1, whenStalled: 'disconnect' as const };
    };
    const keepHopAlive = createHopKeepalive(clock);
    const { opened, ended } = lab.trial({}, { dependencies: { keepHopAlive, resolveHop: strict } });
    await opened();
    lab.gate.freeze();
    const cause = await ended();
    lab.gate.thaw();
    expect(cause).toMatchObject({
      kind: 'lost',
      failure: { code: 'connection-timeout', message: expect.stringContaining('answered no alive check') },
    });
  });

  it('says what a jump host does not allow, and what it cannot reach', async () => {
    const forbidden = lab.trial({ jumpHosts: ['gate', 'inner'] });
    expect(await forbidden.ended()).toMatchObject({
      failure: {
        code: 'channel-refused',
        message: expect.stringContaining('gate (1 of 2) does not allow connections'),
      },
    });
    const free = await startSshd();
    const portNumber = await freePort();
    const nowhere = lab.trial(
      { jumpHosts: ['free'], portNumber },
      { dependencies: { resolveHop: () => profileTo(free) } },
    );
    expect(await nowhere.ended()).toMatchObject({
      failure: { code: 'unreachable', message: expect.stringContaining(`free could not connect to ${loopback}, port`) },
    });
    await free.stop();
  });

  it('says which jump host cannot be reached', async () => {
    const portNumber = await freePort();
    const { ended } = lab.trial(
      { jumpHosts: ['gone', 'middle'] },
      { dependencies: { resolveHop: () => ({ ...profileTo(lab.gate), portNumber }) } },
    );
    expect(await ended()).toMatchObject({ failure: { code: 'route-invalid' } });
    const one = lab.trial(
      { jumpHosts: ['gone'] },
      { dependencies: { resolveHop: () => ({ ...profileTo(lab.gate), portNumber }) } },
    );
    expect(await one.ended()).toMatchObject({
      failure: { code: 'connection-refused', message: expect.stringContaining('At jump host gone: 127.0.0.1 refused') },
    });
  });

  it('says which jump host refused the login', async () => {
    const stranger = (name: string) => {
      const profile = lab.saved(name);
      return name === 'middle' && profile ? { ...profile, keyFile: lab.target.clientKey } : profile;
    };
    const { ended, prompts } = lab.trial({}, { dependencies: { resolveHop: stranger } });
    expect(await ended()).toMatchObject({
      failure: { code: 'authentication-refused', message: expect.stringMatching(/^At jump host middle \(2 of 3\): /) },
    });
    expect(prompts).toEqual([]);
  });
});
