import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchWithTwoTabs, userDataIn, writeSavedSessions } from '../steps/saved.ts';
import { expectState, sessionAt } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu, expectTerminal, sessionsOf, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('a tab is taken to a window of its own and back, and its session with all that it printed', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const app = await launchWithTwoTabs({ launch, user }, sshd);
  const { page } = app;
  await typeLine(page, 'echo before-$((20+3))');
  await expectTerminal(app, /^before-23$/m);

  await chooseFromMenu(app, 'Tab', 'Move Tab to New Window');
  const second = await app.secondWindow();
  await expect(second.page.getByRole('tab')).toHaveAccessibleName('b, Connected');
  await expect(page.getByRole('tab')).toHaveAccessibleName('a, Connected');
  await expectTerminal(second, /^before-23$/m);
  await typeLine(second.page, 'echo after-$((20+4))');
  await expectTerminal(second, /^after-24$/m);
  await typeLine(page, 'echo first-$((20+5))');
  await expectTerminal(app, /^first-25$/m);
  expect((await sessionsOf(page)).map(({ name }) => name)).toEqual(['a']);
  expect((await sessionAt(second.page)).name).toBe('b');

  await chooseFromMenu(second, 'Tab', 'Move to Window', await page.title());
  await expect(page.getByRole('tab')).toHaveText(['a', 'b']);
  await expect(page.getByRole('tab', { selected: true })).toHaveAccessibleName('b, Connected');
  await expect.poll(() => second.page.isClosed()).toBe(true);
  await expectTerminal(app, /^after-24$/m);
  expect(sshd.log().match(/Starting session/g)).toHaveLength(2);
});

test('a window closes with its own sessions alone, and the last one with the program', async ({
  lab,
  user,
  launch,
}) => {
  const app = await launchWithTwoTabs({ launch, user }, await lab.sshd());
  const { page } = app;
  const tab = await page.getByRole('tab', { name: /^b,/ }).boundingBox();
  if (tab === null) throw new Error('The tab is not shown.');
  await page.mouse.move(tab.x + 20, tab.y + 10);
  await page.mouse.down();
  await page.mouse.move(tab.x + 30, tab.y + 300, { steps: 5 });
  await page.mouse.up();
  const second = await app.secondWindow();
  await expect(second.page.getByRole('tab')).toHaveAccessibleName('b, Connected');

  await app.closeWindow();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('One session is open.');
  // The page may be gone before it has answered the click.
  await question
    .getByRole('button', { name: 'Close' })
    .click()
    .catch(() => undefined);
  await expect.poll(() => page.isClosed()).toBe(true);
  await typeLine(second.page, 'echo alive-$((20+6))');
  await expectTerminal(second, /^alive-26$/m);
  expect((await sessionsOf(second.page)).map(({ name }) => name)).toEqual(['b']);
  await typeLine(second.page, 'exit');
  await expect(second.page.getByRole('dialog', { name: 'Holdfast Configuration' })).toBeVisible();
});

test('windows are there at the next start, each with its tabs', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  const userDataDir = userDataIn(home);
  const quietly = { ...keyLogin(sshd), warnOnClose: false };
  await writeSavedSessions(userDataDir, { a: quietly, b: quietly });
  const first = await launch({ home, args: ['-load', 'a'] });
  await expectState(first.page, 'open');
  await chooseFromMenu(first, 'Saved Sessions', 'b');
  await expectState(first.page, 'open', 1);
  await chooseFromMenu(first, 'Tab', 'Move Tab to New Window');
  await first.secondWindow();
  const file = join(userDataDir, 'open-tabs.json');
  const windowsKept = () => JSON.parse(readFileSync(file, 'utf8')).map(({ window = 0 }) => window);
  await expect.poll(windowsKept).toEqual([0, 1]);
  await first.stop();
  expect(windowsKept()).toEqual([0, 1]);

  const again = await launch({ home });
  const second = await again.secondWindow();
  const names = await Promise.all([again, second].map(({ page }) => page.getByRole('tab').innerText()));
  expect(new Set(names)).toEqual(new Set(['a', 'b']));
  await expect(second.page.getByRole('alert')).toContainText('This session was open when Holdfast ended.');
});
