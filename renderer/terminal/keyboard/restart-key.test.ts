import { beforeEach, describe, expect, it } from 'vitest';
import { createRestartKey, type RestartKey, restartGuardMs } from './restart-key.ts';

const endedAt = 5000;
const readable = endedAt + restartGuardMs;

let key: RestartKey;
beforeEach(() => {
  key = createRestartKey();
  key.noteEnded(endedAt);
});

describe('Enter in a session that has ended', () => {
  it('restarts it once the message could be read', () => {
    expect(key.press('\r', readable)).toBe(true);
  });

  it('does not restart it while it ends the line that was being typed when the session died', () => {
    expect(key.press('\r', readable - 1)).toBe(false);
    for (const [index, letter] of [...'exit'].entries()) {
      expect(key.press(letter, readable + index)).toBe(false);
    }
    expect(key.press('\r', readable + 100)).toBe(false);
    expect(key.press('\r', readable + 3 + restartGuardMs)).toBe(true);
  });

  it('restarts it however the mouse moves and the focus goes', () => {
    for (const report of ['\u001b[I', '\u001b[O', '\u001b[<35;4;2M', '\u001b[M !!']) {
      expect(key.press(report, readable)).toBe(false);
    }
    expect(key.press('\r', readable)).toBe(true);
  });

  it('counts from each end anew', () => {
    key.noteEnded(readable);
    expect(key.press('\r', readable)).toBe(false);
    expect(key.press('\r', readable + restartGuardMs)).toBe(true);
  });
});
