import { describe, expect, it } from 'vitest';
import type { SessionState } from '#contract/session/session.ts';
import { initialState, type SessionEvent, transition } from './state.ts';

const lost: SessionEvent & { readonly kind: 'ended' } = {
  kind: 'ended',
  reason: {
    kind: 'lost',
    failure: { code: 'connection-reset', message: 'Reset.', retryable: true },
    verdict: { kind: 'unknown', confidence: 'unsure', sentence: 'Reset.', evidence: [], remedy: { kind: 'none' } },
  },
  at: 7,
  retry: null,
};
const clean = { kind: 'exited', code: 0, signal: null, verdict: null } as const;
const open: SessionState = { kind: 'open' };

describe('transition', () => {
  it('goes from connecting by its phases to authenticating, open and closed', () => {
    const events: SessionEvent[] = [
      { kind: 'phase', phase: 'tcp' },
      { kind: 'phase', phase: 'handshake' },
      { kind: 'authenticating' },
      { kind: 'open' },
      lost,
    ];
    const seen: SessionState[] = [initialState];
    for (const event of events) seen.push(transition(seen.at(-1) ?? initialState, event));
    expect(seen.slice(1).map((state) => state.kind)).toEqual([
      'connecting',
      'connecting',
      'authenticating',
      'open',
      'closed',
    ]);
  });

  it('connects again from closed, and from open where it is stalled, but not while it is connecting', () => {
    expect(transition(transition(open, lost), { kind: 'connect' })).toBe(initialState);
    expect(transition(open, { kind: 'connect' })).toBe(initialState);
    const authenticating: SessionState = { kind: 'authenticating' };
    expect(transition(authenticating, { kind: 'connect' })).toBe(authenticating);
  });

  it('keeps the first reason when an end is told twice', () => {
    const closed = transition(open, lost);
    const again = transition(closed, { kind: 'ended', reason: clean, at: 9, retry: null });
    expect(again).toBe(closed);
  });

  it('waits for the next attempt where there is one, until it connects or the user stops it', () => {
    const waiting = transition(open, { ...lost, retry: { attempt: 1, retryAt: 99, failed: null } } as SessionEvent);
    expect(waiting).toMatchObject({ kind: 'reconnecting', attempt: 1, retryAt: 99, at: 7 });
    expect(transition(waiting, { kind: 'connect' })).toBe(initialState);
    const stopped: SessionEvent = { kind: 'stopped', reason: lost.reason, at: lost.at };
    expect(transition(waiting, stopped)).toEqual(transition(open, lost));
    expect(transition(initialState, stopped)).toEqual(transition(open, lost));
    expect(transition(open, stopped)).toBe(open);
  });

  it('takes a reason that became clearer, at the same time of the end', () => {
    const closed = transition(open, lost);
    const reviewed = transition(closed, { kind: 'reviewed', reason: clean });
    expect(reviewed).toEqual({ kind: 'closed', reason: clean, at: 7 });
    expect(transition(open, { kind: 'reviewed', reason: clean })).toBe(open);
  });

  it('ignores what a connection that has ended still says', () => {
    const closed = transition(open, lost);
    expect(transition(closed, { kind: 'phase', phase: 'tcp' })).toBe(closed);
    expect(transition(closed, { kind: 'authenticating' })).toBe(closed);
    expect(transition(closed, { kind: 'open' })).toBe(closed);
  });
});
