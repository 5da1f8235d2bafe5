import { describe, expect, it } from 'vitest';
import type { CloseReason, KeepaliveStatus, SessionState } from '#contract/session/session.ts';
import { snapshotOf } from '../testing/fake-bridge.ts';
import { type Health, healthOf, nextTurnMs, quietAfterMs, unconfirmedAfterMs } from './health.ts';

const withKeepalive = (changes: Partial<KeepaliveStatus>) => {
  const web = snapshotOf('web');
  return { ...web, keepalive: { ...web.keepalive, ...changes } };
};
const failure = { code: 'connection-reset', message: 'It was reset.', retryable: true } as const;
const verdict = {
  kind: 'unknown',
  confidence: 'unsure',
  sentence: '',
  evidence: [],
  remedy: { kind: 'none' },
} as const;
const lost: CloseReason = { kind: 'lost', failure, verdict };

describe('the health of a session', () => {
  it('is alive while the server is heard, and quiet a minute after it was heard last', () => {
    const session = withKeepalive({ lastContactMs: 2000 });
    expect(healthOf(session, quietAfterMs - 2001)).toBe('alive');
    expect(healthOf(session, quietAfterMs - 2000)).toBe('quiet');
    expect(healthOf(withKeepalive({ lastContactMs: null }), 99_000)).toBe('alive');
  });

  it('is unconfirmed when nothing has followed the keys, however lately the server was heard before them', () => {
    const session = withKeepalive({ unconfirmedKeys: 3, unconfirmedForMs: 500 });
    expect(healthOf(session, unconfirmedAfterMs - 501)).toBe('alive');
    expect(healthOf(session, unconfirmedAfterMs - 500)).toBe('unconfirmed');
    expect(healthOf(session, quietAfterMs)).toBe('unconfirmed');
  });

  it('is stalled as soon as main says so', () => {
    expect(healthOf(withKeepalive({ stalled: true, unconfirmedKeys: 1, unconfirmedForMs: 9000 }), 0)).toBe('stalled');
  });

  it.each<[SessionState, Health | null]>([
    [{ kind: 'connecting', phase: 'tcp' }, null],
    [{ kind: 'authenticating' }, null],
    [{ kind: 'reconnecting', attempt: 1, retryAt: 0, failed: null, reason: lost, at: 0 }, 'lost'],
    [{ kind: 'closed', reason: lost, at: 0 }, 'lost'],
    [{ kind: 'closed', reason: { kind: 'exited', code: 0, signal: null, verdict: null }, at: 0 }, null],
    [{ kind: 'closed', reason: { kind: 'refused', failure }, at: 0 }, null],
  ])('of %j is %s, whatever its last connection was like', (state, health) => {
    expect(healthOf({ ...withKeepalive({ stalled: true }), state }, 0)).toBe(health);
  });

  it('turns by time alone at the moments that are told beforehand', () => {
    const session = withKeepalive({ lastContactMs: 2000, unconfirmedKeys: 1, unconfirmedForMs: 500 });
    expect(nextTurnMs(session, 0)).toBe(1000);
    expect(nextTurnMs(session, 1000)).toBe(58_000);
    expect(nextTurnMs(session, 58_000)).toBeNull();
    expect(nextTurnMs({ ...session, state: { kind: 'authenticating' } }, 0)).toBeNull();
    expect(nextTurnMs(withKeepalive({ stalled: true }), 0)).toBeNull();
  });
});
