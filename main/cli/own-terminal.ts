import { spawnSync } from 'node:child_process';
import type { ReadStream } from 'node:tty';

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
      if (raw && process.platform !== 'win32')
        spawnSync('stty', ['-opost'], { stdio: ['inherit', 'ignore', 'ignore'] });
    },
  };
}
