import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import type { LimitSearch, LimitStep, PathReport } from '#contract/session/path.ts';
import { knownWords, searchWords, stepWords } from './path-words.ts';

const failure: Failure = { code: 'authentication-refused', message: 'No.', retryable: false, hint: 'Ask.' };
const report: PathReport = {
  hostName: 'web.example.com',
  portNumber: 22,
  survived: { ms: 250_000, at: new Date(2026, 2, 4, 12).getTime(), count: 2 },
  fatal: { ms: 300_000, at: new Date(2026, 2, 5, 12).getTime(), count: 1 },
  adviceSeconds: 120,
  ignoresChecksSince: null,
  search: null,
};
const search = (state: LimitSearch['state'], ...steps: readonly LimitStep[]): LimitSearch => ({ state, steps });
const survived = (seconds: number): LimitStep => ({ seconds, state: { kind: 'survived' } });
const cut = (seconds: number): LimitStep => ({ seconds, state: { kind: 'cut', afterMs: seconds * 1000 } });

describe('knownWords', () => {
  it('tells both limits with their days and how often they were seen, and the advice', () => {
    expect(knownWords(report).join(' ')).toBe(
      'Longest silence survived here: 4 min 10 s (seen 2 times, last on 2026-03-04). ' +
        'Shortest fatal: 5 min (2026-03-05). Advice: 120 s.',
    );
  });

  it('says what is not known', () => {
    expect(knownWords({ ...report, survived: null, fatal: null, adviceSeconds: null }).join(' ')).toBe(
      'Nothing is known yet of the path to web.example.com.',
    );
    expect(knownWords({ ...report, survived: null }).join(' ')).toMatch(/survived here: none yet\. Shortest fatal/);
    expect(knownWords({ ...report, fatal: null, adviceSeconds: null }).join(' ')).toMatch(
      /None was fatal\. That is too little for advice\.$/,
    );
  });
});

describe('knownWords of a server that answers no check', () => {
  const since = new Date(2026, 2, 4, 12).getTime();

  it('says so, whether more is known or not', () => {
    const words = 'The server answers no alive check (2026-03-04), so that none counts.';
    expect(knownWords({ ...report, ignoresChecksSince: since }).at(-1)).toBe(words);
    expect(knownWords({ ...report, survived: null, fatal: null, ignoresChecksSince: since })).toEqual([words]);
  });
});

describe('searchWords', () => {
  it('counts down by itself', () => {
    const running = search({ kind: 'running', timeLeftMs: 90_000, prompt: null });
    expect(searchWords(running, 0)).toBe('At most 1 min 30 s left.');
    expect(searchWords(running, 60_000)).toBe('At most 30 s left.');
    expect(searchWords(running, 100_000)).toBe('At most 0 s left.');
  });

  it('does not count while a login waits for its user', () => {
    const prompt = { promptId: '1', prompt: { kind: 'user-name', host: 'h' } } as const;
    expect(searchWords(search({ kind: 'running', timeLeftMs: 90_000, prompt }), 0)).toMatch(
      /is waiting for your answer/,
    );
  });

  it('tells what was found', () => {
    const done = { kind: 'done' } as const;
    expect(searchWords(search(done, survived(60), survived(240), cut(300)), 0)).toBe(
      'The path survives 4 min of silence, and forgets a connection within 5 min.',
    );
    expect(searchWords(search(done, cut(2)), 0)).toBe('The path forgets a connection within 2 s.');
    expect(searchWords(search(done, survived(60), survived(7200)), 0)).toBe(
      'The path survived every silence that was tried, up to 2 h.',
    );
  });

  it('tells why there is nothing to tell', () => {
    expect(searchWords(search({ kind: 'cancelled' }), 0)).toMatch(/was cancelled/);
    expect(searchWords(search({ kind: 'failed', failure }), 0)).toBe('No. Ask.');
  });
});

describe('stepWords', () => {
  it('tells how a connection stands', () => {
    expect(stepWords({ kind: 'silent', leftMs: 60_000 }, 25_000)).toBe('silent, 35 s left');
    expect(stepWords({ kind: 'cut', afterMs: 8000 }, 0)).toBe('cut off after 8 s');
    expect(stepWords({ kind: 'failed', failure }, 0)).toBe('No.');
    const kinds = ['waiting', 'logging-in', 'checking', 'survived', 'skipped'] as const;
    expect(new Set(kinds.map((kind) => stepWords({ kind }, 0))).size).toBe(kinds.length);
  });
});
