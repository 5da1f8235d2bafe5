import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { success } from '#contract/failure.ts';
import { startRouter } from '../../../e2e/lab/router.ts';
import { loopback } from '../../../e2e/lab/tcp.ts';
import { createHopKeepalive } from '../../keepalive/hop-keepalive.ts';
import { createHostKeyPolicy } from '../host-keys/known-hosts-policy.ts';
import { clockOf, trusting } from '../testing/transport-trial.ts';
import { type JumpLab, startJumpLab } from './testing/jump-lab.ts';

describe('a session over three jump hosts', () => {
  let lab: JumpLab;
  const clock = clockOf();
  beforeAll(async () => {
    lab = await startJumpLab(clock);
  });
  afterAll(() => lab.stop());
  afterEach(() => expect.poll(clock.pending, { timeout: 10_000 }).toBe(0));

  it('opens, step by step, and works in both directions', async () => {
    const { opened, transport, output, until, events, ended } = lab.trial();
    await opened();
    transport.write(Buffer.from('seq 1 200000 | tail -1; yes 0123456789 | head -c 3000000 | md5sum\n'));
    await until(() => output().includes('200000\r\n') && /[0-9a-f]{32}/.test(output()));
    transport.close();
    await ended();
    const steps = events.flatMap((event) =>
      event.kind === 'phase' ? [`${event.phase} ${event.stop?.name} ${event.stop?.number}/${event.stop?.of}`] : [],
    );
    expect(steps).toEqual([
      'resolving gate 1/4',
      'tcp gate 1/4',
      'handshake gate 1/4',
      'login gate 1/4',
      'handshake middle 2/4',
      'login middle 2/4',
      'handshake inner 3/4',
      'login inner 3/4',
      'handshake 127.0.0.1 4/4',
    ]);
  });

  it('says goodbye to each when it is closed, from the last to the first', async () => {
    const { opened, transport, ended } = lab.trial();
    await opened();
    transport.close();
    await ended();
    for (const { log } of lab.servers) await expect.poll(log).toMatch(/disconnected by user|Received disconnect/);
  });

  it('carries a flood, held back by what is shown', async () => {
    const { opened, transport, output, until } = lab.trial();
    await opened();
    transport.write(Buffer.from('yes 0123456789\n'));
    await until(() => output().length > 1_000_000); // four windows of 256 KB
    transport.write(Buffer.from('\u0003'));
    await until(() => output().endsWith('$ '));
    transport.close();
  });

  it('checks the host key of each, under its own name, and asks for each', async () => {
    const ports: number[] = [];
    const hostKeys = {
      ...trusting,
      check: async ({ port }: { readonly port: number }) => {
        ports.push(port);
        return success('known' as const);
      },
    };
    const { opened, transport, log } = lab.trial({}, { dependencies: { hostKeys } });
    await opened();
    transport.close();
    expect(ports).toEqual(lab.servers.map(({ port }) => port));
    for (const [index, name] of ['gate', 'middle', 'inner'].entries()) {
      expect(log()).toContain(`${name}: Host key: ssh-ed25519 ${lab.servers[index]?.hostKey.fingerprint}`);
      expect(log()).toMatch(new RegExp(`^${name}: Logged in as`, 'm'));
    }
  });

  it('sends its own null packets and alive checks to each, as its settings say', async () => {
    const keepHopAlive = createHopKeepalive(clock);
    const { opened, transport, until, log } = lab.trial({}, { dependencies: { keepHopAlive } });
    await opened();
    await until(() => log().includes('inner: Null packet 1 sent.'));
    await until(() => /inner: Alive check answered after \d+ ms/.test(log()));
    expect(log()).not.toContain('gate: Null packet');
    transport.close();
  });

  it('lets go of everything when it is closed midway', async () => {
    const { transport, until, log, ended } = lab.trial();
    await until(() => log().includes('middle: Server version'));
    transport.close();
    expect(await ended()).toEqual({ kind: 'disconnected' });
  });

  it('outlives a router that forgets idle connections, by null packets of its own', async () => {
    const router = await startRouter({
      target: { host: loopback, port: lab.gate.port },
      idleSeconds: 2,
      mode: 'reset',
    });
    const routed = (name: string) => {
      const profile = lab.saved(name);
      return name === 'gate' && profile ? { ...profile, portNumber: router.port, keepaliveSeconds: 1 } : profile;
    };
    const keepHopAlive = createHopKeepalive(clock);
    const { opened, transport, until, log, output } = lab.trial(
      {},
      { dependencies: { keepHopAlive, resolveHop: routed } },
    );
    await opened();
    await until(() => log().includes('gate: Null packet 4 sent.'));
    transport.write(Buffer.from('echo sum=$((40+2))\n'));
    await until(() => output().includes('sum=42'));
    transport.close();
    await router.stop();
  });

  it('asks with the number of the jump host', async () => {
    const hostKeys = createHostKeyPolicy({
      readFile: '/dev/null',
      ownFile: '/dev/null',
      homeDir: '/nowhere',
      onNotice: () => undefined,
    });
    const { opened, transport, prompts } = lab.trial(
      {},
      { dependencies: { hostKeys }, answer: () => ({ kind: 'accept-once' }) },
    );
    await opened();
    transport.close();
    expect(prompts.map(({ kind, jumpHost }) => [kind, jumpHost?.number, jumpHost?.of])).toEqual([
      ['unknown-host-key', 1, 3],
      ['unknown-host-key', 2, 3],
      ['unknown-host-key', 3, 3],
      ['unknown-host-key', undefined, undefined],
    ]);
  });
});
