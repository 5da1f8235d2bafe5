import { describe, expect, it } from 'vitest';
import { createAliveCheck } from './alive-check.ts';
import { createFakeClock } from './testing/fake-clock.ts';

const second = 1000;

function setUp(intervalMs: number, maxUnanswered = 3) {
  const clock = createFakeClock();
  const checks: number[] = [];
  const turns: [boolean, number][] = [];
  const unanswered: number[] = [];
  const alive = createAliveCheck({
    clock,
    intervalMs,
    maxUnanswered,
    counts: true,
    send: () => checks.push(clock.now()),
    onStalled: (stalled) => turns.push([stalled, clock.now()]),
    onUnanswered: () => unanswered.push(clock.now()),
  });
  alive.start();
  return { clock, alive, checks, turns, unanswered };
}

describe('the alive check', () => {
  it('asks after each interval of silence and stalls after count + 1 of them, as OpenSSH gives up', () => {
    const { clock, checks, turns } = setUp(3 * second);
    clock.advance(12 * second);
    expect(checks.slice(0, 3)).toEqual([2 * second, 5 * second, 8 * second]);
    // OpenSSH 9.2 asks first after 2 to 3 s, by where in a second of its clock the silence began, then every 3 s.
    expect(turns).toEqual([[true, 11 * second]]);
  });

  it('comes together with the checks of other sessions, at most a fifth of a second earlier', () => {
    const { clock, alive, checks } = setUp(3 * second);
    clock.advance(400);
    alive.noteReceived();
    clock.advance(5 * second);
    expect(checks).toEqual([2400, 5400]);
  });

  it('takes any inbound byte as life', () => {
    const { clock, alive, checks, turns } = setUp(3 * second);
    for (let i = 0; i < 100; i += 1) {
      clock.advance(1.7 * second);
      alive.noteReceived();
    }
    expect(checks).toEqual([]);
    expect(turns).toEqual([]);
  });

  it('starts counting afresh when a check is answered', () => {
    const { clock, alive, turns } = setUp(3 * second, 1);
    for (let i = 0; i < 10; i += 1) {
      clock.advance(2 * second + 100);
      alive.noteReceived();
    }
    expect(turns).toEqual([]);
  });

  it('says when a stalled server lives again, and goes on asking until then', () => {
    const { clock, alive, checks, turns } = setUp(second, 1);
    clock.advance(10 * second);
    expect(checks.length).toBeGreaterThanOrEqual(9);
    alive.noteReceived();
    expect(turns).toEqual([
      [true, 1.4 * second],
      [false, 10 * second],
    ]);
    expect(alive.isStalled()).toBe(false);
  });

  it('asks once when typing stays unanswered for 1 s, and stalls after 10 s without a byte', () => {
    const { clock, alive, checks, turns } = setUp(0);
    clock.advance(60 * second);
    for (let i = 0; i < 20; i += 1) alive.noteTyped();
    clock.advance(60 * second);
    expect(checks).toEqual([61 * second]);
    expect(turns).toEqual([[true, 70 * second]]);
  });

  it('calls the checks unanswered by their own count alone, whatever was typed into the silence', () => {
    const { clock, alive, turns, unanswered } = setUp(30 * second);
    alive.noteTyped();
    clock.advance(119 * second - 1);
    expect(turns).toEqual([[true, 10 * second]]);
    expect(unanswered).toEqual([]);
    clock.advance(1);
    expect(unanswered).toEqual([119 * second]);
  });

  it('gives a network that comes back after a sleep its 30 s, however short the interval is', () => {
    const { clock, alive, turns, unanswered } = setUp(second);
    alive.noteWake();
    clock.advance(29.9 * second);
    expect([turns, unanswered]).toEqual([[], []]);
    clock.advance(second);
    expect(turns).toEqual([[true, 30 * second]]);
    expect(unanswered).toHaveLength(1);
  });

  it('asks no more once it was stopped over the unanswered checks', () => {
    const clock = createFakeClock();
    const checks: number[] = [];
    const alive = createAliveCheck({
      clock,
      intervalMs: second,
      maxUnanswered: 1,
      counts: true,
      send: () => checks.push(clock.now()),
      onStalled: () => undefined,
      onUnanswered: () => alive.stop(),
    });
    alive.start();
    clock.advance(60 * second);
    expect(checks).toEqual([0.4 * second]);
    expect(clock.pending()).toBe(0);
  });

  it('does not mind a password typed without echo, as long as the check is answered', () => {
    const { clock, alive, turns } = setUp(0);
    alive.noteTyped();
    clock.advance(1.1 * second);
    alive.noteReceived();
    clock.advance(600 * second);
    expect(turns).toEqual([]);
  });

  it('asks at once after this machine woke up, and is patient for 30 s', () => {
    const { clock, alive, checks, turns } = setUp(0);
    clock.advance(3600 * second);
    alive.noteWake();
    clock.advance(29 * second);
    expect(checks).toEqual([3600 * second]);
    expect(turns).toEqual([]);
    clock.advance(second);
    expect(turns).toEqual([[true, 3630 * second]]);
  });

  it('asks nothing by itself when the interval is 0', () => {
    const { clock, checks } = setUp(0);
    clock.advance(3600 * second);
    expect(checks).toEqual([]);
    expect(clock.pending()).toBe(0);
  });

  it('follows changed settings at once', () => {
    const { clock, alive, checks } = setUp(0);
    clock.advance(10 * second);
    alive.configure({ intervalMs: 2 * second, maxUnanswered: 3, counts: true });
    clock.advance(0);
    expect(checks).toEqual([10 * second]);
    alive.configure({ intervalMs: 0, maxUnanswered: 3, counts: true });
    clock.advance(3600 * second);
    expect(checks).toHaveLength(1);
  });

  it('asks on where unanswered checks do not count, and stalls neither by them nor by typing', () => {
    const { clock, alive, checks, turns, unanswered } = setUp(5 * second);
    alive.configure({ intervalMs: 5 * second, maxUnanswered: 3, counts: false });
    alive.noteTyped();
    clock.advance(600 * second);
    expect(checks.length).toBeGreaterThan(100);
    expect([turns, unanswered]).toEqual([[], []]);
    alive.configure({ intervalMs: 5 * second, maxUnanswered: 3, counts: true });
    clock.advance(5 * second);
    expect(turns).toHaveLength(1);
  });

  it('holds no timer after it was stopped', () => {
    const { clock, alive } = setUp(second);
    alive.noteTyped();
    alive.stop();
    alive.noteReceived();
    alive.noteTyped();
    expect(clock.pending()).toBe(0);
  });
});
