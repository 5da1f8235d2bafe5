import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { showPanel } from '../steps/configure.ts';
import { load, saveAs, savedBox, savedName, userDataIn, writeSavedSessions } from '../steps/saved.ts';
import { expectState } from '../steps/sessions.ts';
import { keyLogin, newSession } from '../steps/tabs.ts';
import { expect, test } from '../steps/user.ts';

const choose = async (page: Page, entry: string) => {
  await savedBox(page).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
};

test('folders give their settings to what is dragged into them, and open whole', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSavedSessions(userDataIn(home), { a: keyLogin(sshd), b: keyLogin(sshd), other: {} });
  const { page } = await launch({ home });

  await choose(page, 'New Folder…');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('customers');
  await page.keyboard.press('Enter');
  await savedName(page, 'customers').click();
  await savedBox(page).getByRole('button', { name: 'Load' }).click();
  await showPanel(page, 'Connection');
  await page.getByLabel('Seconds between keepalives (0 to turn off)').fill('33');
  await showPanel(page, 'Session');
  await page.getByRole('button', { name: /Colour$/ }).click();
  await page.getByRole('option', { name: 'Red' }).click();
  await savedBox(page).getByRole('button', { name: 'Save' }).click();
  await expect(savedBox(page).getByText('Saved for everything in "customers".')).toBeVisible();

  for (const name of ['a', 'b']) {
    await savedName(page, name).dragTo(savedName(page, 'customers'));
    await expect(savedName(page, name)).toHaveAttribute('aria-level', '2');
  }
  await load(page, 'a');
  await showPanel(page, 'Connection');
  await expect(page.getByLabel('Seconds between keepalives (0 to turn off)')).toHaveValue('33');
  await expect(page.getByText('inherited from customers')).toBeVisible();
  const file = JSON.parse(readFileSync(join(userDataIn(home), 'saved-sessions.json'), 'utf8'));
  expect(file.folders).toEqual([{ path: 'customers', settings: { colour: 'red', keepaliveSeconds: 33 } }]);

  await showPanel(page, 'Session');
  await savedName(page, 'customers').click();
  await choose(page, 'Open All in Folder');
  await expectState(page, 'open', 0);
  await expectState(page, 'open', 1);
  await expect(page.getByRole('tab', { name: /^a, red,/ })).toBeVisible();
  await newSession(page);
  await expect(savedName(page, 'a')).toContainText('just now');
});

test('a tree of sessions is worked without dragging, and stays through a restart', async ({ user, launch }) => {
  const home = await user.folder();
  const first = await launch({ home });
  const { page } = first;
  for (const name of ['web', 'db']) await saveAs(page, name);
  await choose(page, 'New Folder…');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('lab');
  await page.keyboard.press('Enter');
  await expect(savedName(page, 'lab')).toHaveAttribute('aria-selected', 'true');
  await savedName(page, 'db').click();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'New name' })).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('database');
  await page.keyboard.press('Enter');
  await expect(savedName(page, 'database')).toHaveAttribute('aria-selected', 'true');
  await choose(page, 'Move to Folder…');
  await page.getByRole('button', { name: /To the folder$/ }).press('Enter');
  await page.getByRole('option', { name: 'lab' }).press('Enter');
  await page.getByRole('button', { name: 'Move', exact: true }).press('Enter');
  await expect(savedName(page, 'database')).toHaveAttribute('aria-level', '2');
  await savedBox(page).getByRole('searchbox', { name: 'Filter' }).fill('data');
  await expect(savedBox(page).getByRole('row')).toHaveText(['lab', 'database']);
  await first.closeWindow();
  expect(await first.exited()).toBe(0);

  const again = await launch({ home });
  await expect(savedBox(again.page).getByRole('row')).toHaveText(['Default Settings', 'lab', 'database', 'web']);
});
