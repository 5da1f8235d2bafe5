import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import { defaultSearchSeconds } from '#contract/session/path.ts';
import { createLimitSearch } from './limit-search.ts';
import type { ProbeSilence, SilenceOutcome, SilenceRequest } from './silence.ts';
import { createFakeClock } from './testing/fake-clock.ts';

const failure: Failure = { code: 'authentication-refused', message: 'No.', retryable: false };
const loginMs = 300;

interface Path {
  /** Connections are forgotten after this silence. */
  readonly limitSeconds?: number;
  /** What becomes of the connection of so many seconds instead. */
  readonly instead?: Readonly<Record<number, SilenceOutcome>>;
}

/** A search on a path in fake time. */
function setUp(seconds: readonly number[], { limitSeconds = Number.POSITIVE_INFINITY, instead = {} }: Path) {
  const clock = createFakeClock();
  const told: string[] = [];
  const logins: number[] = [];
  let open = 0;
  let most = 0;

  const outcomeOf = (request: SilenceRequest): SilenceOutcome => {
    const { silentMs } = request;
    const usual = silentMs < limitSeconds * 1000 ? 'survived' : 'cut';
    return instead[silentMs / 1000] ?? (usual === 'cut' ? { kind: 'cut', silentMs } : { kind: 'survived' });
  };
  const probe: ProbeSilence = (request) =>
    new Promise((resolve) => {
      logins.push(clock.now() / 1000);
      open += 1;
      most = Math.max(most, open);
      const end = (outcome: SilenceOutcome) => {
        open -= 1;
        cancel();
        resolve(outcome);
      };
      const silent = () => {
        const outcome = instead[request.silentMs / 1000];
        if (outcome?.kind === 'refused') return end(outcome);
        request.onSilent();
        cancel = clock.after(request.silentMs, () => {
          request.onChecking();
          end(outcomeOf(request));
        });
      };
      let cancel = clock.after(loginMs, silent);
      request.signal.addEventListener('abort', () => end({ kind: 'aborted' }));
    });

  const search = createLimitSearch({
    clock,
    seconds,
    pace: { most: 6, spacingMs: 7000 },
    probe,
    onSurvived: (ms) => told.push(`survived ${ms / 1000}`),
    onFatal: (ms) => told.push(`fatal ${ms / 1000}`),
    onChange: () => undefined,
  });
  search.start();

  /** Lets time pass in steps of 100 ms, with what follows from each. */
  const pass = async (secondsToPass: number) => {
    for (let step = 0; step < secondsToPass * 10; step += 1) {
      clock.advance(100);
      for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
    }
  };
  /** Seconds that it took. */
  const end = async () => {
    while (search.state().kind === 'running') await pass(1);
    return clock.now() / 1000;
  };
  const states = () => Object.fromEntries(search.steps().map((step) => [step.seconds, step.state.kind]));
  return { clock, search, told, logins, pass, end, states, most: () => most, open: () => open };
}

describe('the search for a limit', () => {
  it('finds it between two of the times, and ends as soon as it has', async () => {
    const { end, told, states, search, open, clock } = setUp(defaultSearchSeconds, { limitSeconds: 245 });
    expect(await end()).toBeLessThan(330);
    expect(told).toEqual(['survived 60', 'survived 120', 'survived 240', 'fatal 300']);
    expect(states()).toMatchObject({ 240: 'survived', 300: 'cut', 350: 'skipped', 7200: 'skipped' });
    expect(search.state()).toEqual({ kind: 'done' });
    expect(open()).toBe(0);
    expect(clock.pending()).toBe(0);
  });

  it.each([
    [6, [1, 2, 4, 8, 16], 4, 8],
    [45, [10, 20, 30, 40, 50, 60], 40, 50],
    [6, defaultSearchSeconds, 4, 8],
    [45, defaultSearchSeconds, 30, 60],
    [300, [10, 3600], 274, 396],
  ])('finds a limit of %d s with %j to within its next step', async (limitSeconds, seconds, survived, fatal) => {
    const { end, told } = setUp(seconds, { limitSeconds });
    await end();
    const values = (kind: string) =>
      told.filter((text) => text.startsWith(kind)).map((text) => Number(text.split(' ')[1]));
    const [longest, shortest] = [Math.max(...values('survived')), Math.min(...values('fatal'))];
    expect([longest, shortest]).toEqual([survived, fatal]);
    expect(limitSeconds).toBeGreaterThan(longest);
    expect(limitSeconds).toBeLessThanOrEqual(shortest);
  });

  it('says that there is none up to the longest time, little later than that', async () => {
    const { end, told, search } = setUp(defaultSearchSeconds, {});
    const took = await end();
    expect(took).toBeGreaterThan(7200);
    // The last one waits for the place of the one of 300 s.
    expect(took).toBeLessThan(7200 + 300 + 10 * 7);
    expect(told.at(-1)).toBe('survived 7200');
    expect(search.state()).toEqual({ kind: 'done' });
  });

  it('opens six connections at most, one login at a time, and never six within half a minute', async () => {
    const { end, logins, most } = setUp(defaultSearchSeconds, {});
    await end();
    expect(most()).toBe(6);
    expect(logins).toHaveLength(10);
    for (const [index, at] of logins.slice(5).entries()) expect(at - (logins[index] ?? 0)).toBeGreaterThan(30);
  });

  it('tells how each connection stands, and how much time is left', async () => {
    const { pass, search, states } = setUp([1, 60, 120], {});
    await pass(5);
    expect(states()).toEqual({ 1: 'survived', 60: 'waiting', 120: 'waiting' });
    await pass(4);
    expect(search.steps()[1]?.state).toEqual({ kind: 'silent', leftMs: 58_300 });
    const state = search.state();
    expect(state.kind === 'running' && Math.abs(state.timeLeftMs - 125_000) < 1000).toBe(true);
  });

  it('is cancelled at once, with what it had found told already', async () => {
    const { pass, search, states, told, open, clock } = setUp(defaultSearchSeconds, { limitSeconds: 245 });
    await pass(70);
    search.cancel();
    await pass(1);
    expect(search.state()).toEqual({ kind: 'cancelled' });
    expect(told).toEqual(['survived 60']);
    expect(states()).toMatchObject({ 60: 'survived', 120: 'skipped', 7200: 'skipped' });
    expect(open()).toBe(0);
    expect(clock.pending()).toBe(0);
  });

  it('never tries again after a refused login', async () => {
    const { end, search, logins } = setUp([60, 120], { instead: { 60: { kind: 'refused', failure } } });
    await end();
    expect(search.state()).toEqual({ kind: 'failed', failure });
    expect(logins).toHaveLength(1);
  });

  it('goes on with the connections that it has when a later login is refused', async () => {
    const { end, search, told } = setUp([5, 10, 20, 30], {
      limitSeconds: 8,
      instead: { 20: { kind: 'refused', failure } },
    });
    await end();
    expect(told).toEqual(['survived 5', 'fatal 10']);
    expect(search.state()).toEqual({ kind: 'done' });
  });

  it('leaves out a connection that told nothing, and fails only if all of them did', async () => {
    const nothing: SilenceOutcome = { kind: 'failed', failure };
    const one = setUp([5, 10, 20], { limitSeconds: 15, instead: { 10: nothing } });
    await one.end();
    expect(one.told.slice(0, 2)).toEqual(['survived 5', 'fatal 20']);
    expect(one.search.state()).toEqual({ kind: 'done' });
    const all = setUp([5, 10], { instead: { 5: nothing, 10: nothing } });
    await all.end();
    expect(all.search.state()).toEqual({ kind: 'failed', failure });
  });

  it('ends when the server is not silent itself', async () => {
    const { end, search, states } = setUp([5, 60, 120], { instead: { 5: { kind: 'disturbed', failure } } });
    expect(await end()).toBeLessThan(20);
    expect(search.state()).toEqual({ kind: 'failed', failure });
    expect(states()).toEqual({ 5: 'failed', 60: 'skipped', 120: 'skipped' });
  });

  it('ends when no silence can be measured any more', async () => {
    const { pass, search, open } = setUp([60, 120], {});
    await pass(20);
    search.fail(failure);
    await pass(1);
    expect(search.state()).toEqual({ kind: 'failed', failure });
    expect(open()).toBe(0);
  });
});
