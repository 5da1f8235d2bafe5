import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import type { CloseReason } from '#contract/session/session.ts';
import { createFakeClock } from '../../keepalive/testing/fake-clock.ts';
import { createRetryPolicy } from './retry-policy.ts';

const failure: Failure = { code: 'connection-reset', message: 'Reset.', retryable: true };
const lost: CloseReason = {
  kind: 'lost',
  failure,
  verdict: { kind: 'unknown', confidence: 'unsure', sentence: '', evidence: [], remedy: { kind: 'reconnect' } },
};
const unreachable: CloseReason = { kind: 'refused', failure: { ...failure, code: 'connection-refused' } };

describe('the retry policy', () => {
  it('tries at once, then after 1, 2, 5, 5, 10, 10 and every 30 s', () => {
    const policy = createRetryPolicy({ clock: createFakeClock(), isWanted: () => true });
    policy.noteOpen();
    const delays = [lost, ...Array.from({ length: 9 }, () => unreachable)].map(
      (reason) => policy.afterEnd(reason, false)?.delayMs,
    );
    expect(delays).toEqual([0, 1000, 2000, 5000, 5000, 10_000, 10_000, 30_000, 30_000, 30_000]);
  });

  it('begins anew after a connection that held, and does not hammer a server that drops each one at once', () => {
    const clock = createFakeClock();
    const policy = createRetryPolicy({ clock, isWanted: () => true });
    policy.noteOpen();
    expect(policy.afterEnd(lost, false)?.attempt).toBe(1);
    policy.noteOpen();
    expect(policy.afterEnd(lost, false)?.attempt).toBe(2);
    policy.noteOpen();
    clock.advance(30_000);
    expect(policy.afterEnd(lost, false)).toEqual({ attempt: 1, delayMs: 0 });
  });

  it('never follows a refused login, a changed host key, or an end that somebody wanted', () => {
    const policy = createRetryPolicy({ clock: createFakeClock(), isWanted: () => true });
    policy.afterEnd(lost, false);
    const refused = (code: Failure['code']): CloseReason => ({
      kind: 'refused',
      failure: { ...failure, code, retryable: false },
    });
    expect(policy.afterEnd(refused('authentication-refused'), false)).toBeNull();
    expect(policy.afterEnd(refused('host-key-changed'), false)).toBeNull();
    expect(policy.afterEnd({ kind: 'exited', code: 0, signal: null, verdict: null }, false)).toBeNull();
  });

  it('does nothing where the profile leaves it to the user', () => {
    const policy = createRetryPolicy({ clock: createFakeClock(), isWanted: () => false });
    policy.noteOpen();
    expect(policy.afterEnd(lost, false)).toBeNull();
  });

  it('leaves a first connection that fails to the user', () => {
    expect(
      createRetryPolicy({ clock: createFakeClock(), isWanted: () => true }).afterEnd(unreachable, false),
    ).toBeNull();
  });

  it('goes on after a stall where the profile asks for that alone, also while attempts fail', () => {
    const policy = createRetryPolicy({ clock: createFakeClock(), isWanted: (wasStalled) => wasStalled });
    policy.noteOpen();
    expect(policy.afterEnd(lost, true)).toEqual({ attempt: 1, delayMs: 0 });
    expect(policy.afterEnd(unreachable, false)).toEqual({ attempt: 2, delayMs: 1000 });
    policy.noteOpen();
    expect(policy.afterEnd(lost, false)).toBeNull();
  });

  it('goes on with the shortest delays where it is told to hurry', () => {
    const policy = createRetryPolicy({ clock: createFakeClock(), isWanted: () => true });
    for (const reason of [lost, ...Array.from({ length: 7 }, () => unreachable)]) policy.afterEnd(reason, false);
    policy.hurry();
    expect(policy.afterEnd(unreachable, false)).toEqual({ attempt: 2, delayMs: 1000 });
  });
});
