import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { eachSecond } from '../demo/waiting.ts';
import { loopback } from '../lab/tcp.ts';
import { type Choices, configure, showPanel } from '../steps/configure.ts';
import { expectEcho, expectState, openOnSshd, sessionAt } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu, typeKeys } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

const findButton = (page: Page) => page.getByRole('button', { name: "Find this path's limit…" });
const interval = (page: Page) => page.getByLabel('Seconds between keepalives (0 to turn off)');
const searchDialog = (page: Page) => page.getByRole('dialog', { name: `Find the limit of the path to ${loopback}` });
const found = (page: Page) => searchDialog(page).getByRole('status');

/** Fills the dialog, and begins a search that tries these times. */
async function startSearch(page: Page, choices: Choices, seconds: string): Promise<void> {
  await configure(page, choices);
  await showPanel(page, 'Connection');
  await findButton(page).click();
  await startAgain(page, seconds, 'Start');
}

async function startAgain(page: Page, seconds: string, name = 'Start Again'): Promise<void> {
  await searchDialog(page).getByLabel('Seconds of silence to try').fill(seconds);
  await searchDialog(page).getByRole('button', { name, exact: true }).click();
}

test('"Choose for me" takes what the path has taught, and what it rests on is shown and kept', async ({
  launch,
  lab,
  user,
}) => {
  const sshd = await lab.sshd();
  const router = await lab.router(sshd.port, { mode: 'reset', idleSeconds: 4 });
  const home = await user.folder();
  const app = await launch({ home });
  const { page } = app;
  const choosing = { keepaliveSeconds: 0, aliveCheckSeconds: 0, keepaliveChooseForMe: true };
  await openOnSshd(app, sshd, router.port, choosing);
  await expectEcho(app, 'before');
  expect((await sessionAt(page)).keepalive.intervalSeconds).toBe(0);
  await expect.poll(() => router.stats().forgotten).toBe(1);
  await typeKeys(page, 'x');
  await page.getByRole('button', { name: 'Restart Session' }).click();
  await expectState(page, 'open');
  await expect.poll(async () => (await sessionAt(page)).keepalive.intervalSeconds).toBe(2);
  await eachSecond(10, async () => {
    expect(router.stats().forgotten).toBe(1);
  });
  await expectEcho(app, 'after');

  await chooseFromMenu(app, 'Change Settings…');
  await showPanel(page, 'Connection');
  const known = /Shortest fatal: [4-9] s \(\d{4}-\d\d-\d\d\)\. Advice: 2 s\./;
  await expect(page.getByText(known)).toBeVisible();

  const { userDataDir } = app;
  await expect.poll(() => existsSync(join(userDataDir, 'path-memory.json'))).toBe(true);
  await app.kill();
  const next = (await launch({ home, userDataDir })).page;
  await next.getByRole('button', { name: 'New session' }).click();
  await configure(next, { hostName: `root@${loopback}`, portNumber: router.port });
  await showPanel(next, 'Connection');
  await expect(next.getByText(known)).toBeVisible();
  await next.getByRole('button', { name: 'Forget' }).click();
  await expect(next.getByText(`Nothing is known yet of the path to ${loopback}.`)).toBeVisible();
});

test('the limit of a path is found with progress, and what was found keeps a session', async ({ launch, lab }) => {
  const sshd = await lab.sshd();
  const router = await lab.router(sshd.port, { mode: 'reset', idleSeconds: 3 });
  const app = await launch();
  const { page } = app;
  const choices = { ...keyLogin(sshd), portNumber: router.port, keepaliveSeconds: 0, aliveCheckSeconds: 0 };
  await startSearch(page, choices, '1, 2, 4, 8');
  await page.getByRole('button', { name: 'Accept once' }).click();
  await expect(searchDialog(page)).toContainText(/At most \d+ s left\./);
  await expect(searchDialog(page)).toContainText(/4 ssilent, \d s left/);
  await expect(searchDialog(page)).toContainText(/1 ssurvived2 ssurvived/);
  await expect(found(page)).toHaveText('The path survives 2 s of silence, and forgets a connection within 4 s.', {
    timeout: 30_000,
  });
  await expect.poll(() => router.stats().flows).toBe(0);

  await searchDialog(page).getByRole('button', { name: 'Set 2 s' }).click();
  await expect(interval(page)).toHaveValue('2');
  const { forgotten } = router.stats();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expectState(page, 'open');
  await eachSecond(9, async () => {
    expect(router.stats().forgotten).toBe(forgotten);
  });
  await expectEcho(app, 'kept');
});

test('a search is cancelled at once, and asks for a password once for all its connections', async ({ launch, lab }) => {
  const demo = await lab.demo();
  const { page } = await launch();
  const choices = { hostName: loopback, portNumber: demo.port, userName: 'demo' };
  await startSearch(page, choices, '60, 120');
  await page.getByRole('button', { name: 'Accept once' }).click();
  await page.getByLabel('Password:').fill('demo');
  await page.keyboard.press('Enter');
  await expect(searchDialog(page)).toContainText(/1 minsilent, 5\d s left/);
  await expect(searchDialog(page).getByRole('button', { name: 'Close' })).toBeFocused();
  await searchDialog(page).getByRole('button', { name: 'Cancel Search' }).click();
  await expect(found(page)).toContainText('The search was cancelled.');
  const before = demo.connections.length;

  await startAgain(page, '1, 2');
  await page.getByLabel('Password:').fill('demo');
  await page.keyboard.press('Enter');
  await expect(found(page)).toHaveText('The path survived every silence that was tried, up to 2 s.', {
    timeout: 20_000,
  });
  expect(demo.connections.length - before).toBe(2);
});

test('a search goes on when its window is closed, and what it found is there at the next start', async ({
  launch,
  lab,
  user,
}) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  const app = await launch({ home });
  await startSearch(app.page, keyLogin(sshd), '2, 6');
  await expect(searchDialog(app.page)).toContainText(/6 ssilent/);
  await app.closeWindow();
  expect(await app.exited()).toBe(0);

  const { page } = await launch({ home, userDataDir: app.userDataDir });
  await configure(page, keyLogin(sshd));
  await showPanel(page, 'Connection');
  await expect(page.getByText(/^Longest silence survived here: 6 s \(/)).toBeVisible();
});
