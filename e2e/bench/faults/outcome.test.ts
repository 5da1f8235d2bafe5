import { describe, expect, it } from 'vitest';
import { type Observation, outcomeOf } from './outcome.ts';

const second = 1000;
/** Opened at 1 s, and the fault begins at 10 s. */
const quiet: Observation = {
  faultAt: 10 * second,
  clearedAt: null,
  events: [{ kind: 'opened', at: second }],
  answeredAt: null,
  cause: null,
};
const cause = { verdict: null, confidence: null, remedy: null, reviewed: false, says: 'Broken pipe' };

describe('outcomeOf', () => {
  it('is alive when the same connection answers, and says how long after the fault that was', () => {
    expect(outcomeOf({ ...quiet, answeredAt: 14 * second })).toEqual({
      outcome: 'alive',
      noticedAfterSeconds: null,
      backAfterSeconds: 4,
      cause: null,
    });
  });

  it('counts from the end of a fault that ends', () => {
    const observed = { ...quiet, clearedAt: 20 * second, answeredAt: 25.5 * second };
    expect(outcomeOf(observed).backAfterSeconds).toBe(5.5);
  });

  it('stays alive though it was marked as stalled meanwhile', () => {
    const events = [
      ...quiet.events,
      { kind: 'stalled', at: 21.23 * second },
      { kind: 'recovered', at: 30 * second },
    ] as const;
    const observed = { ...quiet, events, answeredAt: 30 * second };
    expect(outcomeOf(observed)).toMatchObject({ outcome: 'alive', noticedAfterSeconds: 11.23 });
  });

  it('is reconnected when it answers after an end', () => {
    const events = [...quiet.events, { kind: 'ended', at: 13 * second }, { kind: 'opened', at: 14 * second }] as const;
    const observed = { ...quiet, events, answeredAt: 14.2 * second, cause };
    expect(outcomeOf(observed)).toMatchObject({
      outcome: 'reconnected',
      noticedAfterSeconds: 3,
      backAfterSeconds: 4.2,
      cause,
    });
  });

  it('has ended when it ended and answers no more', () => {
    const events = [...quiet.events, { kind: 'stalled', at: 12 * second }, { kind: 'ended', at: 13 * second }] as const;
    expect(outcomeOf({ ...quiet, events })).toMatchObject({
      outcome: 'ended',
      noticedAfterSeconds: 2,
      backAfterSeconds: null,
    });
  });

  it('is stalled when its user was told, and hangs when nobody was', () => {
    const events = [...quiet.events, { kind: 'stalled', at: 12 * second }] as const;
    expect(outcomeOf({ ...quiet, events }).outcome).toBe('stalled');
    expect(outcomeOf(quiet).outcome).toBe('hangs');
  });

  it('takes nothing from before the fault for its effect', () => {
    const events = [
      { kind: 'stalled', at: 2 * second },
      { kind: 'recovered', at: 3 * second },
    ] as const;
    expect(outcomeOf({ ...quiet, events, answeredAt: 9 * second })).toMatchObject({
      outcome: 'hangs',
      noticedAfterSeconds: null,
      backAfterSeconds: null,
    });
  });
});
