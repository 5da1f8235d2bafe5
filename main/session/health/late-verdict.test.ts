import { describe, expect, it } from 'vitest';
import type { FailureCode } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { ProbeResult } from '../../keepalive/drop-evidence.ts';
import type { EndCause } from '../ports/transport.ts';
import { bytes, reset, setUp } from '../testing/session-harness.ts';

const refused = (code: FailureCode, retryable = true): EndCause => ({
  kind: 'refused',
  failure: { code, message: 'It failed.', retryable },
});

describe('the verdict on a connection whose session is connected again by then', () => {
  function setUpSlowProbe() {
    let settle: (result: ProbeResult) => void = () => undefined;
    const signals: AbortSignal[] = [];
    const all = setUp({ whenLost: 'reconnect' }, (_profile, signal) => {
      signals.push(signal);
      return new Promise((resolve) => {
        settle = resolve;
      });
    });
    const session = all.open();
    all.transport().openNow();
    all.transport().emit({ kind: 'ended', cause: reset });
    all.clock.advance(0);
    const texts = () => all.logged.map(({ text }) => text);
    return { ...all, session, signals, texts, settle: (result: ProbeResult) => settle(result) };
  }

  it('is in the Event Log', async () => {
    const { transport, session, texts, settle } = setUpSlowProbe();
    transport().openNow();
    settle('refused');
    await expect.poll(() => texts().at(-1)).toMatch(/its SSH service is not/);
    expect(session.snapshot().state.kind).toBe('open');
  });

  it('is not taken for that of the next one', async () => {
    const { transport, session, texts, settle } = setUpSlowProbe();
    transport().emit({ kind: 'ended', cause: refused('authentication-refused', false) });
    settle('unreachable');
    await expect.poll(() => texts().at(-1)).toMatch(/^Of an earlier connection: .* can't be reached/);
    expect(session.snapshot().state).toMatchObject({ kind: 'closed', reason: { kind: 'refused' } });
  });

  it('stays in sight while attempts fail, and where they are given up', async () => {
    const { transport, session, clock, settle } = setUpSlowProbe();
    const lostAt = { reason: { kind: 'lost', verdict: { kind: 'server-gone' } }, at: 1_000_000 };
    transport().emit({ kind: 'ended', cause: refused('connection-refused') });
    settle('refused');
    await expect.poll(() => session.snapshot().state).toMatchObject({ kind: 'reconnecting', ...lostAt });
    clock.advance(1000);
    transport().emit({ kind: 'ended', cause: refused('unreachable') });
    const failed = { attempt: 3, failed: { code: 'unreachable' } };
    expect(session.snapshot().state).toMatchObject({ kind: 'reconnecting', ...lostAt, ...failed });
    session.cancelConnecting();
    expect(session.snapshot().state).toMatchObject({ kind: 'closed', ...lostAt });
  });

  it('is dropped with its probe when the tab is closed', async () => {
    const { registry, session, signals, texts, settle, paths } = setUpSlowProbe();
    const before = texts().length;
    registry.remove(session.snapshot().id);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    settle('refused');
    await new Promise((resolve) => setImmediate(resolve));
    expect(texts()).toHaveLength(before);
    expect(paths.memory().paths).toEqual([]);
  });
});

describe('the remedy for a path that forgets, once the session is connected again', () => {
  const forgets =
    /^ada@example.com: A router or firewall on the way forgets connections that are idle for about 12 s.* If that is so, [56] s between/;

  /** A session that a router cut after 12 s, with the probe that follows answered. */
  async function cut(settings: Partial<Profile>) {
    const all = setUp({ keepaliveSeconds: 0, aliveCheckSeconds: 0, ...settings }, 'works');
    const session = all.open();
    all.transport().openNow();
    all.transport().emit({ kind: 'received' });
    all.clock.advance(12_000);
    session.write(bytes('x'));
    all.transport().emit({ kind: 'ended', cause: reset });
    await expect.poll(() => all.logged.at(-1)?.text).toMatch(/forgets|Attempt/);
    await new Promise((resolve) => setImmediate(resolve));
    return { ...all, session };
  }

  it('is told of where it came back by itself', async () => {
    const { notices, clock, transport } = await cut({ whenLost: 'reconnect' });
    clock.advance(0);
    expect(notices).toEqual([]);
    transport().openNow();
    expect(notices).toEqual([expect.stringMatching(forgets)]);
  });

  it('is not told of where its panel offered it, nor where the program has chosen it', async () => {
    const offered = await cut({ whenLost: 'wait' });
    offered.session.restart();
    offered.transport().openNow();
    const chosen = await cut({ whenLost: 'reconnect', keepaliveChooseForMe: true });
    chosen.clock.advance(0);
    chosen.transport().openNow();
    expect([offered.notices, chosen.notices]).toEqual([[], []]);
  });
});
