import { openSession } from '../steps/configure.ts';
import { expectAccessible } from '../steps/looks.ts';
import { expectState } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu, focusTerminal } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('a key is given to another action, with a word on what had it, and stays so after a reload', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  const app = await launch({ home });
  const { page } = app;
  await openSession(page, keyLogin(sshd));
  await expectState(page, 'open');

  await chooseFromMenu(app, 'Keyboard Shortcuts…');
  const dialog = page.getByRole('dialog', { name: 'Keyboard Shortcuts' });
  await dialog.getByRole('option', { name: 'About Holdfast' }).click();
  const field = dialog.getByLabel('Press its key here');
  await field.press('Control+c');
  await expect(dialog).toContainText('Ctrl and a letter alone always go to the session.');
  await field.press('Control+Shift+F');
  await expect(dialog).toContainText('It was the key of: Find…');
  await expect(field).toHaveValue('Ctrl+Shift+F');
  await expectAccessible(page, 'Keyboard Shortcuts');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await focusTerminal(page);
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('dialog', { name: 'About Holdfast' })).toBeVisible();
  await page.keyboard.press('Escape');

  await app.reload();
  await focusTerminal(page);
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('dialog', { name: 'About Holdfast' })).toBeVisible();
  await page.keyboard.press('Escape');
  await chooseFromMenu(app, 'Keyboard Shortcuts…');
  await dialog.getByRole('button', { name: 'Reset all' }).click();
  await expect(dialog.getByRole('option', { name: /^Find…/ })).toContainText('Ctrl+Shift+F');
  await page.keyboard.press('Escape');
  await focusTerminal(page);
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('dialog', { name: 'About Holdfast' })).toBeHidden();
});
