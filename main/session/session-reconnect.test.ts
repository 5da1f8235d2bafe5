import { describe, expect, it } from 'vitest';
import type { FailureCode } from '#contract/failure.ts';
import { reconnectMark } from './output/reconnect-mark.ts';
import type { EndCause } from './ports/transport.ts';
import { bytes, reset, setUp } from './testing/session-harness.ts';

const refused = (code: FailureCode): EndCause => ({
  kind: 'refused',
  failure: { code, message: 'It failed.', retryable: true },
});

describe('a session that connects again by itself', () => {
  it('connects again by itself where the profile says so, later each time, until it is stopped', () => {
    const { open, transport, opened, clock } = setUp({ whenLost: 'reconnect' });
    const session = open();
    transport().openNow();
    transport().emit({ kind: 'ended', cause: reset });
    expect(session.snapshot().state).toMatchObject({ kind: 'reconnecting', attempt: 1 });
    clock.advance(0);
    expect(opened).toHaveLength(2);
    transport().emit({ kind: 'ended', cause: { ...reset, kind: 'refused' } as EndCause });
    expect(session.snapshot().state).toMatchObject({ kind: 'reconnecting', attempt: 2 });
    clock.advance(999);
    expect(opened).toHaveLength(2);
    clock.advance(1);
    expect(opened).toHaveLength(3);
    transport().emit({ kind: 'ended', cause: { ...reset, kind: 'refused' } as EndCause });
    expect(session.cancelConnecting()).toBe('stopped');
    clock.advance(3_600_000);
    expect(opened).toHaveLength(3);
    expect(session.snapshot().state.kind).toBe('closed');
  });

  it('connects at once when the user does not want to wait for the next attempt', () => {
    const { open, transport, opened, clock } = setUp({ whenLost: 'reconnect' });
    const session = open();
    transport().openNow();
    for (let i = 0; i < 5; i += 1) {
      transport().emit({ kind: 'ended', cause: reset });
      if (i < 4) clock.advance(30_000);
    }
    const before = opened.length;
    session.restart();
    expect(opened).toHaveLength(before + 1);
    clock.advance(60_000);
    expect(opened).toHaveLength(before + 1);
  });

  it('goes on by itself where an attempt fails that the user did not want to wait for', () => {
    const { open, transport, opened, clock } = setUp({ whenLost: 'reconnect' });
    const session = open();
    transport().openNow();
    transport().emit({ kind: 'ended', cause: reset });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      clock.advance(10_000);
      transport().emit({ kind: 'ended', cause: refused('connection-refused') });
    }
    const before = opened.length;
    session.restart();
    expect(opened).toHaveLength(before + 1);
    transport().emit({ kind: 'ended', cause: refused('connection-refused') });
    expect(session.snapshot().state).toMatchObject({ kind: 'reconnecting', attempt: 2 });
  });

  it('does so after a stall where the profile asks for that alone', () => {
    const stalling = { whenStalled: 'reconnect', aliveCheckSeconds: 3, aliveCheckCount: 3 } as const;
    const { open, transport, opened, clock, logged } = setUp(stalling);
    const session = open();
    transport().openNow();
    clock.advance(11_500);
    expect(opened).toHaveLength(2);
    expect(logged.map(({ text }) => text).join()).toContain('answered no alive check');
    transport().emit({ kind: 'ended', cause: refused('connection-timeout') });
    expect(session.snapshot().state).toMatchObject({ kind: 'reconnecting', attempt: 2 });
    clock.advance(1000);
    transport().openNow();
    transport().emit({ kind: 'ended', cause: reset });
    expect(session.snapshot().state.kind).toBe('closed');
  });

  it('tries again after a stall when that is chosen while it lasts', () => {
    const { open, transport, opened, clock } = setUp({ aliveCheckSeconds: 3, aliveCheckCount: 1 });
    const session = open();
    transport().openNow();
    clock.advance(60_000);
    expect(session.snapshot().keepalive.stalled).toBe(true);
    session.change({ whenStalled: 'reconnect' });
    clock.advance(3000);
    expect(opened).toHaveLength(2);
  });
});

describe('a lost session without a network', () => {
  function loseNetwork(settings: Parameters<typeof setUp>[0] = { whenLost: 'reconnect' }) {
    const all = setUp(settings);
    const session = all.open();
    all.transport().openNow();
    all.haveAddresses();
    all.transport().emit({ kind: 'ended', cause: reset });
    all.clock.advance(0);
    all.transport().emit({ kind: 'ended', cause: refused('network-down') });
    return { ...all, session };
  }

  it('waits for one, and then tries at once and with short delays', () => {
    const { session, clock, opened, haveAddresses, transport, logged } = loseNetwork();
    expect(session.snapshot().state).toMatchObject({ kind: 'reconnecting', attempt: 2, retryAt: null });
    expect(logged.at(-1)?.text).toBe('Attempt 2 to connect again follows once this computer has a network.');
    clock.advance(3_600_000);
    expect(opened).toHaveLength(2);
    haveAddresses('10.0.0.5/8');
    clock.advance(1000);
    expect(opened).toHaveLength(3);
    transport().emit({ kind: 'ended', cause: refused('connection-timeout') });
    expect(session.snapshot().state).toMatchObject({ kind: 'reconnecting', attempt: 2, retryAt: expect.any(Number) });
  });

  it('waits for one where names are not found either', () => {
    const { session, clock, transport, haveAddresses } = loseNetwork();
    haveAddresses('10.0.0.5/8');
    clock.advance(1000);
    haveAddresses();
    transport().emit({ kind: 'ended', cause: refused('host-not-found') });
    expect(session.snapshot().state).toMatchObject({ kind: 'reconnecting', retryAt: null });
  });

  it('can be told to try at once, or to stop', () => {
    const { session, opened, transport, clock, haveAddresses } = loseNetwork();
    session.restart();
    expect(opened).toHaveLength(3);
    transport().openNow();
    transport().emit({ kind: 'ended', cause: reset });
    clock.advance(1000);
    transport().emit({ kind: 'ended', cause: refused('network-down') });
    session.cancelConnecting();
    haveAddresses('10.0.0.5/8');
    clock.advance(60_000);
    expect(session.snapshot().state.kind).toBe('closed');
    expect(opened).toHaveLength(4);
  });

  it('tries by the schedule as well where another network is there that does not lead to the host', () => {
    const { session, opened, clock, haveAddresses, transport } = loseNetwork();
    haveAddresses('172.17.0.1/16');
    clock.advance(1000);
    transport().emit({ kind: 'ended', cause: refused('network-down') });
    expect(session.snapshot().state).toMatchObject({ kind: 'reconnecting', retryAt: null });
    clock.advance(1000);
    expect(opened).toHaveLength(4);
  });

  it('does not wait for one where the host is this computer', () => {
    const { session, clock, transport, haveAddresses } = loseNetwork();
    haveAddresses('10.0.0.5/8');
    clock.advance(1000);
    haveAddresses();
    transport().emit({ kind: 'ended', cause: refused('connection-refused') });
    expect(session.snapshot().state).toMatchObject({ kind: 'reconnecting', retryAt: expect.any(Number) });
  });
});

describe('where a new shell begins', () => {
  const shownBy = (session: ReturnType<ReturnType<typeof setUp>['open']>) => {
    const shown: Uint8Array[] = [];
    session.pump.attach((message) => message instanceof Uint8Array && shown.push(message));
    return Buffer.concat(shown).toString();
  };

  it('the scrollback says when, and after how long, under the text of the one before', () => {
    const { open, transport, clock } = setUp();
    const session = open();
    transport().openNow();
    transport().emit({ kind: 'data', bytes: bytes('hello') }, { kind: 'ended', cause: reset });
    clock.advance(30_000);
    session.restart();
    transport().emit({ kind: 'ended', cause: refused('connection-refused') });
    clock.advance(12_000);
    session.restart();
    transport().openNow();
    transport().emit({ kind: 'data', bytes: bytes('$ ') });
    const text = shownBy(session);
    expect(text).toContain(new TextDecoder().decode(reconnectMark(1_042_000, 42_000)));
    expect(text).toMatch(/^hello.*— reconnected at .*, after 42 s —.*\r\n\$ $/s);
    expect(shownBy(session)).toBe(text);
    expect(transport().written).toEqual([]);
  });

  it('nothing is said at the first one, even if attempts failed before', () => {
    const { open, transport } = setUp();
    const session = open();
    transport().emit({ kind: 'ended', cause: refused('connection-refused') });
    session.restart();
    transport().openNow();
    expect(shownBy(session)).toBe('');
  });
});
