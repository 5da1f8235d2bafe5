import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import type { CloseReason } from '#contract/session.ts';
import { createFakeClock } from '../keepalive/testing/fake-clock.ts';
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
      (reason) => policy.afterEnd(reason)?.delayMs,
    );
    expect(delays).toEqual([0, 1000, 2000, 5000, 5000, 10_000, 10_000, 30_000, 30_000, 30_000]);
  });

  it('begins anew after a connection that held, and does not hammer a server that drops each one at once', () => {
    const clock = createFakeClock();
    const policy = createRetryPolicy({ clock, isWanted: () => true });
    policy.noteOpen();
    expect(policy.afterEnd(lost)?.attempt).toBe(1);
    policy.noteOpen();
    expect(policy.afterEnd(lost)?.attempt).toBe(2);
    policy.noteOpen();
    clock.advance(30_000);
    expect(policy.afterEnd(lost)).toEqual({ attempt: 1, delayMs: 0 });
  });

  it('never follows a refused login, a changed host key, or an end that somebody wanted', () => {
    const policy = createRetryPolicy({ clock: createFakeClock(), isWanted: () => true });
    policy.afterEnd(lost);
    const refused = (code: Failure['code']): CloseReason => ({
      kind: 'refused',
      failure: { ...failure, code, retryable: false },
    });
    expect(policy.afterEnd(refused('authentication-refused'))).toBeNull();
    expect(policy.afterEnd(refused('host-key-changed'))).toBeNull();
    expect(policy.afterEnd({ kind: 'exited', code: 0, signal: null, verdict: null })).toBeNull();
  });

  it('does nothing where the profile leaves it to the user', () => {
    const policy = createRetryPolicy({ clock: createFakeClock(), isWanted: () => false });
    policy.noteOpen();
    expect(policy.afterEnd(lost)).toBeNull();
  });

  it('leaves a first connection that fails to the user', () => {
    expect(createRetryPolicy({ clock: createFakeClock(), isWanted: () => true }).afterEnd(unreachable)).toBeNull();
  });
});
