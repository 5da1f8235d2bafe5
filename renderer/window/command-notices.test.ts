import { describe, expect, it } from 'vitest';
import { commandWords } from './command-notices.ts';

describe('the words for a command that has ended', () => {
  it.each([
    [{ seconds: 31.4, exitStatus: 0 }, 'The command has ended, after 31 s.'],
    [{ seconds: 200, exitStatus: 2 }, 'The command failed with exit status 2, after 3 min 20 s.'],
    [{ seconds: 7322, exitStatus: null }, 'The command has ended, after 2 h 2 min.'],
  ])('for %j are %j', (command, words) => {
    expect(commandWords(command)).toBe(words);
  });
});
