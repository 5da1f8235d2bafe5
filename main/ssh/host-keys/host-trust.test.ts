import { utils } from 'ssh2';
import { afterEach, describe, expect, it } from 'vitest';
import { type Failure, failed, success } from '#contract/failure.ts';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import { startSshd } from '../../../e2e/lab/sshd.ts';
import { createFakeClock } from '../../keepalive/testing/fake-clock.ts';
import { makeHostKey, startSshPeer } from '../testing/ssh-peer.ts';
import { tryTransport } from '../testing/transport-trial.ts';
import type { HostKeyPolicy, OfferedHostKey } from './host-key-policy.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const startTypicalSshd = async () => {
  const sshd = await startSshd({ hostKeyTypes: ['ed25519', 'ecdsa', 'rsa'] });
  cleanups.push(sshd.stop);
  return sshd;
};

const asking: HostKeyPolicy = {
  knownKeys: () => ({ types: [], hasAuthority: false }),
  learn: async () => null,
  check: async ({ host, port, keyType }, _rules, ask) => {
    const answer = await ask({
      kind: 'unknown-host-key',
      host,
      port,
      keyType,
      fingerprint: 'SHA256:x',
      knownTypes: [],
    });
    return answer.kind === 'cancel'
      ? failed({ code: 'host-key-rejected', message: 'Rejected.', retryable: false })
      : success('saved');
  },
};

describe('the trust in a host', () => {
  it('is put to the policy, with the name that the user gave and the key of the server', async () => {
    const sshd = await startTypicalSshd();
    const offers: OfferedHostKey[] = [];
    const hostKeys: HostKeyPolicy = {
      knownKeys: () => ({ types: [], hasAuthority: false }),
      learn: async () => null,
      check: async (offered) => {
        offers.push(offered);
        return success('known');
      },
    };
    const { opened, transport } = tryTransport({
      profile: { hostName: `${sshd.userName}@localhost`, portNumber: sshd.port, keyFile: sshd.clientKey },
      dependencies: { hostKeys },
    });
    await opened();
    transport.close();
    const [offer] = offers;
    expect(offers).toHaveLength(1);
    expect(offer).toMatchObject({ host: 'localhost', port: sshd.port, keyType: 'ssh-ed25519' });
    const line = `ssh-ed25519 ${Buffer.from(offer?.blob ?? []).toString('base64')}`;
    expect(line).toBe(sshd.hostKey.publicLine);
  });

  it('is asked for under the logical name, if there is one', async () => {
    const sshd = await startTypicalSshd();
    const places: string[] = [];
    const hostKeys: HostKeyPolicy = {
      knownKeys: (host, port) => {
        places.push(`looked up ${host} ${port}`);
        return { types: [], hasAuthority: false };
      },
      learn: async ({ host, port }) => {
        places.push(`learnt ${host} ${port}`);
        return null;
      },
      check: async ({ host, port }) => {
        places.push(`checked ${host} ${port}`);
        return success('known');
      },
    };
    const { userName, port: portNumber, clientKey: keyFile } = sshd;
    const { opened, transport } = tryTransport({
      profile: { userName, portNumber, keyFile, logicalHostName: 'cluster' },
      dependencies: { hostKeys },
    });
    await opened();
    const all = ['looked up cluster 22', 'checked cluster 22', 'learnt cluster 22'];
    await expect.poll(() => places).toEqual(all);
    transport.close();
  });

  it.each([
    ['ssh-rsa', 'rsa-sha2-512'],
    ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp256'],
  ])('prefers a known key of type %s to the best one', async (knownType, algorithm) => {
    const sshd = await startTypicalSshd();
    const hostKeys: HostKeyPolicy = {
      knownKeys: () => ({ types: [knownType], hasAuthority: false }),
      learn: async () => null,
      check: async () => success('known'),
    };
    const { until, log } = tryTransport({ profile: { portNumber: sshd.port }, dependencies: { hostKeys } });
    await until(() => log().includes(`Host key algorithm: ${algorithm}`)).catch(() => {});
    expect(log()).toContain(`Host key: ${knownType} SHA256:`);
    expect(log()).toContain(`Host key algorithm: ${algorithm}`);
  });

  it.each(['host-key-changed', 'host-key-revoked', 'host-key-rejected'] as const)(
    'refuses with the very failure of the policy: %s',
    async (code) => {
      const peer = await startSshPeer();
      cleanups.push(peer.stop);
      const failure: Failure = { code, message: 'As the policy says.', retryable: false, hint: 'Its hint.' };
      const hostKeys: HostKeyPolicy = {
        knownKeys: () => ({ types: [], hasAuthority: false }),
        learn: async () => null,
        check: async () => failed(failure),
      };
      const { ended, count, prompts } = tryTransport({
        profile: { portNumber: peer.port, userName: 'ada' },
        dependencies: { hostKeys },
      });
      expect(await ended()).toEqual({ kind: 'refused', failure });
      expect([count('authenticating'), prompts]).toEqual([0, []]);
    },
  );

  it('refuses where the policy breaks', async () => {
    const peer = await startSshPeer();
    cleanups.push(peer.stop);
    const hostKeys: HostKeyPolicy = {
      knownKeys: () => ({ types: [], hasAuthority: false }),
      learn: async () => null,
      check: () => Promise.reject(new Error('disk')),
    };
    const { ended, count } = tryTransport({
      profile: { portNumber: peer.port, userName: 'ada' },
      dependencies: { hostKeys },
    });
    expect(await ended()).toMatchObject({ kind: 'refused', failure: { code: 'internal' } });
    expect(count('authenticating')).toBe(0);
  });

  it('waits for the user without a limit', async () => {
    const sshd = await startTypicalSshd();
    const clock = createFakeClock();
    let answer = (_answer: PromptAnswer) => {};
    const trial = tryTransport({
      profile: { portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey },
      dependencies: { hostKeys: asking, clock },
      answer: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    await trial.until(() => trial.prompts.length === 1);
    expect(clock.pending()).toBe(0); // so nothing can end it
    answer({ kind: 'accept-and-save' });
    await trial.opened();
    expect(trial.log()).toContain('Host key accepted and saved.');
    trial.transport.close();
  });

  it('is a question that ends with the connection', async () => {
    const peer = await startSshPeer();
    cleanups.push(peer.stop);
    const trial = tryTransport({
      profile: { portNumber: peer.port, userName: 'ada' },
      dependencies: { hostKeys: asking },
      answer: () => new Promise(() => {}),
    });
    await trial.until(() => trial.prompts.length === 1);
    peer.sockets[0]?.destroy();
    expect(await trial.ended()).toMatchObject({ kind: 'refused', failure: { code: 'connection-closed' } });
  });

  it('compares, and does not ask, when the keys are renewed, and ends the session on another key', async () => {
    const peer = await startSshPeer({
      onSession: (session) => session.on('pty', (accept) => accept()).on('shell', (accept) => accept()),
    });
    cleanups.push(peer.stop);
    const trial = tryTransport({
      profile: { portNumber: peer.port, userName: 'ada' },
      dependencies: { hostKeys: asking },
      answer: () => ({ kind: 'accept-once' }),
    });
    await trial.opened();
    const [connection] = peer.connections;
    connection?.rekey();
    await expect.poll(peer.handshakes).toBe(2);
    expect(trial.prompts).toHaveLength(1);
    const impostor = utils.parseKey(makeHostKey());
    const internals = connection as unknown as { _protocol: { _hostKeys: Record<string, unknown> } };
    internals._protocol._hostKeys['ecdsa-sha2-nistp256'] = impostor;
    connection?.rekey();
    expect(await trial.ended()).toMatchObject({
      kind: 'lost',
      failure: { code: 'host-key-changed', retryable: false },
    });
    expect(trial.prompts).toHaveLength(1);
  });
});
