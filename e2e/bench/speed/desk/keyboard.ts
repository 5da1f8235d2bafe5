import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { requireProgram } from '../../../lab/programs.ts';

/** Keys and pointer of an X server, by its XTEST: programs see no difference to real ones. */
export interface Keyboard {
  /** Presses and lets go of a key, named as in keysymdef.h, such as `a` or `ctrl+c`. Gives the time at which it began. */
  readonly press: (key: string) => number;
  readonly movePointer: (x: number, y: number) => void;
  readonly stop: () => Promise<void>;
}

/** One xdotool that runs all the while: starting one for each key would take longer than the terminals do. */
export function openKeyboard(env: NodeJS.ProcessEnv): Keyboard {
  const xdotool = spawn(requireProgram('xdotool'), ['-'], { env, stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(xdotool, 'exit');
  return {
    press: (key) => {
      const began = performance.now();
      xdotool.stdin.write(`keydown --delay 0 ${key}\nkeyup --delay 0 ${key}\n`);
      return began;
    },
    movePointer: (x, y) => xdotool.stdin.write(`mousemove ${x} ${y}\n`),
    stop: async () => {
      xdotool.stdin.end();
      await ended;
    },
  };
}
