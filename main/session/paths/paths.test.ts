import { describe, expect, it, vi } from 'vitest';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import type { PathReport } from '#contract/session/path.ts';
import { createPathBook } from '../../keepalive/path-book.ts';
import { createSleepWatch } from '../../keepalive/sleep-watch.ts';
import { createFakeClock } from '../../keepalive/testing/fake-clock.ts';
import type { OpenSilenceProbe } from '../ports/transport.ts';
import { createPaths } from './paths.ts';

const profile: Profile = { ...defaultProfile, hostName: 'ada@Web.example.com', userName: 'ada' };
const web = { hostName: 'web.example.com', portNumber: 22 };

/** Paths over a network that forgets after some seconds; the first login asks for a password if it is told to. */
function setUp({ limitSeconds = 300, asks = false } = {}) {
  const clock = createFakeClock();
  let isWatched = true;
  let wall = 0;
  const probe: OpenSilenceProbe = (_profile, ask) => async (request) => {
    const { silentMs, signal } = request;
    const prompt = { kind: 'password', user: 'ada', host: 'web', port: 22, banner: null, retry: false } as const;
    const answer = asks ? await ask(prompt, signal) : null;
    if (answer?.kind === 'cancel') return { kind: 'aborted' };
    request.onSilent();
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve({ kind: 'aborted' }));
      clock.after(silentMs, () => {
        request.onChecking();
        resolve(silentMs < limitSeconds * 1000 ? { kind: 'survived' } : { kind: 'cut', silentMs });
      });
    });
  };
  const book = createPathBook({
    memory: { paths: [], servers: [] },
    localNetwork: () => 'home',
    wallClock: () => 5000,
  });
  const sleep = createSleepWatch(clock, () => wall + clock.now());
  const onChange = vi.fn<(report: PathReport) => void>();
  const paths = createPaths({ book, openProbe: probe, sleep, clock, isWatched: () => isWatched, onChange });
  const pass = async (seconds: number) => {
    for (let step = 0; step < seconds; step += 1) {
      clock.advance(1000);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
  };
  const closeWindow = () => {
    isWatched = false;
    return paths.whenSearched();
  };
  const goToSleep = (ms: number) => {
    wall += ms;
  };
  const state = () => paths.report(web).search?.state;
  return { paths, book, onChange, pass, closeWindow, goToSleep, state };
}

describe('what is known of a path', () => {
  it('is told with its advice, under the name of the host alone', () => {
    const { paths, book, onChange } = setUp();
    expect(paths.report(profile)).toEqual({
      ...web,
      survived: null,
      fatal: null,
      adviceSeconds: null,
      ignoresChecksSince: null,
      search: null,
    });
    book.pathTo(web).noteFatal(300_000);
    const report = { ...web, fatal: { ms: 300_000, at: 5000, count: 1 }, adviceSeconds: 120 };
    expect(paths.report(profile)).toMatchObject(report);
    expect(onChange).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(report));
  });

  it('is forgotten on request', () => {
    const { paths, book } = setUp();
    book.pathTo(web).noteFatal(300_000);
    expect(paths.forget(profile)).toMatchObject({ survived: null, fatal: null, adviceSeconds: null });
  });
});

describe('a search', () => {
  it('tells its progress, and notes what it finds', async () => {
    const { paths, pass, state, onChange } = setUp();
    expect(paths.search(profile, [60, 240, 350, 3600])).toMatchObject({ ok: true, value: { search: {} } });
    expect(state()).toMatchObject({ kind: 'running', prompt: null });
    await pass(70);
    expect(paths.report(web)).toMatchObject({ survived: { ms: 60_000 }, fatal: null });
    await pass(300);
    expect(state()).toEqual({ kind: 'done' });
    expect(paths.report(web)).toMatchObject({ survived: { ms: 240_000 }, fatal: { ms: 350_000 }, adviceSeconds: 120 });
    expect(onChange.mock.lastCall?.[0].search?.state).toEqual({ kind: 'done' });
  });

  it('wins over older evidence, whichever way that contradicts it', async () => {
    for (const note of ['noteSurvived', 'noteFatal'] as const) {
      const { paths, book, pass } = setUp();
      book.pathTo(web)[note](note === 'noteFatal' ? 30_000 : 3_000_000);
      paths.search(profile, [60, 240, 350]);
      await pass(400);
      expect(paths.report(web)).toMatchObject({ survived: { ms: 240_000 }, fatal: { ms: 350_000 } });
    }
  });

  it('runs once at a time for each path', async () => {
    const { paths, pass } = setUp();
    paths.search(profile, [60]);
    expect(paths.search({ ...profile, hostName: 'web.example.com' }, [60])).toMatchObject({ ok: false });
    expect(paths.search({ ...profile, portNumber: 2222 }, [60])).toMatchObject({ ok: true });
    await pass(70);
    expect(paths.search(profile, [60])).toMatchObject({ ok: true });
  });

  it('asks once for a password, and is cancelled with the question', async () => {
    const { paths, pass, state } = setUp({ asks: true });
    paths.search(profile, [10, 20]);
    await pass(1);
    const running = state();
    const promptId = running?.kind === 'running' ? (running.prompt?.promptId ?? '') : '';
    expect(paths.answer(web, promptId, { kind: 'text', text: 'secret' })).toBe(true);
    expect(paths.answer(web, promptId, { kind: 'text', text: 'secret' })).toBe(false);
    await pass(40);
    expect(state()).toEqual({ kind: 'done' });
    expect(JSON.stringify(paths.report(web))).not.toContain('secret');

    paths.search(profile, [10, 20]);
    await pass(1);
    const next = state();
    paths.answer(web, next?.kind === 'running' ? (next.prompt?.promptId ?? '') : '', { kind: 'cancel' });
    await pass(1);
    expect(state()).toEqual({ kind: 'cancelled' });
  });

  it('is cancelled on request', async () => {
    const { paths, pass, state } = setUp();
    paths.search(profile, [60]);
    paths.cancelSearch(web);
    await pass(1);
    expect(state()).toEqual({ kind: 'cancelled' });
  });

  it('goes on without a window, which can wait for it', async () => {
    const { paths, pass, closeWindow, state } = setUp();
    paths.search(profile, [60]);
    let hasEnded = false;
    void closeWindow().then(() => {
      hasEnded = true;
    });
    await pass(30);
    expect(hasEnded).toBe(false);
    await pass(40);
    expect(hasEnded).toBe(true);
    expect(state()).toEqual({ kind: 'done' });
    await closeWindow();
  });

  it('ends with its window when it asks something', async () => {
    const { paths, pass, closeWindow, state } = setUp({ asks: true });
    paths.search(profile, [60]);
    await pass(1);
    const closed = closeWindow();
    await pass(1);
    await closed;
    expect(state()).toEqual({ kind: 'cancelled' });
  });

  it('ends when the computer slept, since no silence was measured', async () => {
    const { paths, pass, goToSleep, state } = setUp();
    paths.search(profile, [60, 120]);
    await pass(10);
    goToSleep(3_600_000);
    await pass(10);
    expect(state()).toMatchObject({ kind: 'failed', failure: { code: 'limit-unmeasurable' } });
  });
});
