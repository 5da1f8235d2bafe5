import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeKeyPair } from '../lab/key-pair.ts';
import { loopback } from '../lab/tcp.ts';
import { openSession, showPanel } from '../steps/configure.ts';
import { expectAccessible } from '../steps/looks.ts';
import { answerPrompt, promptOf } from '../steps/prompts.ts';
import { expectState } from '../steps/sessions.ts';
import { keyLogin, newSession } from '../steps/tabs.ts';
import { sessionsOf } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

const savedList = (page: Page) => page.getByRole('list', { name: 'Saved passwords and passphrases' });

/** Those of the run before: the dialog is then the window. */
const closeTabs = async (page: Page) => {
  for (const { id } of await sessionsOf(page)) {
    await page.evaluate((sessionId) => window.holdfast.command('session.close', { id: sessionId }), id);
  }
};

test('a password and a passphrase are saved by choice, used without asking, shown and removed', async ({
  lab,
  user,
  launch,
}) => {
  const demo = await lab.demo({ methods: ['password'], password: 'hunter2' });
  const asking = await lab.demo();
  const sshd = await lab.sshd();
  const folder = await user.folder();
  const encrypted = await makeKeyPair(folder, 'encrypted', { passphrase: 'open sesame' });
  await sshd.authorize(encrypted.publicLine);
  const home = await user.homeThatKnows(demo, asking, sshd);
  const env = { HOLDFAST_STAND_IN_KEYRING: join(folder, 'keyring') };
  const first = await launch({ home, env });
  test.skip(first.kind === 'electron', 'The keyring of the machine that runs the specs is not theirs.');
  const toDemo = { hostName: loopback, portNumber: demo.port, userName: 'ada' };
  const toAsking = { ...toDemo, portNumber: asking.port };
  const withKey = { ...keyLogin(sshd), keyFile: encrypted.file };

  await openSession(first.page, toDemo);
  await answerPrompt(first.page, 'Password of ada', 'wrong');
  await promptOf(first.page).getByLabel('Save password').check();
  await expectAccessible(first.page, 'the question for a password');
  await answerPrompt(first.page, 'Password of ada', 'hunter2');
  await expectState(first.page, 'open');
  await newSession(first.page);
  await openSession(first.page, withKey);
  await promptOf(first.page).getByLabel('Save passphrase').check();
  await answerPrompt(first.page, /^Passphrase of/, 'open sesame');
  await expectState(first.page, 'open', 1);
  await newSession(first.page);
  await openSession(first.page, toAsking);
  await promptOf(first.page).getByLabel('Save this answer').check();
  await answerPrompt(first.page, 'Password:', 'demo');
  await expectState(first.page, 'open', 2);
  const file = join(first.userDataDir, 'secrets.json');
  await expect.poll(() => JSON.parse(readFileSync(file, 'utf8')).secrets).toHaveLength(3);
  expect(readFileSync(file, 'utf8')).not.toMatch(/hunter2|sesame/);
  await first.kill();

  const { page, ...second } = await launch({ home, env });
  await closeTabs(page);
  await openSession(page, toDemo);
  await expectState(page, 'open');
  await newSession(page);
  await openSession(page, withKey);
  await expectState(page, 'open', 1);
  await newSession(page);
  await openSession(page, toAsking);
  await expectState(page, 'open', 2);
  await newSession(page);
  await showPanel(page, 'Connection/SSH/Auth');
  await expect(savedList(page).getByRole('listitem')).toHaveCount(3);
  await expect(savedList(page)).toContainText('answer to "Password:" of ada at');
  await expectAccessible(page, 'the Auth panel with saved secrets');
  await page.getByRole('button', { name: /^Remove the password of ada at/ }).click();
  await expect(savedList(page).getByRole('listitem')).toHaveCount(2);
  expect(JSON.parse(readFileSync(file, 'utf8')).secrets).toHaveLength(2);
  await second.stop();
});

test('what the keyring cannot open is asked for again and kept; without a keyring nothing is saved', async ({
  lab,
  user,
  launch,
}) => {
  const demo = await lab.demo({ methods: ['password'], password: 'hunter2' });
  const folder = await user.folder();
  const home = await user.homeThatKnows(demo);
  const toDemo = { hostName: loopback, portNumber: demo.port, userName: 'ada' };
  const login = async (page: Page, mark: boolean) => {
    await closeTabs(page);
    await openSession(page, toDemo);
    if (mark) await promptOf(page).getByLabel('Save password').check();
    await answerPrompt(page, 'Password of ada', 'hunter2');
    await expectState(page, 'open');
  };
  const first = await launch({ home, env: { HOLDFAST_STAND_IN_KEYRING: join(folder, 'one') } });
  test.skip(first.kind === 'electron', 'The keyring of the machine that runs the specs is not theirs.');
  await login(first.page, true);
  const file = join(first.userDataDir, 'secrets.json');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('ada');
  const kept = readFileSync(file, 'utf8');
  await first.stop();

  const other = await launch({ home, env: { HOLDFAST_STAND_IN_KEYRING: join(folder, 'another') } });
  await login(other.page, false);
  await other.stop();
  const none = await launch({ home });
  await closeTabs(none.page);
  await openSession(none.page, toDemo);
  await expect(promptOf(none.page).getByLabel('Password of ada')).toBeVisible();
  await expect(promptOf(none.page).getByLabel('Save password')).toHaveCount(0);
  await answerPrompt(none.page, 'Password of ada', 'hunter2');
  await expectState(none.page, 'open');
  await newSession(none.page);
  await showPanel(none.page, 'Connection/SSH/Auth');
  await expect(none.page.getByText(/cannot be saved: this desktop has no keyring/)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toBe(kept);
});
