import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../steps/looks.ts';
import { openOnSshd } from '../steps/sessions.ts';
import { expectTerminal, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

const question = (page: Page) => page.getByRole('dialog');
const progress = (page: Page) => page.getByRole('region', { name: 'File transfer' });

test('sz and rz carry files as they are, and what is given up leaves the prompt', async ({ lab, launch }) => {
  const sshd = await lab.sshd();
  const home = join(sshd.folder, 'home');
  const bytes = randomBytes(2_000_000);
  writeFileSync(join(home, 'a file.bin'), bytes);
  writeFileSync(join(home, 'endless.bin'), '');
  truncateSync(join(home, 'endless.bin'), 2_000_000_000);
  const app = await launch();
  const { page } = app;
  const downloads = join(app.home, 'Downloads');
  await openOnSshd(app, sshd, sshd.port);

  await typeLine(page, "sz 'a file.bin'; echo status $?");
  await expect(question(page)).toContainText('Receive a file from 127.0.0.1?');
  await expect(question(page)).toContainText(downloads);
  await expect(page.getByRole('button', { name: 'Refuse' })).toBeFocused();
  await expectAccessible(page, 'the question of sz');
  await page.getByRole('button', { name: 'Receive' }).click();
  await expectTerminal(app, 'Zmodem: Received a file.bin into');
  await expectTerminal(app, 'status 0');
  expect(readFileSync(join(downloads, 'a file.bin')).equals(bytes)).toBe(true);

  writeFileSync(join(app.home, 'mine.bin'), bytes);
  await typeLine(page, 'mkdir sent; cd sent; rz; echo sent $?');
  await expect(question(page)).toContainText('Send files to 127.0.0.1?');
  await app.chooseFile(join(app.home, 'mine.bin'), () => page.getByRole('button', { name: 'Choose Files…' }).click());
  await expectTerminal(app, 'Zmodem: Sent mine.bin to 127.0.0.1.');
  await expectTerminal(app, 'sent 0');
  expect(readFileSync(join(home, 'sent', 'mine.bin')).equals(bytes)).toBe(true);

  writeFileSync(join(app.home, 'dropped.bin'), bytes);
  await typeLine(page, 'rz; echo dropped $?');
  await expect(question(page)).toContainText('or drop them here');
  await app.dropFiles(question(page), [join(app.home, 'dropped.bin')]);
  await expectTerminal(app, 'Zmodem: Sent dropped.bin to 127.0.0.1.');
  await expectTerminal(app, 'dropped 0');
  expect(readFileSync(join(home, 'sent', 'dropped.bin')).equals(bytes)).toBe(true);

  await typeLine(page, 'cd; sz endless.bin; echo given up');
  await page.getByRole('button', { name: 'Receive' }).click();
  await expect(progress(page)).toContainText('endless.bin');
  await expectAccessible(page, 'the progress of sz');
  await page.keyboard.type('typed');
  await page.keyboard.press('Control+C');
  await expectTerminal(app, 'Zmodem: Cancelled.');
  await expect(progress(page)).toHaveCount(0);
  await typeLine(page, 'echo still-$((40 + 2))');
  await expectTerminal(app, 'still-42');
  expect(existsSync(join(downloads, 'endless.bin.part'))).toBe(true);
});
