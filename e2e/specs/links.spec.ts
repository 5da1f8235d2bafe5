import type { Page } from '@playwright/test';
import { loopback } from '../lab/tcp.ts';
import { answerPrompt } from '../steps/prompts.ts';
import { runProgram } from '../steps/run-program.ts';
import { expectState, sessionAt } from '../steps/sessions.ts';
import { sessionsOf } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

/** The stand-in draws the system's menus and message boxes into the page. */
const overlay = (page: Page) => page.locator('holdfast-stand-in-overlay');
const question = (page: Page) => overlay(page).getByRole('dialog');

test('ssh:// links are followed once that was chosen, each after a question that shows the host', async ({
  lab,
  user,
  launch,
}) => {
  const demo = await lab.demo({ methods: ['password'] });
  const home = await user.homeThatKnows(demo);
  const link = `ssh://ada;x=y:hunter2@${loopback}:${demo.port}/path`;
  const app = await launch({ home, args: ['-P', String(demo.port), `bob@${loopback}`] });
  test.skip(app.kind !== 'stand-in', "Playwright sees nothing of Electron's own message boxes");
  const { page } = app;
  await answerPrompt(page, 'Password of bob', 'any');
  await expectState(page, 'open');
  const again = () => expect(launch({ home, args: [link] })).rejects.toThrow(/status 0/);
  await again();
  await expect(page.getByText(/^A link asked for an SSH session\. Links are not followed/)).toBeVisible();

  await page.getByRole('button', { name: 'Menu' }).click();
  await overlay(page).getByRole('menuitemcheckbox', { name: 'Open ssh:// Links' }).click();
  await expect(page.getByText(/^Holdfast follows ssh:\/\/ links now/)).toBeVisible();

  await again();
  await expect(question(page)).toContainText(`Host: ${loopback}`);
  await expect(question(page)).toContainText(`Port: ${demo.port}`);
  await expect(question(page)).toContainText('User: ada');
  await expect(question(page)).toContainText('It held a password, which is not used');
  await expect(question(page)).not.toContainText('hunter2');
  await page.keyboard.press('Enter');
  await expect(question(page)).toHaveCount(0);
  expect(await sessionsOf(page)).toHaveLength(1);

  await again();
  await question(page).getByRole('button', { name: 'Connect' }).click();
  await answerPrompt(page, 'Password of ada', 'any');
  await expectState(page, 'open', 1);
  expect((await sessionAt(page, 1)).profile).toMatchObject({
    hostName: loopback,
    userName: 'ada',
    portNumber: demo.port,
  });
});

test('a session runs in the terminal with --no-gui, and passes its status on', async ({ lab }) => {
  const sshd = await lab.sshd();
  const place = ['-P', String(sshd.port), '-i', sshd.clientKey, '-hostkey', sshd.hostKey.fingerprint];
  const run = await runProgram('--no-gui', ...place, `${sshd.userName}@${loopback}`, 'echo out; echo err >&2; exit 7');
  expect(run).toEqual({ status: 7, stdout: 'out\n', stderr: 'err\n' });
});
