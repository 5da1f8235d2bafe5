import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configure, showPanel } from '../steps/configure.ts';
import { load, saveAs, savedBox, savedName, userDataIn, writeSavedSessions } from '../steps/saved.ts';
import { expectState } from '../steps/sessions.ts';
import { endedPanel, keyLogin, newSession } from '../steps/tabs.ts';
import { expect, test } from '../steps/user.ts';

/** Names that other programs stumble over: markup, paths, property names, other scripts, marks of menus and shells. */
const oddNames = ['R&D "x" <b>', '../../escape', '__proto__', 'CON', 'ünï 日本語 🚀', "a'b; $(c) %d"];

test('sessions are saved under any name, loaded, deleted after a question, and survive a restart', async ({
  user,
  launch,
}) => {
  const home = await user.folder();
  const first = await launch({ home });
  const host = first.page.getByLabel('Host Name (or IP address)');
  await configure(first.page, { userName: 'ada', keepaliveSeconds: 45 });
  await showPanel(first.page, 'Session');
  for (const [index, name] of oddNames.entries()) {
    await host.fill(`host-${index}`);
    await saveAs(first.page, name);
  }
  await expect(savedBox(first.page).getByRole('row')).toHaveCount(oddNames.length + 1);

  const question = first.page.getByRole('alertdialog', { name: 'Delete the saved session "CON"?' });
  const askToDelete = async () => {
    await savedName(first.page, 'CON').click();
    await savedBox(first.page).getByRole('button', { name: 'Delete' }).click();
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  };
  await askToDelete();
  await first.page.keyboard.press('Enter');
  await expect(question).toHaveCount(0);
  await expect(savedName(first.page, 'CON')).toHaveCount(1);
  await askToDelete();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(savedName(first.page, 'CON')).toHaveCount(0);
  await first.closeWindow();
  expect(await first.exited()).toBe(0);

  const { page } = await launch({ home });
  const left = oddNames.filter((name) => name !== 'CON');
  expect(new Set(await savedBox(page).getByRole('row').allTextContents())).toEqual(
    new Set(['Default Settings', ...left]),
  );
  for (const name of left) {
    await load(page, name);
    await expect(page.getByLabel('Host Name (or IP address)')).toHaveValue(`host-${oddNames.indexOf(name)}`);
  }
  await showPanel(page, 'Connection');
  await expect(page.getByLabel('Seconds between keepalives (0 to turn off)')).toHaveValue('45');
});

test('a double click opens a saved session under its name', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSavedSessions(userDataIn(home), { 'the lab': keyLogin(sshd), other: { hostName: 'other.invalid' } });
  const { page } = await launch({ home });
  await savedName(page, 'the lab').dblclick();
  await expectState(page, 'open');
  await expect(page.getByRole('tab', { name: 'the lab, Connected' })).toBeVisible();
});

test('Default Settings are where new sessions begin, in this run and the next', async ({ user, launch }) => {
  const home = await user.folder();
  const first = await launch({ home });
  await configure(first.page, { userName: 'ada', keepaliveSeconds: 77, tryAgent: false });
  await showPanel(first.page, 'Session');
  await saveAs(first.page, 'Default Settings');
  await expect(savedBox(first.page).getByRole('button', { name: 'Delete' })).toBeDisabled();

  const seconds = (of: typeof first) => of.page.getByLabel('Seconds between keepalives (0 to turn off)');
  await configure(first.page, { keepaliveSeconds: 5, hostName: 'nowhere.invalid' });
  await first.page.keyboard.press('Enter');
  await expect(endedPanel(first.page)).toBeVisible();
  await newSession(first.page);
  await showPanel(first.page, 'Connection');
  await expect(seconds(first)).toHaveValue('77');
  await first.page.keyboard.press('Escape');
  // A tab that is left open would be shown again instead of the dialog.
  await first.page.keyboard.press('Control+Shift+W');
  await expect(first.page.getByRole('tab')).toHaveCount(0);
  await first.closeWindow();
  await first.exited();

  const second = await launch({ home });
  await showPanel(second.page, 'Connection');
  await expect(seconds(second)).toHaveValue('77');
  await showPanel(second.page, 'Connection/Data');
  await expect(second.page.getByLabel('Auto-login username')).toHaveValue('ada');
  await configure(second.page, { hostName: 'kept.invalid' });
  await load(second.page, 'Default Settings');
  await expect(second.page.getByLabel('Host Name (or IP address)')).toHaveValue('');
  expect(readFileSync(join(userDataIn(home), 'saved-sessions.json'), 'utf8')).not.toContain('invalid');
});
