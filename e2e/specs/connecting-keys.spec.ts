import { startAgent } from '../lab/agent.ts';
import { makeKeyPair } from '../lab/key-pair.ts';
import { makePpk } from '../lab/ppk.ts';
import { loopback } from '../lab/tcp.ts';
import { openSession, showPanel } from '../steps/configure.ts';
import { answerPrompt, promptOf } from '../steps/prompts.ts';
import { expectEcho, expectState } from '../steps/sessions.ts';
import { keyLogin, newSession, openAnother } from '../steps/tabs.ts';
import { expectTerminal, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test("logs in with a key of PuTTY's, and asks for its passphrase once in a run, until that is to be forgotten", async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const key = await makePpk(await user.folder(), 'work.ppk', {
    type: 'ed25519',
    passphrase: 'open',
    comment: 'at work',
  });
  await sshd.authorize(key.publicLine);
  const login = { ...keyLogin(sshd), keyFile: key.file };
  const { page } = await launch({ home: await user.homeThatKnows(sshd) });

  await openSession(page, login);
  await expect(promptOf(page)).toContainText('at work');
  await expect(promptOf(page)).toContainText(key.fingerprint);
  await promptOf(page).getByRole('checkbox').check({ force: true });
  await answerPrompt(page, /^Passphrase/, 'open');
  await expectState(page, 'open');
  await openAnother(page, login);
  await expectState(page, 'open', 1);

  await newSession(page);
  await showPanel(page, 'Connection/SSH/Auth');
  await page.getByRole('button', { name: 'Forget kept passphrases' }).click();
  await expect(page.getByRole('button', { name: 'Forget kept passphrases' })).toBeDisabled();
  await openSession(page, login);
  await expect(promptOf(page)).toContainText('The private key is encrypted');
});

test('lists the keys of the agent, and forwards it with consent and a mark', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const folder = await user.folder();
  const key = await makeKeyPair(folder, 'key', { comment: 'ada@home' });
  await sshd.authorize(key.publicLine);
  const agent = await startAgent(folder);
  user.onEnd(agent.stop);
  await agent.add(key.file);
  const app = await launch({ home: await user.homeThatKnows(sshd), env: { SSH_AUTH_SOCK: agent.socket } });
  const { page } = app;

  await showPanel(page, 'Connection/SSH/Auth');
  await expect(page.getByRole('list', { name: 'Keys of the agent' })).toContainText(key.fingerprint);
  await openSession(page, {
    hostName: `${sshd.userName}@${loopback}`,
    portNumber: sshd.port,
    agentForwarding: 'ask',
  });
  await expectState(page, 'open');
  await expect(page.getByRole('tab', { name: /agent forwarded/ })).toBeVisible();

  await typeLine(page, 'ssh-add -l; echo o""ver');
  await expectTerminal(app, /^over$/m);
  await expectTerminal(app, /ada@home/);
  const again = `ssh -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -p ${sshd.port} ${sshd.userName}@${loopback} echo ar""rived`;
  await typeLine(page, again);
  await expect(promptOf(page)).toContainText(`${loopback} wants to use a key of your agent`);
  await expect(promptOf(page)).toContainText(key.fingerprint);
  await page.keyboard.press('Enter');
  await expectTerminal(app, /Permission denied/);
  await typeLine(page, again);
  await promptOf(page).getByRole('button', { name: 'Allow once' }).click();
  await expectTerminal(app, /^arrived/m);
  await expectEcho(app, 'still-typing');
});
