import type { Cdp } from './cdp.ts';
import { isControlled } from './flags.ts';
import { type ChromiumProcess, startChromium } from './process.ts';

/** One Chromium process with one application window. */
export interface ChromiumWindow {
  /** The window's page. Survives a crash of its renderer. */
  readonly page: Cdp;
  readonly browser: Cdp;
  readonly targetId: string;
  readonly windowId: number;
  /** Where specs can reach the browser; null unless they asked for it. */
  readonly controlAddress: string | null;
  /** Closes the window, and with it the process. Asks nobody. */
  readonly close: () => void;
  /** Resolves once the window was closed, by whatever means. */
  readonly ended: Promise<void>;
}

/** How long a new process may take to show its page, ms, with a machine under load in mind. */
const startLimitMs = 60_000;

/** How long Chromium may take to end by itself, ms. */
const closeLimitMs = 3000;

/** Starts Chromium with an empty page. Rejects with a sentence for the user if there is none or it does not start. */
export async function launchChromium(size: {
  readonly width: number;
  readonly height: number;
}): Promise<ChromiumWindow> {
  const chromium = startChromium(size);
  const { browser } = chromium.pipe;
  const targetId = await firstPage(chromium);
  const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId });
  const { sessionId } = (await browser.send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string;
  };
  const close = () => {
    browser.send('Browser.close').catch(() => undefined);
    const timer = setTimeout(chromium.kill, closeLimitMs);
    void chromium.ended.then(() => clearTimeout(timer));
  };
  // Its window was closed: Chromium itself may stay, for a debugger that is still connected.
  browser.on('Target.targetDestroyed', (target) => {
    if (target.targetId === targetId) close();
  });
  const page = chromium.pipe.session(sessionId);
  const controlAddress = isControlled ? await debuggingAddress(chromium) : null;
  return { page, browser, targetId, windowId, controlAddress, close, ended: chromium.ended };
}

/** Chromium names its debugging port on standard error, which may be read later than the pipe that tells of the page. */
async function debuggingAddress({ printed }: ChromiumProcess): Promise<string | null> {
  const port = (await printed(/DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//))?.[1];
  return port === undefined ? null : `http://127.0.0.1:${port}`;
}

/** The page's target, once it is there. */
function firstPage({ pipe: { browser }, messages, ended, kill }: ChromiumProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`Chromium could not be started.\n${messages().trim()}`));
    const timer = setTimeout(() => {
      kill();
      fail();
    }, startLimitMs);
    browser.on('Target.targetCreated', ({ targetInfo }) => {
      if (targetInfo.type !== 'page') return;
      clearTimeout(timer);
      resolve(targetInfo.targetId);
    });
    void ended.then(() => {
      clearTimeout(timer);
      fail();
    });
    browser.send('Target.setDiscoverTargets', { discover: true }).catch(() => undefined);
  });
}
