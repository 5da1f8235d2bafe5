import { describe, expect, it } from 'vitest';
import { createRoundTrips } from './round-trips.ts';
import { createFakeClock } from './testing/fake-clock.ts';

describe('round trips', () => {
  it('measures each answer from its own check, also when several are on their way', () => {
    const clock = createFakeClock();
    const trips = createRoundTrips(clock);
    const first = trips.begin();
    clock.advance(40);
    const second = trips.begin();
    clock.advance(10);
    first();
    second();
    expect(trips.status()).toEqual({ sent: 2, answered: 2, roundTripsMs: [50, 10] });
  });

  it('keeps the latest thirty', () => {
    const clock = createFakeClock();
    const trips = createRoundTrips(clock);
    for (let ms = 1; ms <= 100; ms += 1) {
      const answered = trips.begin();
      clock.advance(ms);
      answered();
    }
    expect(trips.status().roundTripsMs).toHaveLength(30);
    expect(trips.status().roundTripsMs.at(-1)).toBe(100);
  });

  it('counts a check that was never answered', () => {
    const trips = createRoundTrips(createFakeClock());
    trips.begin();
    expect(trips.status()).toEqual({ sent: 1, answered: 0, roundTripsMs: [] });
  });
});
