import type { Page } from '@playwright/test';
import { userDataIn, writeSavedSessions } from '../steps/saved.ts';
import { expectState } from '../steps/sessions.ts';
import { endedPanel, keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu, sessionsOf, showTab, typeKeys } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

const names = async (page: Page) => (await sessionsOf(page)).map(({ name }) => name);

test('tabs are renamed, put in order and chosen by keys', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSavedSessions(userDataIn(home), { a: keyLogin(sshd), b: keyLogin(sshd), c: keyLogin(sshd) });
  const app = await launch({ home, args: ['-load', 'a'] });
  const { page } = app;
  for (const [index, name] of ['b', 'c'].entries()) {
    await chooseFromMenu(app, 'Saved Sessions', name);
    await expectState(page, 'open', index + 1);
  }
  const front = page.getByRole('tab', { selected: true });
  await expect(front).toHaveAccessibleName(/^c,/);

  await page.keyboard.press('Control+Shift+PageUp');
  await expect.poll(() => names(page)).toEqual(['a', 'c', 'b']);
  await expect(page.getByRole('tab')).toHaveText(['a', 'c', 'b']);
  await page.keyboard.press('Control+Tab');
  await expect(front).toHaveAccessibleName(/^b,/);
  await page.keyboard.press('Control+PageDown');
  await expect(front).toHaveAccessibleName(/^a,/);
  await page.keyboard.press('Alt+2');
  await expect(front).toHaveAccessibleName(/^c,/);

  await chooseFromMenu(app, 'Rename Tab…');
  await expect(page.getByLabel('Tab name')).toBeFocused();
  await page.keyboard.type('production');
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toEqual(['a', 'production', 'b']);
  await typeKeys(page, 'x');
  await page.getByRole('tab', { name: 'production' }).dblclick();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toEqual(['a', 'c', 'b']);
});

test('a tab or a window with a live session closes after a question alone', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSavedSessions(userDataIn(home), { a: keyLogin(sshd), b: { ...keyLogin(sshd), closeOnExit: 'never' } });
  const app = await launch({ home, args: ['-load', 'a'] });
  const { page } = app;
  await expectState(page, 'open');
  for (const index of [1, 2]) {
    await chooseFromMenu(app, 'Saved Sessions', index === 1 ? 'b' : 'a');
    await expectState(page, 'open', index);
  }
  const question = page.getByRole('alertdialog');

  await page.keyboard.press('Control+Shift+W');
  await expect(question).toHaveAccessibleName('Close this tab?');
  await expect(question).toContainText('The session a is open.');
  await page.keyboard.press('Enter');
  await expect(question).toHaveCount(0);
  expect(await names(page)).toEqual(['a', 'b', 'a']);
  await page.getByRole('button', { name: 'Close a' }).last().click();
  await question.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => names(page)).toEqual(['a', 'b']);

  await app.closeWindow();
  await expect(question).toHaveAccessibleName('Close Holdfast?');
  await expect(question).toContainText('2 sessions are open.');
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);

  await showTab(page, 1);
  await typeKeys(page, 'exit\n');
  await expect(endedPanel(page)).toBeVisible();
  await page.getByRole('button', { name: 'Close b' }).click();
  await expect(page.getByRole('tab')).toHaveCount(1);

  await app.closeWindow();
  await expect(question).toContainText('One session is open.');
  // The page may be gone before it has answered the click.
  await question
    .getByRole('button', { name: 'Close' })
    .click()
    .catch(() => undefined);
  expect(await app.exited()).toBe(0);
  await expect.poll(() => sshd.log().match(/Starting session/g)?.length).toBe(3);
});
