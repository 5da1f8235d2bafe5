import { spawn } from 'node:child_process';
import { platform } from 'node:process';
import { isControlled, isHeadless } from './chromium/flags.ts';
import { tellSpecs } from './control.ts';

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

export const shell = {
  /** Opens a file with the system's program for it: here specs are told of it instead, and are that program. */
  async openPath(path: string): Promise<string> {
    tellSpecs({ openedPath: path });
    return '';
  },

  /** Opens a link with the system's program for it. Specs are told of it instead, on standard output. */
  async openExternal(url: string): Promise<void> {
    tellSpecs({ opened: url });
    if (isHeadless || isControlled) return;
    const [program, ...args] = openers[platform] ?? ['xdg-open'];
    await new Promise<void>((resolve, reject) => {
      const child = spawn(program, [...args, url], { detached: true, stdio: 'ignore' });
      child.once('error', reject);
      child.once('spawn', () => {
        child.unref();
        resolve();
      });
    });
  },
};
