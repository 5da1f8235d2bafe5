import { describe, expect, it } from 'vitest';
import { createCheckAnswers } from './check-answers.ts';
import { createFakeClock } from './testing/fake-clock.ts';

/** Sends a check every 5 s, of which each is followed by what the test says; gives what was told with each. */
function afterChecks(...followed: readonly ('bytes' | 'answer' | 'nothing')[]): readonly boolean[] {
  const clock = createFakeClock();
  const answers = createCheckAnswers(clock);
  return followed.map((by) => {
    const isTold = answers.noteSent();
    clock.advance(1000);
    if (by !== 'nothing') answers.noteReceived();
    if (by === 'answer') answers.noteAnswered();
    clock.advance(4000);
    return isTold;
  });
}

describe('a server that answers no check', () => {
  it('is known once three were passed over', () => {
    expect(afterChecks('bytes', 'bytes', 'bytes', 'bytes')).toEqual([false, false, false, true]);
  });

  it('is not one that is silent altogether', () => {
    expect(afterChecks(...Array.from({ length: 50 }, () => 'nothing' as const))).not.toContain(true);
  });

  it('is not one that has answered a single time', () => {
    expect(afterChecks('answer', ...Array.from({ length: 50 }, () => 'bytes' as const))).not.toContain(true);
  });

  it('is not one that was frozen and sends its answers as it goes on', () => {
    expect(afterChecks('nothing', 'nothing', 'nothing', 'bytes', 'answer', 'bytes', 'bytes')).not.toContain(true);
  });

  it('is not known within moments: answers may be on their way over a slow link', () => {
    const clock = createFakeClock();
    const answers = createCheckAnswers(clock);
    const told = Array.from({ length: 10 }, () => {
      const isTold = answers.noteSent();
      answers.noteReceived();
      clock.advance(1000);
      return isTold;
    });
    expect(told).not.toContain(true);
    expect(answers.noteSent()).toBe(true);
  });
});
