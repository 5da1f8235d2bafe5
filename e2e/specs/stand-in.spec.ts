import type { Page } from '@playwright/test';
import type { App } from './harness/app.ts';
import { test as base, expect } from './harness/test.ts';

const main = 'e2e/stand-in/fixture/main.js';

/** What the miniature application's page offers. */
interface FixtureWindow {
  readonly fixture: {
    readonly send: (name: string) => void;
    readonly ask: (name: string, ...args: readonly unknown[]) => Promise<unknown>;
  };
  readonly received: readonly unknown[];
  readonly focusEvents: number;
  readonly echo: (bytes: Uint8Array, pieceSize: number) => Promise<Uint8Array>;
}

const test = base.extend<{ fixtureApp: App }>({
  fixtureApp: async ({ launch }, use) => use(await launch({ main })),
});

const inPage = <R>(page: Page, work: (window: FixtureWindow) => R | Promise<R>): Promise<R> =>
  page.evaluate(`(${work.toString()})(window)`) as Promise<R>;

const send = (page: Page, name: string) =>
  page.evaluate((text) => (window as unknown as FixtureWindow).fixture.send(text), name);

const ask = (page: Page, ...args: readonly [string, ...unknown[]]) =>
  page.evaluate((all) => (window as unknown as FixtureWindow).fixture.ask(...all), args as [string, ...unknown[]]);

const received = (page: Page) => inPage(page, (window) => window.received);

test.describe('the electron module', () => {
  test('carries questions to main and answers back', async ({ fixtureApp: { page } }) => {
    const value = { text: 'ü', list: [1, null, { deep: true }] };
    expect(await ask(page, 'echo', value)).toEqual(value);
    await expect(ask(page, 'fail')).rejects.toThrow("Error invoking remote method 'question': Error: no");
    await expect(inPage(page, (window) => window.fixture.ask('echo', () => 1))).rejects.toThrow(/could not be cloned/);
  });

  test("tells main the sender's real address", async ({ fixtureApp: { page } }) => {
    const url = new URL('../stand-in/fixture/index.html', import.meta.url).href;
    expect(await ask(page, 'frame')).toEqual({ url, isMainFrame: true, isWindow: true });
    await page.evaluate(() => history.replaceState(null, '', '#part'));
    await expect.poll(() => ask(page, 'frame')).toMatchObject({ url: `${url}#part` });
  });

  test('keeps application data where it is told', async ({ fixtureApp: { page, userDataDir } }) => {
    expect(await ask(page, 'app')).toEqual({ name: 'Fixture', version: '1.2.3', userData: userDataDir });
  });

  test('leaves the Content Security Policy of the page in force', async ({ fixtureApp: { page } }) => {
    const violated = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
          new WebSocket('ws://127.0.0.1:9');
        }),
    );
    expect(violated).toBe('connect-src');
  });
});

test.describe('a message port', () => {
  test('carries bytes both ways unchanged, as bytes', async ({ fixtureApp: { page } }) => {
    const same = await page.evaluate(async () => {
      const { echo } = window as unknown as FixtureWindow;
      const bytes = new Uint8Array(5 * 1024 * 1024);
      for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
      const hash = async (data: Uint8Array) =>
        new Uint8Array(await crypto.subtle.digest('SHA-256', data.slice())).join();
      const back = await echo(bytes, 60_000);
      return { sent: await hash(bytes), back: await hash(back), length: back.length };
    });
    expect(same.back).toBe(same.sent);
    expect(same.length).toBe(5 * 1024 * 1024);
    expect(await received(page)).toEqual([{ kind: 'control', text: 'hello' }]);
  });

  test('closes when its page is reloaded, and the page gets a new one', async ({ fixtureApp }) => {
    const { page } = fixtureApp;
    const echoed = () => inPage(page, async (window) => [...(await window.echo(new Uint8Array([1, 2, 3]), 2))]);
    expect(await echoed()).toEqual([1, 2, 3]);
    await fixtureApp.reload();
    await expect.poll(fixtureApp.output).toContain('port closed');
    expect(await echoed()).toEqual([1, 2, 3]);
  });
});

test.describe('a menu', () => {
  test('is worked with the mouse, and its submenus', async ({ fixtureApp }) => {
    const { page } = fixtureApp;
    await page.getByRole('button', { name: 'Menu' }).click();
    await fixtureApp.menu('New Session…');
    await expect.poll(() => received(page)).toEqual(['new', 'menu closed']);
    await page.getByRole('button', { name: 'Menu' }).click({ button: 'right' });
    await fixtureApp.menu('Saved', 'R&D');
    await expect.poll(() => received(page)).toEqual(['new', 'menu closed', 'R&D', 'menu closed']);
  });

  test('is worked from the keyboard, and gives the focus back unseen', async ({ fixtureApp: { page, kind } }) => {
    test.skip(kind === 'electron', 'Native menus are out of reach.');
    await page.getByRole('button', { name: 'Menu' }).focus();
    const focusEvents = await inPage(page, (window) => window.focusEvents);
    await send(page, 'menu');
    await expect(page.getByRole('menu', { name: 'Menu' })).toBeFocused();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await expect(page.getByRole('menuitem', { name: 'Saved' })).toBeFocused();
    for (const key of ['ArrowRight', 'Enter']) await page.keyboard.press(key);
    await expect.poll(() => received(page)).toEqual(['R&D', 'menu closed']);
    await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused();
    expect(await inPage(page, (window) => window.focusEvents)).toBe(focusEvents);
  });

  test('goes away with Escape, and never runs a disabled item', async ({ fixtureApp: { page, kind } }) => {
    test.skip(kind === 'electron', 'Native menus are out of reach.');
    await send(page, 'menu');
    const off = page.getByRole('menuitem', { name: 'Off' });
    await expect(off).toHaveAttribute('aria-disabled', 'true');
    await off.click({ force: true });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect.poll(() => received(page)).toEqual(['menu closed']);
  });
});

test.describe('dialogs, clipboard and links', () => {
  test('answers a file dialog with the path that was entered', async ({ fixtureApp }) => {
    const { page } = fixtureApp;
    let answer: Promise<unknown> = Promise.resolve();
    await fixtureApp.chooseFile('/tmp/id_ed25519', async () => {
      answer = ask(page, 'file');
    });
    expect(await answer).toEqual({ canceled: false, filePaths: ['/tmp/id_ed25519'] });
  });

  test('answers a message box with the button', async ({ fixtureApp: { page, kind } }) => {
    test.skip(kind === 'electron', 'Native dialogs are out of reach.');
    const answer = ask(page, 'box');
    await page.getByRole('dialog').getByRole('button', { name: 'B' }).click();
    expect(await answer).toMatchObject({ response: 1 });
  });

  test('shares the clipboard with the page', async ({ fixtureApp: { page } }) => {
    await ask(page, 'copy', 'from main');
    await page.getByLabel('Text').click();
    await page.keyboard.press('Control+V');
    await expect(page.getByLabel('Text')).toHaveValue('from main');
    await page.getByLabel('Text').fill('from the page');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await expect.poll(() => ask(page, 'paste')).toBe('from the page');
  });

  test('tells the specs which links were opened', async ({ fixtureApp }) => {
    await ask(fixtureApp.page, 'link', 'https://example.com/?a=1');
    await expect.poll(fixtureApp.openedLinks).toEqual(['https://example.com/?a=1']);
  });
});

test.describe('the window', () => {
  test('has the size that it is given', async ({ fixtureApp: { page } }) => {
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([700, 500]);
    await ask(page, 'resize', 640, 480);
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 480]);
    await expect.poll(() => ask(page, 'size')).toEqual([640, 480]);
  });

  test('fills the screen and comes back', async ({ fixtureApp: { page } }) => {
    await ask(page, 'full-screen', true);
    await expect.poll(() => ask(page, 'is-full-screen')).toBe(true);
    await ask(page, 'full-screen', false);
    await expect.poll(() => ask(page, 'is-full-screen')).toBe(false);
  });

  test('neither navigates away nor opens another window if main says no', async ({ fixtureApp: { page } }) => {
    const url = page.url();
    await page.getByRole('link', { name: 'Away' }).click({ noWaitAfter: true });
    await page.evaluate(() => window.open('https://example.com/'));
    await expect.poll(() => received(page)).toEqual(['open https://example.com/']);
    await expect.poll(() => page.context().pages().length).toBe(1);
    expect(page.url()).toBe(url);
  });

  test('closes only if main agrees, and the program ends with it', async ({ fixtureApp }) => {
    const { page } = fixtureApp;
    await send(page, 'keep-open');
    await fixtureApp.closeWindow();
    await expect.poll(() => received(page)).toEqual(['close refused']);
    await send(page, 'let-close');
    await fixtureApp.closeWindow();
    expect(await fixtureApp.exited()).toBe(0);
  });

  test('comes back after a crash of its renderer', async ({ fixtureApp }) => {
    test.skip(fixtureApp.kind === 'electron', 'Playwright cannot follow the page through a crash.');
    await fixtureApp.crash();
    expect(fixtureApp.output()).toContain('gone: crashed');
    expect(await ask(fixtureApp.page, 'echo', 'alive')).toBe('alive');
  });
});

test.describe('a second instance', () => {
  test('hands its command line to the first and ends', async ({ fixtureApp, launch }) => {
    const { page, home, userDataDir } = fixtureApp;
    await expect(launch({ main, home, userDataDir, args: ['-load', 'R&D "x"'] })).rejects.toThrow(/status 0/);
    await expect.poll(() => received(page)).toEqual(['R&D "x"']);
  });

  test('is the first after that was killed', async ({ fixtureApp, launch }) => {
    const { home, userDataDir } = fixtureApp;
    await fixtureApp.kill();
    const { page } = await launch({ main, home, userDataDir });
    expect(await ask(page, 'echo', 1)).toBe(1);
  });
});
