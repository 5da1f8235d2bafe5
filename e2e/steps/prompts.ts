import type { Page } from '@playwright/test';

/** The window of the program that asks something about the session in front. */
export const promptOf = (page: Page) => page.getByRole('tabpanel').getByRole('dialog');

/** Accepts a host key that was never seen, for this run alone. */
export async function acceptHostKey(page: Page): Promise<void> {
  await promptOf(page).getByRole('button', { name: 'Accept once' }).click();
}

/** Types what is asked for, a password for example, and sends it. Resolves once that question is gone. */
export async function answerPrompt(page: Page, label: string | RegExp, text: string): Promise<void> {
  const field = await promptOf(page).getByLabel(label).elementHandle();
  await field?.fill(text);
  await page.keyboard.press('Enter');
  // The very element: the next question may look the same.
  await field?.waitForElementState('hidden');
}
