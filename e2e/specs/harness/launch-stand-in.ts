import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { App, LaunchOptions } from './app.ts';
import { dropFiles } from './drop-files.ts';
import { endProcess, watchOutput } from './process-output.ts';
import { createSurroundings } from './surroundings.ts';

const register = new URL('../../stand-in/register.mjs', import.meta.url).href;

/** Starts the program on the stand-in, without a window on the screen. */
export async function launchStandIn(options: LaunchOptions): Promise<App> {
  const around = createSurroundings(options);
  const child = spawn(process.execPath, ['--import', register, options.main ?? 'out/main/index.js', ...around.args], {
    env: { ...around.env, HOLDFAST_STAND_IN_HEADLESS: '1', HOLDFAST_STAND_IN_CONTROL: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = watchOutput(child);
  const [, address = ''] = await output.waitFor(/holdfast-stand-in \{"cdp":"(.*)"\}/).catch((error: unknown) => {
    child.kill('SIGKILL');
    around.remove();
    throw error;
  });
  let [browser, page] = await attach(address);
  if (options.size) await resize(page, options.size);

  const overlay = () => page.locator('holdfast-stand-in-overlay');
  const menuOf =
    (of: () => Page): App['menu'] =>
    async (...labels) => {
      const items = of().locator('holdfast-stand-in-overlay');
      for (const name of labels) {
        const marked = items.getByRole('menuitemcheckbox', { name, exact: true });
        await items.getByRole('menuitem', { name, exact: true }).or(marked).click();
      }
    };

  return {
    kind: 'stand-in',
    get page() {
      return page;
    },
    home: around.home,
    userDataDir: around.userDataDir,
    output: output.text,
    openedLinks: async () =>
      [...output.text().matchAll(/holdfast-stand-in \{"opened":"(.*)"\}/g)].map(([, url = '']) => url),
    openedPaths: async () =>
      [...output.text().matchAll(/holdfast-stand-in \{"openedPath":(".*")\}/g)].map(([, json = '""']) =>
        JSON.parse(json),
      ),
    dropFiles: async (at, paths) => {
      const byName = Object.fromEntries(paths.map((path) => [basename(path), path]));
      await page.evaluate((dropped) => Object.assign(window, { standInDropped: dropped }), byName);
      await dropFiles(page, at, paths);
    },
    notices: async () => [...output.text().matchAll(/holdfast-stand-in (\{"notified":.*\})/g)].map(noticeText),
    menu: menuOf(() => page),
    chooseFile: async (path, open) => {
      await open();
      const dialog = overlay().getByRole('dialog');
      await dialog.getByLabel('File name').fill(path);
      await dialog.getByRole('button').last().click();
    },
    closeWindow: () => page.close({ runBeforeUnload: true }),
    secondWindow: async () => {
      const [, second = ''] = await output.waitFor(/"cdp"[\s\S]*holdfast-stand-in \{"cdp":"(.*)"\}/);
      const [, itsPage] = await attach(second);
      return { page: itsPage, menu: menuOf(() => itsPage) };
    },
    reload: async () => {
      await page.reload();
    },
    crash: async () => {
      const session = await page.context().newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      // It is never answered: who would answer has crashed.
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      await browser.close();
      [browser, page] = await attach(address);
    },
    exited: () => output.exited,
    stop: async () => {
      const gone = disconnected(browser);
      await endProcess(child, output.exited);
      await gone;
      around.remove();
    },
    kill: async () => {
      const gone = disconnected(browser);
      child.kill('SIGKILL');
      await Promise.all([gone, output.exited]);
    },
  };
}

function noticeText([, json = '']: RegExpExecArray): string {
  const { title, body } = (JSON.parse(json) as { notified: { title: string; body: string } }).notified;
  return `${title}: ${body}`;
}

/** Resolves once Chromium has ended: it does when the program has. */
const disconnected = async (browser: Browser): Promise<void> => {
  if (browser.isConnected()) await new Promise((resolve) => browser.once('disconnected', resolve));
};

/**
 * How long a page that the program has loaded may keep Playwright waiting, ms: without a limit a spec would not say for
 * what.
 */
const loadLimitMs = 30_000;

async function attach(address: string): Promise<[Browser, Page]> {
  const browser = await chromium.connectOverCDP(address);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('The program shows no window.');
  // Whether the window may close is the stand-in's question; Playwright would answer it too.
  page.on('dialog', () => undefined);
  await page.waitForLoadState('load', { timeout: loadLimitMs });
  return [browser, page];
}

async function resize(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setContentsSize', { windowId, ...size });
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
  await session.detach();
}
