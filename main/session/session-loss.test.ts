import { describe, expect, it } from 'vitest';
import { bytes, reset, setUp } from './testing/session-harness.ts';

describe('a session that loses its connection', () => {
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
    await expect.poll(() => changes.at(-1)?.state).toMatchObject({ reason: { verdict: { kind: 'server-gone' } } });
  });

  it('keeps what the second judgement found: in the log, and where connecting again is given up', async () => {
    const { open, transport, clock, logged } = setUp({ whenLost: 'reconnect', keepaliveSeconds: 0 }, 'refused');
    const session = open();
    transport().openNow();
    transport().emit({ kind: 'ended', cause: reset });
    const verdict = { kind: 'server-gone', sentence: expect.stringContaining('its SSH service is not') };
    await expect.poll(() => session.snapshot().state).toMatchObject({ reason: { verdict } });
    expect(logged.at(-1)?.text).toMatch(/its SSH service is not/);
    clock.advance(0);
    expect(session.snapshot().state.kind).toBe('connecting');
    session.cancelConnecting();
    expect(session.snapshot().state).toMatchObject({ kind: 'closed', reason: { verdict } });
  });

  it('finds out that its own address changed', () => {
    const { open, transport, clock, changes } = setUp({ whenStalled: 'disconnect' });
    open();
    transport().openNow();
    transport().replaceAddress();
    clock.advance(120_000);
    expect(changes.at(-1)?.state).toMatchObject({ reason: { verdict: { kind: 'address-changed' } } });
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

  it('names the idle limit of a server that closed its unused channel, and stays open in its tab', () => {
    const { open, transport, clock, removed } = setUp({ closeOnExit: 'clean' });
    const session = open();
    transport().openNow();
    clock.advance(600_000);
    transport().emit({ kind: 'ended', cause: { kind: 'exited', code: null, signal: null } });
    expect(session.snapshot().state).toMatchObject({ reason: { verdict: { kind: 'server-idle-limit' } } });
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
    expect(session.snapshot().keepalive).toMatchObject({ checksSent: 1, checksAnswered: 0, unconfirmedKeys: 1 });
    expect(session.snapshot().keepalive.unconfirmedForMs).toBe(10_000);
    expect(session.snapshot()).toMatchObject({ state: { kind: 'open' }, keepalive: { stalled: true } });
    transport().answerCheck();
    const recovered = {
      stalled: false,
      checksAnswered: 1,
      roundTripsMs: [9000],
      unconfirmedKeys: 0,
      unconfirmedForMs: null,
    };
    expect(session.snapshot().keepalive).toMatchObject(recovered);
    expect(opened).toHaveLength(1);
  });

  it('tells of a check as it goes out', () => {
    const { open, transport, clock, activities } = setUp({ aliveCheckSeconds: 5 });
    open();
    transport().openNow();
    clock.advance(5000);
    expect(activities.at(-1)?.[0]?.keepalive).toMatchObject({ checksSent: 1, checksAnswered: 0 });
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
    expect(session.cancelConnecting()).toBe('stopped');
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

  it('is not ended by typing into a silence that is shorter than what the profile bears', () => {
    const { open, transport, clock, logged } = setUp({ whenStalled: 'disconnect', aliveCheckSeconds: 30 });
    const session = open();
    transport().openNow();
    session.write(bytes('x'));
    clock.advance(118_000);
    expect(session.snapshot()).toMatchObject({ state: { kind: 'open' }, keepalive: { stalled: true } });
    clock.advance(1000);
    expect(session.snapshot().state.kind).toBe('closed');
    expect(logged.at(-1)?.text).toContain('answered no alive check');
  });

  it('goes back to where it was when the user gives up connecting again', () => {
    const { open, transport, opened } = setUp();
    const session = open();
    expect(session.cancelConnecting()).toBe('never-open');
    transport().openNow();
    transport().emit({ kind: 'ended', cause: reset });
    session.restart();
    transport().emit({ kind: 'authenticating' });
    session.cancelConnecting();
    transport().openNow();
    expect(session.snapshot().state).toMatchObject({ kind: 'closed', reason: { kind: 'lost' } });
    expect(opened).toHaveLength(2);
  });

  it('cannot be restarted while it is open and well', () => {
    const { open, transport, opened } = setUp();
    const session = open();
    transport().openNow();
    session.restart();
    expect(opened).toHaveLength(1);
  });
});
