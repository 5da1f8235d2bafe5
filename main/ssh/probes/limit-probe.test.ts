import { afterEach, describe, expect, it } from 'vitest';
import { success } from '#contract/failure.ts';
import { defaultProfile } from '#contract/profile/profile.ts';
import { type RouterMode, startRouter } from '../../../e2e/lab/router.ts';
import { type Sshd, type SshdOptions, startSshd } from '../../../e2e/lab/sshd.ts';
import { createLimitSearch } from '../../keepalive/limit-search.ts';
import { systemClock } from '../../keepalive/system-clock.ts';
import type { ProbeHost } from '../../session/ports/transport.ts';
import { createKeptPassphrases } from '../keys/kept-passphrases.ts';
import { createSshTransport } from '../ssh-transport.ts';
import { noHops } from '../testing/transport-trial.ts';
import { createLimitProbe } from './limit-probe.ts';
import { createHostProbe } from './probe-host.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const keep = <T extends { readonly stop: () => Promise<void> }>(part: T): T => {
  cleanups.push(part.stop);
  return part;
};

const sshdOf = async (options?: SshdOptions) => keep(await startSshd(options));

const routerTo = async (port: number, idleSeconds: number, mode: RouterMode) =>
  keep(await startRouter({ target: { host: '127.0.0.1', port }, idleSeconds, mode }));

/** Silent connections to the server by way of this port. */
const probeTo = (
  { userName, clientKey: keyFile }: Sshd,
  portNumber: number,
  probeHost: ProbeHost = createHostProbe({
    clock: systemClock,
    resolveHop: noHops.resolveHop,
    hasNetwork: () => true,
  }),
) =>
  createLimitProbe({
    openTransport: createSshTransport({
      hostKeys: {
        knownKeys: () => ({ types: [], hasAuthority: false }),
        learn: async () => null,
        check: async () => success('known'),
      },
      clock: systemClock,
      homeDir: '/nowhere',
      environment: {},
      findAgents: async () => [],
      passphrases: createKeptPassphrases(),
      x11: { display: null, authorityFile: '/nowhere', hostName: 'here' },
      ...noHops,
      notePassed: () => undefined,
    }),
    probeHost,
    clock: systemClock,
  })({ ...defaultProfile, hostName: '127.0.0.1', portNumber, userName, keyFile, tcpKeepalives: true }, async () => ({
    kind: 'cancel',
  }));

const request = (silentMs: number, steps: string[] = [], signal = new AbortController().signal) => ({
  silentMs,
  signal,
  onSilent: () => void (steps.at(-1) === 'silent' || steps.push('silent')),
  onChecking: () => steps.push('checking'),
});

const modes: readonly RouterMode[] = ['reset', 'silent'];

describe('a silent connection', () => {
  it.each(modes)('survives less than the limit of a router (%s), and is cut after it', async (mode) => {
    const sshd = await sshdOf();
    const router = await routerTo(sshd.port, 3, mode);
    const probe = probeTo(sshd, router.port);
    const steps: string[] = [];
    const [shorter, longer] = await Promise.all([probe(request(1500, steps)), probe(request(4500))]);
    expect(shorter).toEqual({ kind: 'survived' });
    expect(steps).toEqual(['silent', 'checking']);
    expect(longer).toEqual({ kind: 'cut', silentMs: 4500 });
    await expect.poll(() => router.stats().flows).toBe(0);
  });

  it('does not take an outage for a cut', async () => {
    const sshd = await sshdOf();
    const router = await routerTo(sshd.port, 1, 'reset');
    const probe = probeTo(sshd, router.port, async () => 'unanswered');
    expect(await probe(request(1500))).toMatchObject({ kind: 'failed', failure: { code: 'unreachable' } });
  });

  it('says why it was not let in', async () => {
    const sshd = await sshdOf();
    const stranger = { ...sshd, userName: 'nobody-here' };
    expect(await probeTo(stranger, sshd.port)(request(1000))).toMatchObject({
      kind: 'refused',
      failure: { code: 'authentication-refused' },
    });
  });

  it('notices that the server does not stay silent', async () => {
    const sshd = await sshdOf({ config: ['ClientAliveInterval 3'] });
    expect(await probeTo(sshd, sshd.port)(request(20_000))).toMatchObject({
      kind: 'disturbed',
      failure: { code: 'limit-unmeasurable', message: expect.stringMatching(/by itself after \d+ s/) },
    });
  });

  it('does not blame the path for a server that ends it', async () => {
    const sshd = await sshdOf();
    const end = { ...request(20_000), onSilent: () => sshd.killConnections() };
    expect(await probeTo(sshd, sshd.port)(end)).toMatchObject({
      kind: 'disturbed',
      failure: { code: 'limit-unmeasurable', message: expect.stringMatching(/the server did, not the path/) },
    });
  });

  it('disconnects when it is aborted', async () => {
    const sshd = await sshdOf();
    const router = await routerTo(sshd.port, 60, 'reset');
    const aborting = new AbortController();
    const silent = { ...request(20_000, [], aborting.signal), onSilent: () => aborting.abort() };
    expect(await probeTo(sshd, router.port)(silent)).toEqual({ kind: 'aborted' });
    await expect.poll(() => router.stats().flows).toBe(0);
    expect(await probeTo(sshd, router.port)(silent)).toEqual({ kind: 'aborted' });
  });
});

describe('a search over real connections', () => {
  it.concurrent.for([
    [3, 'reset', 2, 4],
    [3, 'silent', 2, 4],
    [6, 'reset', 4, 8],
    [6, 'silent', 4, 8],
  ] as const)('finds the limit of %d s of a router (%s)', { timeout: 60_000 }, async (searched, { expect }) => {
    const [idleSeconds, mode, below, above] = searched;
    const sshd = await startSshd();
    const router = await startRouter({ target: { host: '127.0.0.1', port: sshd.port }, idleSeconds, mode });
    const told: string[] = [];
    await new Promise<void>((resolve) => {
      const search = createLimitSearch({
        clock: systemClock,
        seconds: [1, 2, 4, 8, 16],
        pace: { most: 6, spacingMs: 100 },
        probe: probeTo(sshd, router.port),
        onSurvived: (ms) => told.push(`survived ${ms / 1000}`),
        onFatal: (ms) => told.push(`fatal ${ms / 1000}`),
        onChange: () => search.state().kind !== 'running' && resolve(),
      });
      search.start();
    });
    await expect.poll(() => router.stats().flows).toBe(0);
    await Promise.all([router.stop(), sshd.stop()]);
    expect(told).toContain(`survived ${below}`);
    expect(told.at(-1)).toBe(`fatal ${above}`);
  });
});
