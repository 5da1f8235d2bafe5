import { describe, expect, it } from 'vitest';
import type { SessionSnapshot } from '#contract/session/session.ts';
import { setUp } from './testing/session-harness.ts';

const openOne = (trial: ReturnType<typeof setUp>) => {
  const session = trial.open();
  trial.transport().openNow();
  return session;
};

describe('what passes through a session', () => {
  it('is told without what it does not change: no null packet brings a profile along', () => {
    const trial = setUp({ keepaliveSeconds: 10, aliveCheckSeconds: 0 });
    const session = openOne(trial);
    const before = trial.changes.length;
    trial.clock.advance(30_500);
    expect(trial.changes).toHaveLength(before);
    const told = trial.activities.flat();
    expect(told.map(({ keepalive }) => keepalive.nullPacketsSent)).toEqual([1, 2, 3]);
    const whole: Partial<SessionSnapshot> = told[0] ?? {};
    expect(Object.keys(whole).sort()).toEqual(['forwards', 'id', 'keepalive', 'x11']);
    expect(whole.id).toBe(session.snapshot().id);
  });

  it('is told for all sessions together, each once', () => {
    const trial = setUp({ keepaliveSeconds: 10, aliveCheckSeconds: 0 });
    const ids = [openOne(trial), openOne(trial), openOne(trial)].map((session) => session.snapshot().id);
    trial.clock.advance(10_500);
    expect(trial.activities.map((told) => told.map(({ id }) => id))).toEqual([ids]);
  });

  it('is told at most twice a second', () => {
    const trial = setUp({ keepaliveSeconds: 0 });
    openOne(trial);
    for (let i = 0; i < 1000; i += 1) {
      trial.transport().emit({ kind: 'received' });
      trial.clock.advance(1);
    }
    trial.clock.advance(500);
    expect(trial.activities.length).toBeLessThanOrEqual(3);
    expect(trial.activities.at(-1)?.[0]?.keepalive.lastContactMs).toBeLessThanOrEqual(500);
  });

  it('is told with the rest where the session changes, as it does when it stalls', () => {
    const trial = setUp({ keepaliveSeconds: 0, aliveCheckSeconds: 5, aliveCheckCount: 1 });
    openOne(trial);
    trial.clock.advance(4900);
    trial.clock.advance(5000);
    expect(trial.changes.at(-1)?.keepalive.stalled).toBe(true);
    trial.transport().emit({ kind: 'received' });
    expect(trial.changes.at(-1)?.keepalive.stalled).toBe(false);
  });

  it('is not told of a session that is gone', () => {
    const trial = setUp({ keepaliveSeconds: 10, aliveCheckSeconds: 0 });
    const session = openOne(trial);
    trial.clock.advance(10_100);
    trial.registry.remove(session.snapshot().id);
    trial.clock.advance(1000);
    expect(trial.activities).toEqual([]);
  });
});
