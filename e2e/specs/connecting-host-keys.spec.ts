import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSession } from '../steps/configure.ts';
import { promptOf } from '../steps/prompts.ts';
import { expectState } from '../steps/sessions.ts';
import { endedPanel, keyLogin, openAnother } from '../steps/tabs.ts';
import { expect, knownHostsLine, test } from '../steps/user.ts';

test('an unknown key: Enter cancels, and a key that was saved is never asked about again', async ({ lab, launch }) => {
  const sshd = await lab.sshd();
  const { page, home, userDataDir } = await launch();
  const ownFile = join(userDataDir, 'known_hosts');
  await openSession(page, keyLogin(sshd));

  const prompt = promptOf(page);
  await expect(prompt).toContainText(sshd.hostKey.fingerprint);
  await expect(prompt).toContainText('ssh-ed25519');
  await expect(prompt).toContainText(`127.0.0.1, port ${sshd.port}`);
  await expect(prompt.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(endedPanel(page)).toContainText('was not accepted');
  expect(existsSync(ownFile)).toBe(false);

  await endedPanel(page).getByRole('button', { name: 'Restart Session' }).click();
  await prompt.getByRole('button', { name: 'Accept and save' }).click();
  await expectState(page, 'open');
  expect(readFileSync(ownFile, 'utf8').trim()).toBe(knownHostsLine(sshd));
  expect(existsSync(join(home, '.ssh', 'known_hosts'))).toBe(false);

  await openAnother(page, keyLogin(sshd));
  await expectState(page, 'open', 1);
});

test('a key that was accepted once is asked about again by the next start of the program', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const home = await user.folder();
  const first = await launch({ home });
  await openSession(first.page, keyLogin(sshd));
  await promptOf(first.page).getByRole('button', { name: 'Accept once' }).click();
  await expectState(first.page, 'open');
  await openAnother(first.page, keyLogin(sshd));
  await expectState(first.page, 'open', 1);
  expect(existsSync(join(first.userDataDir, 'known_hosts'))).toBe(false);
  await first.kill();

  const second = await launch({ home });
  await second.page.getByRole('button', { name: 'Restart Session' }).click();
  await expect(promptOf(second.page)).toContainText(sshd.hostKey.fingerprint);
});
