import { changeSettings, configure, openSession, showPanel } from '../steps/configure.ts';
import { promptOf } from '../steps/prompts.ts';
import { expectState, sessionAt } from '../steps/sessions.ts';
import { endedPanel, keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu, expectTerminal, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test("the Kex, Host keys, Cipher and MAC panels have PuTTY's lists, and what is moved decides what is used", async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  for (const category of ['Kex', 'Host keys', 'MAC', 'Cipher']) {
    await showPanel(page, `Connection/SSH/${category}`);
    await expect(page.getByRole('option', { name: '-- warn below here --' })).toBeVisible();
  }
  const ciphers = page.getByRole('listbox', { name: 'Encryption cipher selection policy' });
  await ciphers.locator('[data-value="aes256-ctr"]').dragTo(ciphers.locator('[data-value="aes128-gcm@openssh.com"]'));
  await expect(ciphers.getByRole('option').first()).toHaveAttribute('data-value', 'aes256-ctr');

  await openSession(page, keyLogin(sshd));
  await expectState(page, 'open');
  expect((await sessionAt(page)).profile.cipherOrder[0]).toBe('aes256-ctr');
  await chooseFromMenu(app, 'Event Log');
  const log = page.getByRole('log', { name: 'Events' });
  await expect(log).toContainText('Cipher: aes256-ctr');
  await expect(log).toContainText('The key exchange is not post-quantum');
  await page.keyboard.press('Escape');
  await expect(log).toBeHidden();
  await page.mouse.move(300, 200);
  await page.getByRole('tab').first().hover();
  await expect(page.getByRole('tooltip')).toContainText('aes256-ctr, hmac-sha2-256-etm@openssh.com');
  await expect(page.getByRole('tooltip')).toContainText('Not post-quantum: curve25519-sha256');
});

test('other algorithms are chosen in a session, and its shell goes on', async ({ lab, user, launch }, info) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  await openSession(page, keyLogin(sshd));
  await expectState(page, 'open');
  await typeLine(page, 'kept=before');
  await changeSettings(app, { cipherOrder: ['aes192-ctr'], macOrder: ['hmac-sha2-512'], compression: true });
  await expect
    .poll(async () => (await sessionAt(page)).negotiated)
    .toMatchObject({
      cipherOut: 'aes192-ctr',
      macIn: 'hmac-sha2-512',
      compressionIn: 'zlib@openssh.com',
    });
  await typeLine(page, 'echo still $kept');
  await expectTerminal(app, /^still before$/m);
  await page.getByRole('tab').first().hover();
  await expect(page.getByRole('tooltip')).toContainText('aes192-ctr, hmac-sha2-512');
  await page.screenshot({ path: info.outputPath('changed.png') });
});

test('a server with weak algorithms only: Enter cancels before the login, and accepting is for one connection', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd({ config: ['Ciphers 3des-cbc', 'KexAlgorithms diffie-hellman-group1-sha1'] });
  const { page } = await launch({ home: await user.homeThatKnows(sshd) });
  await openSession(page, keyLogin(sshd));
  const prompt = promptOf(page);
  await expect(prompt).toContainText('Key exchange: diffie-hellman-group1-sha1');
  await expect(prompt).toContainText('Cipher: 3des-cbc');
  await expect(prompt.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(endedPanel(page)).toContainText('was cancelled for its weak algorithms');
  expect(sshd.log()).not.toContain('userauth');

  await endedPanel(page).getByRole('button', { name: 'Restart Session' }).click();
  await prompt.getByRole('button', { name: 'Accept for this connection' }).click();
  await expectState(page, 'open');
});

test('a session takes the fingerprint that it names, and no other', async ({ lab, launch }) => {
  const sshd = await lab.sshd();
  const { page } = await launch();
  await configure(page, { manualHostKeys: 'SHA256:0000000000000000000000000000000000000000000' });
  await openSession(page, keyLogin(sshd));
  await expect(endedPanel(page)).toContainText('none of those that this session is configured to accept');
});
