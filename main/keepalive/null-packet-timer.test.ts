import { describe, expect, it } from 'vitest';
import type { Clock } from './clock.ts';
import { createNullPacketTimer } from './null-packet-timer.ts';
import { createFakeClock } from './testing/fake-clock.ts';

const second = 1000;
const hour = 3600 * second;

function setUp(periodMs: number) {
  const clock = createFakeClock();
  const sentAt: number[] = [];
  const timer = createNullPacketTimer({ clock, periodMs, send: () => sentAt.push(clock.now()) });
  return { clock, timer, sentAt };
}

describe('the null packet timer', () => {
  it('sends nothing before the session is logged in', () => {
    const { clock, sentAt, timer } = setUp(second);
    clock.advance(hour);
    expect(sentAt).toEqual([]);
    expect(timer.status()).toEqual({ sent: 0, nextInMs: null });
  });

  it('sends at every period from 1 s to 1 h for 12 hours, none late, and nothing after it was stopped', () => {
    for (let seconds = 1; seconds <= 3600; seconds += 1) {
      const { clock, timer, sentAt } = setUp(seconds * second);
      timer.start();
      clock.advance(12 * hour);
      timer.stop();
      clock.advance(hour);
      const due = Array.from(
        { length: Math.floor((12 * 3600) / seconds) },
        (_, index) => (index + 1) * seconds * second,
      );
      expect(sentAt).toEqual(due);
      expect(clock.pending()).toBe(0);
    }
  });

  it.each([1, 7, 60, 3600])('stays within one tick of late timers at a period of %i s for 12 hours', (seconds) => {
    const tick = 16;
    const late = createFakeClock();
    let turn = 0;
    const clock: Clock = {
      now: late.now,
      after: (ms, callback) => {
        turn += 1;
        return late.after(ms + ((turn * 7) % (tick + 1)), callback);
      },
    };
    const sentAt: number[] = [];
    const timer = createNullPacketTimer({ clock, periodMs: seconds * second, send: () => sentAt.push(late.now()) });
    timer.start();
    late.advance(12 * hour + tick);
    expect(sentAt).toHaveLength(Math.floor((12 * 3600) / seconds));
    const lateness = sentAt.map((at, index) => at - (index + 1) * seconds * second);
    expect(lateness.every((ms) => ms >= 0 && ms <= tick)).toBe(true);
  });

  it('comes together with those of other sessions, at most a fifth of a second early, and no sooner each time', () => {
    const { clock, timer, sentAt } = setUp(5 * second);
    const other = createNullPacketTimer({ clock, periodMs: 5 * second, send: () => sentAt.push(clock.now()) });
    clock.advance(10);
    timer.start();
    clock.advance(180);
    other.start();
    clock.advance(15 * second);
    expect(sentAt).toEqual([5000, 5000, 10_000, 10_000, 15_000, 15_000]);
  });

  it('is early by the same each time, and never late, wherever in a step its session began', () => {
    const { clock, timer, sentAt } = setUp(5 * second);
    clock.advance(999.7);
    timer.start();
    clock.advance(hour);
    const due = sentAt.map((_, index) => 999.7 + (index + 1) * 5 * second);
    expect(sentAt.every((at, index) => at <= (due[index] ?? 0) && at > (due[index] ?? 0) - 200)).toBe(true);
    expect(sentAt).toHaveLength(720);
  });

  it('tells when the next one comes, never more than a period ahead', () => {
    const { clock, timer, sentAt } = setUp(3 * second);
    clock.advance(100);
    timer.start();
    clock.advance(timer.status().nextInMs ?? 0);
    expect(sentAt).toEqual([clock.now()]);
    expect(timer.status()).toEqual({ sent: 1, nextInMs: 3 * second });
  });

  it('sends none while something was typed within the period', () => {
    const { clock, timer, sentAt } = setUp(10 * second);
    timer.start();
    for (let i = 0; i < 20; i += 1) {
      clock.advance(9 * second);
      timer.noteSent();
    }
    expect(sentAt).toEqual([]);
    clock.advance(10 * second);
    expect(sentAt).toEqual([190 * second]);
  });

  it('applies a shorter period at once, also to the one that is running', () => {
    const { clock, timer, sentAt } = setUp(60 * second);
    timer.start();
    clock.advance(10 * second);
    timer.setPeriod(12 * second);
    expect(timer.status().nextInMs).toBe(2 * second);
    clock.advance(2 * second);
    expect(sentAt).toEqual([12 * second]);
  });

  it('sends one at once when the new period has passed already', () => {
    const { clock, timer, sentAt } = setUp(60 * second);
    timer.start();
    clock.advance(30 * second);
    timer.setPeriod(2 * second);
    clock.advance(0);
    expect(sentAt).toEqual([30 * second]);
  });

  it('can be turned off and on again', () => {
    const { clock, timer, sentAt } = setUp(second);
    timer.start();
    timer.setPeriod(0);
    clock.advance(hour);
    expect(sentAt).toEqual([]);
    expect(clock.pending()).toBe(0);
    timer.setPeriod(second);
    clock.advance(second);
    expect(sentAt).toHaveLength(2);
  });

  it('sends one, not a burst, after the machine slept through many periods', () => {
    const sentAt: number[] = [];
    let now = 0;
    let fire: (() => void) | null = null;
    const clock = {
      now: () => now,
      after: (_ms: number, callback: () => void) => {
        fire = callback;
        return () => undefined;
      },
    };
    const timer = createNullPacketTimer({ clock, periodMs: second, send: () => sentAt.push(now) });
    timer.start();
    now = hour;
    (fire as unknown as () => void)();
    expect(sentAt).toEqual([hour]);
    expect(timer.status()).toEqual({ sent: 1, nextInMs: second });
  });

  it('sends nothing and holds no timer after it was stopped', () => {
    const { clock, timer, sentAt } = setUp(second);
    timer.start();
    timer.stop();
    timer.start();
    timer.setPeriod(2 * second);
    clock.advance(hour);
    expect(sentAt).toEqual([]);
    expect(clock.pending()).toBe(0);
  });
});
