import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeSettings, configure, showPanel } from '../steps/configure.ts';
import { cutOff, expectAccessible } from '../steps/looks.ts';
import { expectEcho, openOnSshd } from '../steps/sessions.ts';
import { expect, test } from '../steps/user.ts';

test('a session is logged to the file that was chosen, asked about first, until its settings end it', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const file = join(await user.folder(), 'session.log');
  writeFileSync(file, 'an older log\n');
  const read = () => readFileSync(file, 'utf8');
  const app = await launch({ home: await user.folder() });
  const { page } = app;

  await showPanel(page, 'Session/Logging');
  await app.chooseFile(file, () => page.getByRole('button', { name: 'Browse… Log file name:' }).click());
  await expect(page.getByLabel('Log file name:', { exact: true })).toHaveValue(file);
  await expectAccessible(page, 'the Logging panel');
  expect(await cutOff(page)).toEqual([]);
  await configure(page, { logType: 'printable' });
  await openOnSshd(app, sshd, sshd.port);

  const question = page.getByRole('dialog', { name: 'The log file exists already' });
  await expect(question).toContainText(file);
  await expectAccessible(page, 'the question about the log file');
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expectEcho(app, 'first-word');
  await expect.poll(read).toMatch(/^an older log\n=~.* Holdfast log .*\n[\s\S]*^first-word\r?$/m);
  expect(read()).not.toContain('\u001b');

  await changeSettings(app, { logType: 'none' });
  await expectEcho(app, 'second-word');
  expect(read()).not.toContain('second-word');
});
