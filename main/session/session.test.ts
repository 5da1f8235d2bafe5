import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { Negotiated } from '#contract/session/session.ts';
import { bytes, reset, setUp } from './testing/session-harness.ts';

const negotiated: Negotiated = {
  serverVersion: 'SSH-2.0-OpenSSH_9.2p1',
  kex: 'curve25519-sha256',
  postQuantum: false,
  hostKey: 'ssh-ed25519',
  cipherOut: 'aes256-ctr',
  cipherIn: 'aes256-ctr',
  macOut: 'hmac-sha2-256',
  macIn: 'hmac-sha2-256',
  compressionOut: 'none',
  compressionIn: 'none',
};

describe('a session', () => {
  it('tells each step until it is open, under the name user@host', () => {
    const { open, transport, changes } = setUp();
    const session = open();
    expect(session.snapshot()).toMatchObject({ name: 'ada@example.com', state: { kind: 'connecting' } });
    transport().openNow();
    expect(changes.map(({ state }) => state.kind)).toEqual([
      'connecting',
      'connecting',
      'connecting',
      'authenticating',
      'open',
    ]);
  });

  it('sends null packets from the moment of authentication and none before it', () => {
    const { open, transport, clock } = setUp({ keepaliveSeconds: 10 });
    open();
    clock.advance(60_000);
    expect(transport().calls).toEqual([]);
    transport().emit({ kind: 'authenticating' }, { kind: 'authenticated' });
    clock.advance(20_000);
    expect(transport().calls).toEqual(['null packet', 'null packet']);
  });

  it('applies a changed keepalive to the running session at once', () => {
    const { open, transport, clock } = setUp({ keepaliveSeconds: 0, aliveCheckSeconds: 0 });
    const session = open();
    transport().openNow();
    clock.advance(5000);
    session.change({ keepaliveSeconds: 2 });
    clock.advance(0);
    expect(transport().calls).toEqual(['null packet']);
    session.change({ chokesOnIgnore: true });
    clock.advance(60_000);
    expect(transport().calls).toEqual(['null packet']);
    expect(session.snapshot().keepalive).toMatchObject({ intervalSeconds: 2, suppressed: true, nextInMs: null });
  });

  it('tells the running connection of changed limits of its keys', () => {
    const { open, transport } = setUp({
      keepaliveSeconds: 0,
      aliveCheckSeconds: 0,
      rekeyMinutes: 60,
      rekeyMegabytes: 1,
    });
    const session = open();
    transport().openNow();
    session.change({ rekeyMinutes: 5 });
    expect(transport().calls).toEqual(['rekey 5 1']);
  });

  it('tells the running connection of changed algorithms, and the window of what they came to', () => {
    const { open, transport, changes } = setUp({ keepaliveSeconds: 0, aliveCheckSeconds: 0 });
    const session = open();
    transport().openNow();
    session.change({ cipherOrder: ['aes256-ctr'] });
    expect(transport().calls).toEqual(['algorithms aes256-ctr']);
    const { length } = changes;
    transport().emit({ kind: 'negotiated', negotiated });
    expect(changes.slice(length).map((snapshot) => snapshot.negotiated)).toEqual([negotiated]);
  });

  it('takes its question back when the connection ends', async () => {
    const { open, transport } = setUp();
    const session = open();
    const connection = new AbortController();
    const answer = transport().options.ask({ kind: 'user-name', host: 'example.com' }, connection.signal);
    expect(session.snapshot().prompt?.prompt.kind).toBe('user-name');
    connection.abort();
    expect(await answer).toEqual({ kind: 'cancel' });
    expect(session.snapshot().prompt).toBeNull();
  });

  it('asks for a user name once, until one does not get in', async () => {
    const { open, transport } = setUp();
    const session = open();
    const signal = new AbortController().signal;
    const asked = async (name: string) => {
      const answer = transport().options.ask({ kind: 'user-name', host: 'example.com' }, signal);
      const promptId = session.snapshot().prompt?.promptId;
      if (promptId !== undefined) session.answer(promptId, { kind: 'text', text: name });
      await answer;
      return promptId !== undefined;
    };
    const failure = { code: 'authentication-refused', message: 'It let nobody in.', retryable: false } as const;
    expect(await asked('aad')).toBe(true);
    transport().emit({ kind: 'ended', cause: { kind: 'refused', failure } });
    session.restart();
    expect(await asked('ada')).toBe(true);
    transport().openNow();
    transport().emit({ kind: 'ended', cause: reset });
    session.restart();
    expect(await asked('ada')).toBe(false);
  });

  it('goes by the name of its host in ~/.ssh/config, and remembers what its user set otherwise', () => {
    const { registry, transport, logged } = setUp();
    const profile = { ...defaultProfile, hostName: '10.0.0.5', portNumber: 2222 };
    const session = registry.open({ profile, savedAs: null, config: { host: 'web', own: { rows: 50 } } });
    session.change({ keepaliveSeconds: 5 });
    session.configure({ ...profile, portNumber: 22 }, ['Line 3 has no effect.']);
    expect(session.snapshot()).toMatchObject({
      name: 'web',
      profile: { portNumber: 22 },
      config: { host: 'web', own: { rows: 50, keepaliveSeconds: 5 } },
    });
    expect(logged.map(({ text }) => text)).toContain('Line 3 has no effect.');
    transport().openNow();
  });

  it('types the anti-idle string when nothing was typed for a while, and never before the shell runs', () => {
    const { open, transport, clock } = setUp({ antiIdleSeconds: 60, antiIdleText: '\\s\\b', aliveCheckSeconds: 0 });
    const session = open();
    clock.advance(600_000);
    transport().openNow();
    clock.advance(59_000);
    session.write(bytes('x'));
    clock.advance(59_000);
    expect(transport().written).toEqual(['x']);
    clock.advance(61_000);
    expect(transport().written).toEqual(['x', ' \b', ' \b']);
    session.change({ antiIdleSeconds: 0 });
    clock.advance(600_000);
    expect(transport().written).toHaveLength(3);
  });
});
