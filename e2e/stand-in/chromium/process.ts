import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CdpPipe } from './cdp.ts';
import { findChromium } from './find.ts';
import { chromiumFlags } from './flags.ts';
import { removeFolder } from './remove-folder.ts';

/** A running Chromium with a profile of its own, removed when it has ended. Ends with this process. */
export interface ChromiumProcess {
  readonly pipe: CdpPipe;
  /** The first of what it printed on standard error. */
  readonly messages: () => string;
  /** Waits until it has printed this; null if it ends without. */
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray | null>;
  /** Resolves once it has ended, or could not be started at all. */
  readonly ended: Promise<void>;
  readonly kill: () => void;
}

/** Characters of its messages that are kept: a debugging port is named among the first. */
const maxMessageLength = 64 * 1024;

/** Starts Chromium. Throws a sentence for the user if there is none. */
export function startChromium(size: { readonly width: number; readonly height: number }): ChromiumProcess {
  const executable = findChromium();
  if (executable === null) {
    throw new Error('No Chromium was found. Install the package "chromium", or name one in HOLDFAST_CHROMIUM.');
  }
  const profileDir = mkdtempSync(join(tmpdir(), 'holdfast-chromium-'));
  const flags = chromiumFlags({ profileDir, ...size });
  const child = spawn(executable, flags, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  const kill = () => {
    child.kill('SIGKILL');
    removeFolder(profileDir);
  };
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  }).then(() => {
    process.off('exit', kill);
    removeFolder(profileDir);
  });

  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    if (text.length < maxMessageLength) text += chunk;
  });
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray | null>((resolve) => {
      const look = () => {
        const found = pattern.exec(text);
        if (found === null) return;
        child.stderr?.off('data', look);
        resolve(found);
      };
      child.stderr?.on('data', look);
      look();
      void ended.then(() => resolve(null));
    });
  const pipe = new CdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  return { pipe, messages: () => text, printed, ended, kill };
}
