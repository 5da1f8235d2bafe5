import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { eachSecond } from '../demo/waiting.ts';
import { configure, showPanel } from '../steps/configure.ts';
import { userDataIn, writeSavedSessions } from '../steps/saved.ts';
import { expectEcho, expectState, keepaliveControl, openOnSshd, sessionAt } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu, typeKeys } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

/** Idle limit of the router, seconds: half of it is a time between keepalives that keeps the path open. */
const idleSeconds = 4;

const findDialog = (page: Page) => page.getByRole('dialog', { name: /^Find the limit of the path to/ });

/** The saved sessions as they are in the file. */
async function savedIn(home: string): Promise<readonly { name: string; settings: Record<string, unknown> }[]> {
  return JSON.parse(await readFile(join(userDataIn(home), 'saved-sessions.json'), 'utf8')).sessions;
}

test('the remedy of a verdict is set by its button, saved if the user wants that, and keeps the session', async ({
  launch,
  lab,
  user,
}) => {
  const sshd = await lab.sshd();
  const router = await lab.router(sshd.port, { mode: 'reset', idleSeconds });
  const home = await user.folder();
  const settings = { ...keyLogin(sshd), portNumber: router.port, keepaliveSeconds: 0, aliveCheckSeconds: 0 };
  await writeSavedSessions(userDataIn(home), { behind: settings, other: settings });
  const app = await launch({ home, args: ['-load', 'behind'] });
  const { page } = app;
  await page.getByRole('button', { name: 'Accept once' }).click();
  await expectState(page, 'open');
  await expectEcho(app, 'before');
  await expect.poll(() => router.stats().forgotten).toBe(1);
  await typeKeys(page, 'x');

  const panel = page.getByRole('region', { name: 'Session ended' });
  await expect(panel).toContainText(/(Certain|Likely) (127\.0\.0\.1|A router|Th)/);
  const remedy = panel.getByRole('button', { name: /^Set Keepalives to \d+ s and Restart$/ });
  const seconds = Number(/\d+/.exec((await remedy.textContent()) ?? '')?.[0]);
  expect(seconds).toBeLessThanOrEqual(idleSeconds / 2);
  await panel.getByRole('checkbox', { name: 'Save the seconds to "behind" too' }).check();
  await remedy.click();
  await expectState(page, 'open');
  expect((await sessionAt(page)).keepalive.intervalSeconds).toBe(seconds);
  await eachSecond(3 * idleSeconds, async () => {
    expect(router.stats().forgotten).toBe(1);
  });
  await expectEcho(app, 'kept');
  expect((await savedIn(home)).map((entry) => [entry.name, entry.settings.keepaliveSeconds])).toEqual([
    ['behind', seconds],
    ['other', 0],
  ]);
});

test('what is changed in a running session is saved where the user says so, and nowhere else', async ({
  launch,
  lab,
  user,
}) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSavedSessions(userDataIn(home), { web: { ...keyLogin(sshd), keepaliveSeconds: 50 } });
  const app = await launch({ home, args: ['-load', 'web'] });
  const { page } = app;
  await expectState(page, 'open');
  const seconds = async () => (await savedIn(home)).map(({ settings }) => settings.keepaliveSeconds);

  const popover = page.getByRole('dialog', { name: 'Keepalives of this session' });
  for (const [value, isSaved] of [
    ['41', false],
    ['42', true],
  ] as const) {
    await keepaliveControl(page).click();
    await popover.getByLabel('Seconds between keepalives').fill(value);
    await popover.getByRole('checkbox', { name: 'Save the seconds to "web" too' }).setChecked(isSaved, { force: true });
    await popover.getByRole('button', { name: 'Apply' }).click();
    await expect(popover).toBeHidden();
    expect((await sessionAt(page)).keepalive.intervalSeconds).toBe(Number(value));
    expect(await seconds()).toEqual([isSaved ? 42 : 50]);
  }

  await chooseFromMenu(app, 'Change Settings…');
  await configure(page, { keepaliveSeconds: 43 });
  await showPanel(page, 'Session');
  const box = page.getByRole('group', { name: 'Save the current session settings' });
  await box.getByRole('textbox').fill('web 2');
  await box.getByRole('button', { name: 'Save' }).click();
  await expect(box.getByText('Saved as "web 2".')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  expect((await sessionAt(page)).keepalive.intervalSeconds).toBe(42);
  expect(await seconds()).toEqual([42, 43]);
});

test('the limit of a running session’s path is searched beside it, goes on unseen, and is cancelled', async ({
  launch,
  lab,
}) => {
  const sshd = await lab.sshd();
  const app = await launch();
  const { page } = app;
  await openOnSshd(app, sshd, sshd.port);
  const showSearch = async () => {
    await chooseFromMenu(app, 'Change Settings…');
    await showPanel(page, 'Connection');
    await page.getByRole('button', { name: "Find this path's limit…" }).click();
  };
  await showSearch();
  await findDialog(page).getByLabel('Seconds of silence to try').fill('2, 90');
  await findDialog(page).getByRole('button', { name: 'Start' }).click();
  await expect(findDialog(page)).toContainText(/At most (1 min )?\d+ s left\./);
  await findDialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('A search for its limit is running.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expectEcho(app, 'meanwhile');

  await showSearch();
  await expect(findDialog(page)).toContainText(/2 ssurvived/);
  await expect(findDialog(page)).toContainText(/1 min 30 ssilent/);
  await findDialog(page).getByRole('button', { name: 'Cancel Search' }).click();
  await expect(findDialog(page).getByRole('status')).toContainText('The search was cancelled.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expectEcho(app, 'after');
});
