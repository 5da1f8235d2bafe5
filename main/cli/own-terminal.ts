import { spawnSync } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { ReadStream } from 'node:tty';
import { openTerminal } from './open-terminal.ts';

/** The terminal that the program was started in. */
export interface OwnTerminal {
  /** Hands every key and every byte through, as a session needs it; or gives the terminal back as it was. */
  readonly setRaw: (raw: boolean) => void;
}

/**
 * Node puts a terminal back when the process ends, crashes included. Its raw mode still makes two characters of a line
 * feed, which programs that draw whole screens don't expect: stty takes that away, and the way back is Node's.
 */
export function ownTerminal(input: ReadStream): OwnTerminal {
  return {
    setRaw: (raw) => {
      input.setRawMode(raw);
      if (raw && process.platform !== 'win32') passLineFeedsOn();
    },
  };
}

/**
 * stty gets the terminal opened anew: a child makes what it inherits blocking, and with it our own standard input, where
 * a read that finds nothing, because a question has taken the keys, would then stop the whole program.
 */
function passLineFeedsOn() {
  const terminal = openTerminal('input');
  if (terminal === null) return;
  spawnSync('stty', ['-opost'], { stdio: [terminal, 'ignore', 'ignore'] });
  closeSync(terminal);
}
