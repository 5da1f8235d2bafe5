import { userDataIn, writeSavedSessions } from '../steps/saved.ts';
import { expectEcho, expectState, sessionAt } from '../steps/sessions.ts';
import { keyLogin, keyLoginArgs } from '../steps/tabs.ts';
import { chooseFromMenu, expectTerminal, sessionsOf, terminalText, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('the menu shows the Event Log and About, and opens sessions alike and saved ones', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const home = await user.homeThatKnows(sshd);
  await writeSavedSessions(userDataIn(home), { 'R&D lab': keyLogin(sshd) });
  const app = await launch({ home, args: keyLoginArgs(sshd) });
  const { page } = app;
  await expectState(page, 'open');

  await chooseFromMenu(app, 'Event Log');
  const log = page.getByRole('dialog', { name: /^Event Log: / });
  for (const line of [
    `Connected to 127.0.0.1, port ${sshd.port}.`,
    'Server version: SSH-2.0-OpenSSH',
    `Host key: ssh-ed25519 ${sshd.hostKey.fingerprint}`,
    'The host key is known.',
    'Trying the key file',
    'Started a shell.',
  ]) {
    await expect(log).toContainText(line);
  }
  await log.getByRole('button', { name: 'Copy' }).click();
  await expect
    .poll(() => page.evaluate(() => window.holdfast.request('clipboard.read', { from: 'clipboard' })))
    .toMatchObject({ ok: true, value: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\t.*\n/) });
  await page.keyboard.press('Escape');
  await expect(log).toHaveCount(0);

  await chooseFromMenu(app, 'About Holdfast');
  const about = page.getByRole('dialog', { name: 'About Holdfast' });
  await expect(about).toContainText('Holdfast 0.1.0');
  await expect(about).toContainText(app.userDataDir);
  await page.keyboard.press('Enter');
  await expect(about).toHaveCount(0);

  await chooseFromMenu(app, 'Duplicate Session');
  await expectState(page, 'open', 1);
  expect((await sessionAt(page, 1)).profile).toEqual((await sessionAt(page, 0)).profile);
  await chooseFromMenu(app, 'Saved Sessions', 'R&D lab');
  await expectState(page, 'open', 2);
  await expect(page.getByRole('tab', { selected: true })).toHaveAccessibleName('R&D lab, Connected');
});

test('the menu works on the terminal, and leaves the keyboard to it', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd), args: keyLoginArgs(sshd) });
  const { page } = app;
  await expectState(page, 'open');
  await expectEcho(app, 'hello');
  await chooseFromMenu(app, 'Copy All to Clipboard');
  await expect(page.locator('.xterm-helper-textarea')).toBeFocused();
  await page.keyboard.type('echo typed at once');
  await page.keyboard.press('Enter');
  await expectTerminal(app, /^typed at once$/m);

  await typeLine(page, 'seq 300');
  await expectTerminal(app, /^300$/m);
  await chooseFromMenu(app, 'Clear Scrollback');
  await expect.poll(async () => (await terminalText(app)).trim().split('\n').length).toBeLessThan(60);
  expect(await terminalText(app)).toContain('\n300\n');

  // A program left line drawing on: letters are shown as lines.
  await typeLine(page, String.raw`printf '\033(0'; echo qqq`);
  await expectTerminal(app, '───');
  await chooseFromMenu(app, 'Reset Terminal');
  await expectEcho(app, 'alive');

  const covers = () => page.evaluate(() => innerWidth >= screen.width && innerHeight >= screen.height);
  const size = () => page.evaluate(() => [innerWidth, innerHeight]);
  const before = await size();
  await chooseFromMenu(app, 'Full Screen');
  await expect.poll(covers).toBe(true);
  await page.keyboard.press('F11');
  await expect.poll(size).toEqual(before);
  expect(await sessionsOf(page)).toHaveLength(1);
});
