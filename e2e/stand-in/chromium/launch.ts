import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { type Cdp, CdpPipe } from './cdp.ts';
import { findChromium } from './find.ts';
import { chromiumFlags, isControlled } from './flags.ts';
import { removeFolder } from './remove-folder.ts';

/** One Chromium process with one application window. */
export interface ChromiumWindow {
  /** The window's page. Survives a crash of its renderer. */
  readonly page: Cdp;
  readonly browser: Cdp;
  readonly targetId: string;
  readonly windowId: number;
  /** Where specs can reach the browser; null unless they asked for it. */
  readonly controlAddress: () => string | null;
  /** Closes the window, and with it the process. Asks nobody. */
  readonly close: () => void;
}

interface LaunchOptions {
  readonly width: number;
  readonly height: number;
  /** The window was closed, by whatever means. */
  readonly onExit: () => void;
}

/** How long a new process may take to show its page, with a machine under load in mind. */
const startLimitMs = 60_000;

/** Characters of Chromium's messages that are read: the port is named among the first. */
const maxMessageLength = 64 * 1024;

/** How long Chromium may take to end by itself. */
const closeLimitMs = 3000;

/** Starts Chromium with an empty page. Rejects with a sentence for the user if there is none or it does not start. */
export async function launchChromium({ width, height, onExit }: LaunchOptions): Promise<ChromiumWindow> {
  const executable = findChromium();
  if (executable === null) {
    throw new Error('No Chromium was found. Install the package "chromium", or name one in HOLDFAST_CHROMIUM.');
  }
  const profileDir = mkdtempSync(join(tmpdir(), 'holdfast-chromium-'));
  const flags = chromiumFlags({ profileDir, width, height });
  const child = spawn(executable, flags, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  const kill = () => {
    child.kill('SIGKILL');
    removeFolder(profileDir);
  };
  process.once('exit', kill);
  child.once('exit', () => {
    process.off('exit', kill);
    removeFolder(profileDir);
    onExit();
  });
  child.once('error', onExit);
  const controlAddress = readControlAddress(child);

  const pipe = new CdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const targetId = await withLimit(firstPage(pipe.browser), startLimitMs);
  const { sessionId } = (await pipe.browser.send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string;
  };
  const { windowId } = await pipe.browser.send('Browser.getWindowForTarget', { targetId });
  const close = () => {
    pipe.browser.send('Browser.close').catch(() => undefined);
    const timer = setTimeout(kill, closeLimitMs);
    child.once('exit', () => clearTimeout(timer));
  };
  // Its window was closed: Chromium itself may stay, for a debugger that is still connected.
  pipe.browser.on('Target.targetDestroyed', (target) => {
    if (target.targetId === targetId) close();
  });
  return { page: pipe.session(sessionId), browser: pipe.browser, targetId, windowId, controlAddress, close };
}

/** Reads Chromium's messages, where it names the debugging port that specs may use; the address, or null until then. */
function readControlAddress(child: ChildProcess): () => string | null {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    if (isControlled && text.length < maxMessageLength) text += chunk;
  });
  return () => {
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(text)?.[1];
    return port === undefined ? null : `http://127.0.0.1:${port}`;
  };
}

const firstPage = (browser: Cdp): Promise<string> =>
  new Promise((resolve, reject) => {
    browser.on('Target.targetCreated', ({ targetInfo }) => {
      if (targetInfo.type === 'page') resolve(targetInfo.targetId);
    });
    browser.send('Target.setDiscoverTargets', { discover: true }).catch(reject);
  });

async function withLimit<T>(promise: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Chromium did not start in time.')), limitMs);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
