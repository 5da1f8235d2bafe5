import { categories } from '../../app/contract/settings/definition.ts';
import { makeKeyPair } from '../lab/key-pair.ts';
import { freePort, loopback } from '../lab/tcp.ts';
import { openSession, showPanel } from '../steps/configure.ts';
import { expectAccessible } from '../steps/looks.ts';
import { answerPrompt, promptOf } from '../steps/prompts.ts';
import { saveAs, savedBox } from '../steps/saved.ts';
import { expectEcho, expectState, keepaliveControl } from '../steps/sessions.ts';
import { endedPanel, keyLogin, newSession, openAnother } from '../steps/tabs.ts';
import { chooseFromMenu } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('axe finds nothing serious in the configuration dialog', async ({ app: { page } }) => {
  test.slow(); // axe looks at each panel twice
  for (const category of categories) {
    await showPanel(page, category);
    await expectAccessible(page, category);
  }
  await showPanel(page, 'Session');
  await saveAs(page, 'web');
  await page.getByLabel('Port').fill('0');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enter a whole number from 1 to 65535.')).toBeVisible();
  await expectAccessible(page, 'a refused value');
  await savedBox(page).getByRole('button', { name: 'Delete' }).click();
  await expectAccessible(page, 'the question before a deletion');
});

test('axe finds nothing serious in the questions of a login', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const encrypted = await makeKeyPair(await user.folder(), 'encrypted', { passphrase: 'open sesame' });
  await sshd.authorize(encrypted.publicLine); // or its passphrase is not asked for
  const password = await lab.demo({ methods: ['password'], password: 'right', banner: 'All use is logged.\r\n' });
  const rounds = [{ title: 'Two steps', instructions: 'Answer both', questions: [{ text: 'PIN: ', echo: false }] }];
  const questions = await lab.demo({ methods: ['keyboard-interactive'], rounds });
  const { page } = await launch({ home: await user.homeThatKnows(password, questions) });

  await openSession(page, { ...keyLogin(sshd), keyFile: encrypted.file });
  await expect(promptOf(page)).toContainText('The host key is not known');
  await expectAccessible(page, 'an unknown host key');
  await promptOf(page).getByRole('button', { name: 'Accept once' }).click();
  await answerPrompt(page, /^Passphrase/, 'wrong');
  await expect(promptOf(page).getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'a passphrase');

  await openAnother(page, { hostName: loopback, portNumber: password.port, userName: '' });
  await expect(promptOf(page).getByLabel('User name')).toBeVisible();
  await expectAccessible(page, 'a user name');
  await answerPrompt(page, 'User name', 'ada');
  await answerPrompt(page, 'Password of ada', 'wrong');
  await expect(promptOf(page).getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'a password');

  await openAnother(page, { hostName: loopback, portNumber: questions.port, userName: 'ada' });
  await expect(promptOf(page)).toContainText('Two steps');
  await expectAccessible(page, 'keyboard-interactive');
});

test('axe finds nothing serious in the window with its sessions', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  await openSession(page, keyLogin(sshd));
  await expectState(page, 'open');
  await expectEcho(app, 'hello');
  await expectAccessible(page, 'a terminal');
  for (const [entry, what] of [
    ['Event Log', /^Event Log/],
    ['About Holdfast', /^About/],
    ['Change Settings…', /^Change Settings/],
  ] as const) {
    await chooseFromMenu(app, entry);
    await expect(page.getByRole('dialog', { name: what })).toBeVisible();
    await expectAccessible(page, entry);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('textbox', { name: 'Find' }).fill('hello');
  await expectAccessible(page, 'the search');
  await page.keyboard.press('Escape');
  await keepaliveControl(page).click();
  await expectAccessible(page, 'the control of the keepalives');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+W');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(page, 'the question before a tab closes');
  await page.keyboard.press('Escape');

  sshd.killConnections();
  await expect(endedPanel(page)).toContainText('was lost');
  await expectAccessible(page, 'a lost session');
  await openAnother(page, { hostName: loopback, portNumber: await freePort(), userName: 'ada' });
  await expectState(page, 'closed', 1);
  await expectAccessible(page, 'a refused connection');
  await newSession(page);
  await expectAccessible(page, 'the dialog over the tabs');
});
