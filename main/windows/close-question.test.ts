import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { SessionId, SessionSnapshot } from '#contract/session/session.ts';
import { createCloseQuestion, hearingMs, sessionsToAskAbout } from './close-question.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const setUp = (answer: Promise<boolean> = Promise.resolve(true)) => {
  const asked: string[] = [];
  const question = createCloseQuestion({
    askPage: (openSessions) => asked.push(`page ${openSessions}`),
    askNatively: (openSessions) => {
      asked.push(`system ${openSessions}`);
      return answer;
    },
    close: () => asked.push('closed'),
    onRefused: () => asked.push('stays'),
  });
  return { question, asked };
};

describe('the question before the window closes', () => {
  it('is the page\u2019s alone where the page shows it', async () => {
    const { question, asked } = setUp();
    question.ask(2);
    await vi.advanceTimersByTimeAsync(hearingMs - 1);
    question.handleHeard();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual(['page 2']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is asked by the system where the page says nothing, and closes the window with its answer', async () => {
    const { question, asked } = setUp();
    question.ask(2);
    await vi.advanceTimersByTimeAsync(hearingMs);
    expect(asked).toEqual(['page 2', 'system 2', 'closed']);
  });

  it('is asked by the system at once where the page is known to hang, until it comes back', async () => {
    const { question, asked } = setUp(Promise.resolve(false));
    question.setHanging(true);
    question.ask(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual(['system 1', 'stays']);
    question.setHanging(false);
    question.ask(1);
    expect(asked).toEqual(['system 1', 'stays', 'page 1']);
    question.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is asked once, however often the user closes the window meanwhile', async () => {
    const { question, asked } = setUp(new Promise(() => undefined));
    question.setHanging(true);
    question.ask(1);
    question.ask(1);
    expect(asked).toEqual(['system 1']);
  });
});

describe('the sessions that a window closes with', () => {
  const none = () => false;
  const session = (kind: 'open' | 'closed', warnOnClose: boolean) =>
    ({ state: { kind }, profile: { ...defaultProfile, warnOnClose } }) as unknown as SessionSnapshot;

  it('are asked about, all that are open, if one of them wants that', () => {
    expect(sessionsToAskAbout([session('open', false), session('open', true), session('closed', true)], none)).toBe(2);
  });

  it('are not where none of those that are open wants it', () => {
    expect(sessionsToAskAbout([session('open', false), session('closed', true)], none)).toBeNull();
  });

  it('are also where all have ended, and transfers of one wait for its next connection', () => {
    const ended = [session('closed', false), { ...session('closed', true), id: 's2' as SessionId }];
    expect(sessionsToAskAbout(ended, none)).toBeNull();
    expect(sessionsToAskAbout(ended, (id) => id === 's2')).toBe(0);
  });
});
