import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Sshd } from '../lab/sshd.ts';
import { sftpServer } from '../lab/sshd-config.ts';
import { expectAccessible } from '../steps/looks.ts';
import { expectState, openOnSshd } from '../steps/sessions.ts';
import { chooseFromMenu, expectTerminal, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';
import type { App } from './harness/app.ts';

const panelOf = (page: Page) => page.getByRole('region', { name: 'Files' });
const row = (page: Page, name: string) => panelOf(page).getByRole('row').filter({ hasText: name });
const homeOf = (sshd: Sshd) => join(sshd.folder, 'home');
const transfer = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

async function openFiles(app: App, sshd: Sshd, port = sshd.port, choices = {}): Promise<void> {
  await openOnSshd(app, sshd, port, choices);
  await chooseFromMenu(app, 'Files');
}

test('the files of the server are seen beside the terminal, and follow its shell', async ({ lab, launch }) => {
  const sshd = await lab.sshd({ config: [sftpServer] });
  const home = homeOf(sshd);
  mkdirSync(join(home, 'projects', 'deep'), { recursive: true });
  for (const name of ['notes.txt', '.hidden']) writeFileSync(join(home, name), 'x'.repeat(1536));
  const app = await launch({ size: { width: 1000, height: 640 } });
  const { page } = app;
  await openFiles(app, sshd);
  await expect(row(page, 'notes.txt')).toContainText('1.5 KB');
  await expect(panelOf(page).getByRole('row').nth(1)).toContainText('projects');
  await expect(row(page, '.hidden')).toHaveCount(0);
  await panelOf(page).getByRole('checkbox', { name: 'Hidden files' }).check();
  await expect(row(page, '.hidden')).toBeVisible();

  await row(page, 'projects').dblclick();
  await expect(panelOf(page).getByLabel('Folder')).toHaveValue(join(home, 'projects'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByLabel('Folder')).toHaveValue(join(home, 'projects', 'deep'));
  await expect(panelOf(page)).toContainText('This folder is empty.');
  await expectAccessible(page, 'files');

  await typeLine(page, `cd projects && printf '\\033]7;file://%s%s\\033\\\\' "$HOSTNAME" "$PWD"`);
  await expect(panelOf(page).getByLabel('Folder')).toHaveValue(join(home, 'projects'));
  await expect(row(page, 'deep')).toBeVisible();
  await typeLine(page, "printf '\\033]7;file://elsewhere/tmp\\033\\\\'; cd");
  await panelOf(page).getByRole('button', { name: 'Close files' }).click();
  await expect(panelOf(page)).toHaveCount(0);
});

test('folders are dropped on the panel, overwrite nothing unasked, and come back', async ({ lab, launch }) => {
  const sshd = await lab.sshd({ config: [sftpServer] });
  const app = await launch({ size: { width: 1000, height: 640 } });
  const { page } = app;
  const tree = join(app.home, 'tree');
  mkdirSync(join(tree, 'deep'), { recursive: true });
  for (let index = 0; index < 30; index += 1) writeFileSync(join(tree, 'deep', `f${index}`), `${index}`);
  writeFileSync(join(app.home, 'a.txt'), 'here');
  writeFileSync(join(homeOf(sshd), 'a.txt'), 'there');
  await openFiles(app, sshd);
  await expect(row(page, 'a.txt')).toBeVisible();
  await app.dropFiles(panelOf(page).getByRole('grid'), [tree, join(app.home, 'a.txt')]);

  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('a.txt is there already');
  await expectAccessible(page, 'the question about a file in the way');
  await question.getByRole('button', { name: 'Keep Both' }).click();
  await expect(row(page, 'a (1).txt')).toBeVisible();
  expect(readdirSync(join(homeOf(sshd), 'tree', 'deep'))).toHaveLength(30);
  expect(readFileSync(join(homeOf(sshd), 'a.txt'), 'utf8')).toBe('there');

  const target = join(app.home, 'target');
  mkdirSync(target);
  await row(page, 'tree').click();
  const button = panelOf(page).getByRole('button', { name: 'Download…' });
  await app.chooseFile(target, () => button.click());
  await expect(transfer(page, 'tree').nth(1)).toContainText('30 of 30 files');
  expect(readFileSync(join(target, 'tree', 'deep', 'f7'), 'utf8')).toBe('7');

  await row(page, 'tree').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'tree')).toHaveCount(0);
  expect(existsSync(join(homeOf(sshd), 'tree'))).toBe(false);
});

test('each file that was not transferred is listed with its reason, and can be copied', async ({ lab, launch }) => {
  const sshd = await lab.sshd({ config: [sftpServer] });
  const tree = join(homeOf(sshd), 'tree');
  mkdirSync(tree);
  const pipes = Array.from({ length: 40 }, (_, index) => join(tree, `pipe${index}`));
  execFileSync('mkfifo', pipes);
  writeFileSync(join(tree, 'good'), 'good');
  const app = await launch();
  const { page } = app;
  await openFiles(app, sshd);
  await row(page, 'tree').click();
  const target = join(app.home, 'target');
  mkdirSync(target);
  const button = panelOf(page).getByRole('button', { name: 'Download…' });
  await app.chooseFile(target, () => button.click());
  await expect(transfer(page, 'tree')).toContainText('40 not done. tree/pipe');
  const show = page.getByRole('button', { name: 'Show what was not done of tree' });
  await show.focus();
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: '40 not done of tree' });
  await expect(dialog.getByRole('listitem')).toHaveCount(40);
  await expect(dialog).toContainText('tree/pipe7: It is a device, a pipe or a socket, and was left out.');
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
  await expectAccessible(page, 'what was not done');
  await dialog.getByRole('button', { name: 'Copy' }).click();
  const copied = await page.evaluate(() => window.holdfast.request('clipboard.read', { from: 'clipboard' }));
  expect(copied.ok ? copied.value.split('\n') : []).toHaveLength(40);
  await page.keyboard.press('Escape');
  await expect(show).toBeFocused();
});

test('what is dragged in the panel is downloaded, moved, or named to the shell', async ({ lab, launch }) => {
  const sshd = await lab.sshd({ config: [sftpServer] });
  const home = homeOf(sshd);
  mkdirSync(join(home, 'archive'));
  for (const name of ['a file.txt', 'b.txt', 'c.txt']) writeFileSync(join(home, name), name);
  const app = await launch({ size: { width: 1000, height: 640 } });
  const { page } = app;
  await openFiles(app, sshd);
  /** The places to drop on show up once the drag has begun. */
  const drag = async (name: string, to: () => Locator) => {
    await row(page, name).hover();
    await page.mouse.down();
    await panelOf(page).getByRole('checkbox', { name: 'Hidden files' }).hover();
    await expect(panelOf(page).getByText('Save in Downloads')).toBeVisible();
    await to().hover();
    await to().hover();
    await page.mouse.up();
    await expect(panelOf(page).getByText('Save in Downloads')).toHaveCount(0);
  };

  await row(page, 'a file.txt').click();
  await row(page, 'b.txt').click({ modifiers: ['Control'] });
  await drag('b.txt', () => panelOf(page).getByText('Save in Downloads'));
  await expect(transfer(page, 'a file.txt and 1 more')).toContainText('Done · 2 of 2 files');
  expect(readdirSync(join(app.home, 'Downloads')).sort()).toEqual(['a file.txt', 'b.txt']);

  await drag('b.txt', () => row(page, 'archive'));
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Move 2 entries?');
  await expectAccessible(page, 'the question about a move');
  await question.getByRole('button', { name: 'Move' }).click();
  await expect(row(page, 'b.txt')).toHaveCount(0);
  expect(readdirSync(join(home, 'archive')).sort()).toEqual(['a file.txt', 'b.txt']);

  await row(page, 'archive').dblclick();
  await typeLine(page, 'clear');
  await page.keyboard.type('wc -c ');
  await drag('a file.txt', () => page.locator('.xterm-screen'));
  await page.keyboard.press('Enter');
  await expectTerminal(app, `10 ${join(home, 'archive', 'a file.txt')}`);
});

test('a transfer goes on where it was when the session is connected again', async ({ lab, launch }) => {
  const sshd = await lab.sshd({ config: [sftpServer] });
  const size = 64_000_000;
  const source = join(homeOf(sshd), 'big.bin');
  writeFileSync(source, Buffer.alloc(size, 'holdfast'));
  const app = await launch({ size: { width: 1000, height: 640 } });
  const { page } = app;
  await openFiles(app, sshd, sshd.port, { whenLost: 'reconnect' });
  await row(page, 'big.bin').click();
  const target = join(app.home, 'target');
  mkdirSync(target);
  const button = panelOf(page).getByRole('button', { name: 'Download…' });
  await app.chooseFile(target, () => button.click());
  const part = join(target, 'big.bin.part');
  await expect.poll(() => existsSync(part), { intervals: [5] }).toBe(true);
  sshd.killConnections();
  await expect(transfer(page, 'big.bin')).toContainText('Done', { timeout: 30_000 });
  await expectState(page, 'open');
  expect(readFileSync(join(target, 'big.bin')).equals(readFileSync(source))).toBe(true);
  expect(existsSync(part)).toBe(false);
});

test('a file is edited in place, and sent back when it is saved', async ({ lab, launch }) => {
  const sshd = await lab.sshd({ config: [sftpServer] });
  const file = join(homeOf(sshd), 'notes.txt');
  writeFileSync(file, 'first');
  const app = await launch({ size: { width: 1000, height: 640 } });
  const { page } = app;
  await openFiles(app, sshd);
  await row(page, 'notes.txt').dblclick();
  await expect(transfer(page, 'notes.txt')).toContainText('Open in its editor');
  const [local = ''] = await app.openedPaths();
  expect(readFileSync(local, 'utf8')).toBe('first');
  writeFileSync(local, 'second, and longer');
  await expect(transfer(page, 'notes.txt')).toContainText('Sent back at');
  expect(readFileSync(file, 'utf8')).toBe('second, and longer');
  await page.getByRole('button', { name: 'Stop editing notes.txt' }).click();
  await expect(transfer(page, 'notes.txt')).toHaveCount(0);
  await expect.poll(() => existsSync(local)).toBe(false);
});

test('a server without SFTP is told of in one sentence', async ({ lab, launch }) => {
  const sshd = await lab.sshd();
  const app = await launch();
  await openFiles(app, sshd);
  await expect(panelOf(app.page).getByRole('alert')).toHaveText(
    '127.0.0.1 offers no SFTP, so its files can\'t be shown. Its administrator can turn it on: OpenSSH needs a line "Subsystem sftp" in sshd_config, Dropbear needs the program sftp-server.',
  );
  await panelOf(app.page).getByRole('button', { name: 'More' }).click();
  await expect(app.page.getByRole('menuitem', { name: 'New Folder…' })).toBeDisabled();
});
