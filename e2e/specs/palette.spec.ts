import type { Page } from '@playwright/test';
import { configure } from '../steps/configure.ts';
import { expectAccessible } from '../steps/looks.ts';
import { userDataIn, writeSavedSessions } from '../steps/saved.ts';
import { expectState } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

const palette = (page: Page) => page.getByRole('combobox', { name: 'Command Palette' });
const quick = (page: Page) => page.getByRole('combobox', { name: 'Quick Connect' });
const chosen = (page: Page) => page.getByRole('option', { selected: true });

test('the command palette performs menu actions, opens saved sessions and shows panels, by keys alone', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSavedSessions(userDataIn(home), { 'the lab': keyLogin(sshd), other: {} });
  const { page } = await launch({ home });
  await page.keyboard.press('Control+Shift+P');
  await palette(page).fill('lab');
  await expect(chosen(page)).toHaveText(/^Open the lab/);
  await page.keyboard.press('Enter');
  await expectState(page, 'open');

  await page.keyboard.press('Control+Shift+P');
  await palette(page).fill('evlog');
  await expectAccessible(page, 'the command palette');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Event Log/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+P');
  await palette(page).fill('settings alive');
  await expect(chosen(page)).toContainText('Alive checks');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { name: 'Options controlling alive checks and lost connections' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Terminal input' })).toBeFocused();

  await page.keyboard.press('Control+Shift+P');
  await palette(page).fill('keepalives');
  await expect(chosen(page)).toHaveText(/^Seconds between keepalives .*Connection$/);
  await palette(page).fill('no such thing');
  await expect(page.getByText('No command matches that.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
});

test('quick connect opens what is typed, and suggests it the next time until its history is cleared', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  const app = await launch({ home });
  const { page } = app;
  await configure(page, { keyFile: sshd.clientKey });
  await page.getByRole('row', { name: 'Session', exact: true }).click();
  await page.getByRole('row', { name: 'Default Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved as "Default Settings".')).toBeVisible();

  const typed = `${sshd.userName}@[127.0.0.1]:${sshd.port}`;
  const kept = `${sshd.userName}@127.0.0.1:${sshd.port}`;
  await page.keyboard.press('Control+Shift+O');
  await quick(page).fill(typed);
  await page.keyboard.press('Enter');
  await expectState(page, 'open');

  await chooseFromMenu(app, 'Quick Connect…');
  await expect(chosen(page)).toHaveText(new RegExp(`^${kept}`));
  await expectAccessible(page, 'quick connect');
  await page.keyboard.press('Enter');
  await expectState(page, 'open', 1);

  await page.getByRole('button', { name: 'Quick connect' }).click();
  await page.getByRole('button', { name: 'Clear History' }).click();
  await expect(page.getByRole('option', { name: kept })).toHaveCount(0);
});
