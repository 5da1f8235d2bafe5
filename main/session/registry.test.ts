import { describe, expect, it, vi } from 'vitest';
import { defaultProfile, type Profile } from '#contract/profile.ts';
import type { LogEntry, SessionId, SessionSnapshot } from '#contract/session.ts';
import type { ProbeResult } from '../keepalive/drop-evidence.ts';
import { createSleepWatch } from '../keepalive/sleep-watch.ts';
import { createFakeClock } from '../keepalive/testing/fake-clock.ts';
import { createRegistry } from './registry.ts';
import { createFakeTransports, type FakeTransport } from './testing/fake-transport.ts';
import type { EndCause } from './transport.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const reset: EndCause = {
  kind: 'lost',
  failure: { code: 'connection-reset', message: 'The connection was reset.', retryable: true },
};

function setUp(settings: Partial<Profile> = {}, probe: ProbeResult = 'works') {
  const clock = createFakeClock();
  const { openTransport, opened } = createFakeTransports();
  const changes: SessionSnapshot[] = [];
  const removed: SessionId[] = [];
  const logged: LogEntry[] = [];
  let ids = 0;
  const sleep = createSleepWatch(clock, () => clock.now());
  const registry = createRegistry({
    openTransport,
    probeHost: async () => probe,
    sleep,
    clock,
    wallClock: () => 1_000_000 + clock.now(),
    newId: () => {
      ids += 1;
      return `s${ids}` as SessionId;
    },
    onChange: (snapshot) => changes.push(snapshot),
    onLog: (_id, entry) => logged.push(entry),
    onRemoved: (id) => removed.push(id),
  });
  const profile: Profile = { ...defaultProfile, hostName: 'example.com', userName: 'ada', ...settings };
  const open = () => registry.open({ profile, savedAs: null });
  const transport = (): FakeTransport => opened.at(-1) as FakeTransport;
  return { clock, sleep, registry, changes, removed, logged, open, opened, transport };
}

describe('a session', () => {
  it('tells each step until it is open, under the name user@host', () => {
    const { open, transport, changes } = setUp();
    const session = open();
    expect(session.snapshot()).toMatchObject({ name: 'ada@example.com', state: { kind: 'connecting' } });
    transport().openNow();
    expect(changes.map(({ state }) => state.kind)).toEqual(['connecting', 'connecting', 'authenticating', 'open']);
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

  it('keeps its output and connects again in place after it was lost', () => {
    const { open, transport, opened, changes } = setUp();
    const session = open();
    transport().openNow();
    transport().emit({ kind: 'data', bytes: bytes('hello') }, { kind: 'ended', cause: reset });
    expect(changes.at(-1)?.state).toMatchObject({ kind: 'closed', reason: { kind: 'lost' }, at: 1_000_000 });
    session.resize(100, 30);
    session.restart();
    expect(opened).toHaveLength(2);
    expect(transport().options).toMatchObject({ columns: 100, rows: 30 });
    transport().openNow();
    const shown: Uint8Array[] = [];
    session.pump.attach((message) => message instanceof Uint8Array && shown.push(message));
    expect(Buffer.concat(shown).toString()).toMatch(/^hello/);
    expect(session.snapshot().state.kind).toBe('open');
  });

  it('judges a reset after an idle time, and judges again when it has tried a fresh connection', async () => {
    const { open, transport, clock, changes } = setUp({ keepaliveSeconds: 0 }, 'refused');
    const session = open();
    transport().openNow();
    transport().emit({ kind: 'received' });
    clock.advance(12_000);
    session.write(bytes('x'));
    clock.advance(100);
    transport().emit({ kind: 'ended', cause: reset });
    expect(session.snapshot().state).toMatchObject({ reason: { verdict: { kind: 'idle-cut-reset' } } });
    await vi.waitFor(() =>
      expect(changes.at(-1)?.state).toMatchObject({ reason: { verdict: { kind: 'server-gone' } } }),
    );
  });

  it('says nothing more of an end once it is connected again', async () => {
    const { open, transport } = setUp({}, 'refused');
    const session = open();
    transport().openNow();
    transport().emit({ kind: 'ended', cause: reset });
    session.restart();
    await Promise.resolve();
    expect(session.snapshot().state.kind).toBe('connecting');
  });

  it('stays open in its tab when the shell logged out because nothing was typed', () => {
    const { open, transport, removed } = setUp({ closeOnExit: 'clean' });
    open();
    transport().openNow();
    transport().emit(
      { kind: 'data', bytes: bytes('timed out waiting for input: auto-logout\r\n') },
      { kind: 'ended', cause: { kind: 'exited', code: 0, signal: null } },
    );
    expect(removed).toEqual([]);
  });

  it('is marked as stalled when typing stays unanswered, and recovers with the first byte', () => {
    const { open, transport, clock, opened } = setUp();
    const session = open();
    transport().openNow();
    transport().emit({ kind: 'received' });
    session.write(bytes('x'));
    clock.advance(10_000);
    expect(transport().calls).toContain('alive check');
    expect(session.snapshot()).toMatchObject({ state: { kind: 'open' }, keepalive: { stalled: true } });
    transport().emit({ kind: 'received' });
    expect(session.snapshot().keepalive.stalled).toBe(false);
    expect(opened).toHaveLength(1);
  });

  it('can be restarted while it is stalled, and hears no more of the old connection', () => {
    const { open, transport, clock, opened } = setUp({ closeOnExit: 'always' });
    const session = open();
    transport().openNow();
    session.write(bytes('x'));
    clock.advance(10_000);
    const old = transport();
    session.restart();
    transport().openNow();
    old.emit({ kind: 'data', bytes: bytes('late') }, { kind: 'ended', cause: reset });
    expect(opened).toHaveLength(2);
    expect(session.snapshot().state.kind).toBe('open');
  });

  it('is ended by a stall when the profile says so', () => {
    const { open, transport, clock } = setUp({ whenStalled: 'disconnect', aliveCheckSeconds: 3, aliveCheckCount: 3 });
    const session = open();
    transport().openNow();
    clock.advance(12_000);
    expect(session.snapshot().state).toMatchObject({
      kind: 'closed',
      reason: { kind: 'lost', failure: { message: expect.stringContaining('answered no alive check') } },
    });
  });

  it('cannot be restarted while it is open and well', () => {
    const { open, transport, opened } = setUp();
    const session = open();
    transport().openNow();
    session.restart();
    expect(opened).toHaveLength(1);
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

  it('tells of incoming traffic at most twice a second', () => {
    const { open, transport, clock, changes } = setUp({ keepaliveSeconds: 0 });
    open();
    transport().openNow();
    const before = changes.length;
    for (let i = 0; i < 1000; i += 1) {
      transport().emit({ kind: 'received' });
      clock.advance(1);
    }
    clock.advance(500);
    expect(changes.length - before).toBeLessThanOrEqual(3);
  });
});

describe('the registry', () => {
  it.each([
    ['clean', { kind: 'exited', code: 0, signal: null }, true],
    ['clean', { kind: 'exited', code: 1, signal: null }, true],
    ['clean', reset, false],
    ['never', { kind: 'exited', code: 0, signal: null }, false],
    ['always', reset, true],
  ] as const)('with "close on exit" %s and the end %o closes the tab: %s', (closeOnExit, cause, closes) => {
    const { open, transport, removed, registry } = setUp({ closeOnExit });
    open();
    transport().openNow();
    transport().emit({ kind: 'ended', cause });
    expect(removed.length === 1).toBe(closes);
    expect(registry.list()).toHaveLength(closes ? 0 : 1);
  });

  it('keeps the order that the tabs were put into', () => {
    const { open, registry } = setUp();
    const [a, b, c] = [open(), open(), open()].map((session) => session.snapshot().id);
    registry.arrange([c, a] as SessionId[]);
    expect(registry.list().map(({ id }) => id)).toEqual([c, a, b]);
  });

  it('leaves no timer behind when it is disposed of', () => {
    const { open, transport, registry, clock, sleep, removed } = setUp();
    open();
    transport().openNow();
    transport().emit({ kind: 'received' }, { kind: 'data', bytes: bytes('x') });
    open();
    registry.dispose();
    sleep.dispose();
    expect(clock.pending()).toBe(0);
    expect(removed).toHaveLength(2);
  });
});
