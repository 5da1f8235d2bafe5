import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { sftpServer } from '../lab/sshd-config.ts';
import { expectAccessible } from '../steps/looks.ts';
import { acceptHostKey } from '../steps/prompts.ts';
import { expectState, openOnSshd } from '../steps/sessions.ts';
import { chooseFromMenu } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

const panelOf = (page: Page) => page.getByRole('region', { name: 'Files', exact: true });
const listOf = (page: Page, name: 'Files' | 'Files of this computer') => page.getByRole('grid', { name, exact: true });
const there = (page: Page, name: string) => listOf(page, 'Files').getByRole('row').filter({ hasText: name });
const here = (page: Page, name: string) =>
  listOf(page, 'Files of this computer').getByRole('row').filter({ hasText: name });
const transfer = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const showsHere = (page: Page) => panelOf(page).getByRole('checkbox', { name: 'This computer', exact: true });

/** By the mouse, in steps. A list that has just scrolled takes no mouse for a moment, and is tried again. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await expect(async () => {
    await page.mouse.up();
    await from.hover();
    await page.mouse.down();
    await showsHere(page).hover();
    await expect(from).toHaveAttribute('data-dragging', 'true', { timeout: 1000 });
  }).toPass();
  await to.hover();
  await to.hover();
  await page.mouse.up();
}

/** It is done. What is out of the list leaves room for the files, which move then: nothing is dragged before. */
async function expectDone(page: Page, name: string, words = 'Done'): Promise<void> {
  await expect(transfer(page, name)).toContainText(words);
  await page.getByRole('button', { name: `Remove ${name} from the list` }).click();
  await expect(transfer(page, name)).toHaveCount(0);
}

function makeTree(folder: string, name: string): void {
  mkdirSync(join(folder, name, 'deep'), { recursive: true });
  for (let index = 0; index < 5; index += 1) writeFileSync(join(folder, name, 'deep', `f${index}`), `${name} ${index}`);
}

test('files and folders are dragged between the server and a folder of this computer', async ({ lab, launch }) => {
  const sshd = await lab.sshd({ config: [sftpServer] });
  const remote = join(sshd.folder, 'home');
  makeTree(remote, 'from-server');
  mkdirSync(join(remote, 'inbox'));
  writeFileSync(join(remote, 'a.txt'), 'there');
  const app = await launch({ size: { width: 1000, height: 700 } });
  const { page } = app;
  const downloads = join(app.home, 'Downloads');
  makeTree(downloads, 'from-here');
  mkdirSync(join(downloads, 'sorted'));
  writeFileSync(join(downloads, 'b.txt'), 'here');
  await openOnSshd(app, sshd, sshd.port);
  await chooseFromMenu(app, 'Files');
  await showsHere(page).check();
  await expect(here(page, 'b.txt')).toContainText('4 B');
  await expectAccessible(page, 'the files of both sides');

  await there(page, 'a.txt').click();
  await there(page, 'from-server').click({ modifiers: ['Control'] });
  await drag(page, there(page, 'from-server'), here(page, 'b.txt'));
  await expectDone(page, 'a.txt and 1 more', 'Done · 6 of 6 files');
  await expect(here(page, 'a.txt')).toBeVisible();
  expect(readFileSync(join(downloads, 'from-server', 'deep', 'f3'), 'utf8')).toBe('from-server 3');

  await drag(page, here(page, 'from-here'), there(page, 'a.txt'));
  await expectDone(page, 'from-here', 'Done · 5 of 5 files');
  await expect(there(page, 'from-here')).toBeVisible();
  expect(readFileSync(join(remote, 'from-here', 'deep', 'f3'), 'utf8')).toBe('from-here 3');

  await drag(page, here(page, 'b.txt'), there(page, 'inbox'));
  await expectDone(page, 'b.txt');
  expect(readFileSync(join(remote, 'inbox', 'b.txt'), 'utf8')).toBe('here');

  await there(page, 'a.txt').click();
  await drag(page, there(page, 'a.txt'), here(page, 'sorted'));
  await expectDone(page, 'a.txt');
  expect(readdirSync(join(downloads, 'sorted'))).toEqual(['a.txt']);

  await drag(page, there(page, 'a.txt'), here(page, 'b.txt'));
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('a.txt is there already');
  await question.getByRole('button', { name: 'Keep Both' }).click();
  await expect(here(page, 'a (1).txt')).toBeVisible();
});

test('a folder of this computer is chosen, worked by the keyboard, and there again at the next start', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd({ config: [sftpServer] });
  const home = await user.folder();
  const remote = join(sshd.folder, 'home');
  writeFileSync(join(remote, 'a.txt'), 'there');
  const work = join(home, 'work');
  mkdirSync(join(work, 'deep'), { recursive: true });
  writeFileSync(join(work, 'deep', 'b.txt'), 'here');
  const first = await launch({ home, size: { width: 1000, height: 700 } });
  const { page } = first;
  await openOnSshd(first, sshd, sshd.port);
  await chooseFromMenu(first, 'Files');
  await showsHere(page).check();
  const own = page.getByRole('region', { name: 'This computer', exact: true });
  await expect(own).toContainText('Downloads');
  const choose = own.getByRole('button', { name: 'Choose Folder…' });
  await first.chooseFile(work, () => choose.click());
  await expect(own).toContainText(work);

  await here(page, 'deep').click();
  await page.keyboard.press('Enter');
  await expect(here(page, 'b.txt')).toBeVisible();
  await here(page, 'b.txt').click();
  await own.getByRole('button', { name: 'Upload' }).press('Enter');
  await expect(there(page, 'b.txt')).toBeVisible();
  await here(page, 'b.txt').click();
  await page.keyboard.press('Backspace');
  await expect(here(page, 'deep')).toBeVisible();
  await expect(own.getByRole('button', { name: 'Up', exact: true })).toBeDisabled();

  await there(page, 'a.txt').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Download to work' }).click();
  await expect(here(page, 'a.txt')).toBeVisible();
  expect(readFileSync(join(work, 'a.txt'), 'utf8')).toBe('there');
  await first.stop();

  const again = await launch({ home, size: { width: 1000, height: 700 } });
  await again.page.getByRole('button', { name: 'Restart Session' }).click();
  await acceptHostKey(again.page);
  await expectState(again.page, 'open');
  await chooseFromMenu(again, 'Files');
  await expect(here(again.page, 'a.txt')).toBeVisible();
  await expect(showsHere(again.page)).toBeChecked();
});
