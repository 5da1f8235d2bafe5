import { expect, type Page } from '@playwright/test';
import type { Bridge } from '../../app/contract/channels/channels.ts';
import type { SessionSnapshot } from '../../app/contract/session/session.ts';
import type { AppWindow } from '../specs/harness/app.ts';

declare global {
  interface Window {
    readonly holdfast: Bridge;
  }
}

/** Clicks an entry of the session's menu, opened by the button in the tab bar. */
export async function chooseFromMenu(app: AppWindow, ...labels: readonly string[]): Promise<void> {
  await app.page.getByRole('button', { name: 'Menu' }).click();
  await app.menu(...labels);
}

/** Brings the tab at this place to the front. */
export const showTab = (page: Page, index: number) => page.getByRole('tab').nth(index).click();

/** Types a line into the session in front. */
export async function typeLine(page: Page, text: string): Promise<void> {
  await typeKeys(page, text);
  await page.keyboard.press('Enter');
}

/** Types into the session in front, without Enter. */
export async function typeKeys(page: Page, text: string): Promise<void> {
  await focusTerminal(page);
  await page.keyboard.type(text);
}

/** Gives the keyboard to the terminal in front. */
export const focusTerminal = (page: Page) => page.getByRole('tabpanel').locator('.xterm-helper-textarea').focus();

/** All text of the terminal in front, scrollback included, as "Copy All to Clipboard" gives it. */
export async function terminalText(app: AppWindow): Promise<string> {
  // The choice goes by main to the page and comes back as a copy, while a question to main goes straight there.
  const notCopied = 'not copied yet';
  await app.page.evaluate((text) => window.holdfast.command('clipboard.write', { to: 'clipboard', text }), notCopied);
  await chooseFromMenu(app, 'Copy All to Clipboard');
  return app.page.evaluate(async (before) => {
    for (let looks = 0; looks < 100; looks += 1) {
      const result = await window.holdfast.request('clipboard.read', { from: 'clipboard' });
      if (result.ok && result.value !== before) return result.value;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return ''; // of a terminal that is still empty nothing is copied
  }, notCopied);
}

/** Waits until the terminal in front shows the text. */
export async function expectTerminal(app: AppWindow, text: string | RegExp, timeout = 10_000): Promise<void> {
  const matcher = typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text);
  await expect.poll(() => terminalText(app), { timeout, intervals: [100, 200, 400] }).toEqual(matcher);
}

/** What the program reports of its sessions over its window. */
export async function sessionsOf(page: Page): Promise<readonly SessionSnapshot[]> {
  const result = await page.evaluate(() => window.holdfast.request('session.list', {}));
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
