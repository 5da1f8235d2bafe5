import { startAgent } from '../lab/agent.ts';
import { makeKeyPair } from '../lab/key-pair.ts';
import { loopback } from '../lab/tcp.ts';
import { openSession } from '../steps/configure.ts';
import { answerPrompt, promptOf } from '../steps/prompts.ts';
import { expectEcho, expectState } from '../steps/sessions.ts';
import { keyLogin, openAnother } from '../steps/tabs.ts';
import { sessionsOf } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test.describe('with a key file', () => {
  test('logs in with a plain key, and with an encrypted one once its passphrase is right', async ({
    lab,
    user,
    launch,
  }) => {
    const sshd = await lab.sshd();
    const folder = await user.folder();
    const encrypted = await makeKeyPair(folder, 'encrypted', { passphrase: 'open sesame' });
    const pem = await makeKeyPair(folder, 'pem', { type: 'rsa', format: 'PEM', passphrase: 'old form' });
    for (const key of [encrypted, pem]) await sshd.authorize(key.publicLine);
    const app = await launch({ home: await user.homeThatKnows(sshd) });
    const { page } = app;

    await openSession(page, keyLogin(sshd));
    await expectState(page, 'open');
    await expectEcho(app, 'in');

    await openAnother(page, { ...keyLogin(sshd), keyFile: encrypted.file });
    await expect(promptOf(page)).toContainText('The private key is encrypted');
    await answerPrompt(page, `Passphrase of ${encrypted.file}`, 'close sesame');
    await expect(promptOf(page).getByRole('alert')).toHaveText('That passphrase does not open the key. Try again.');
    await answerPrompt(page, /^Passphrase/, 'open sesame');
    await expectState(page, 'open', 1);

    await openAnother(page, { ...keyLogin(sshd), keyFile: pem.file });
    await answerPrompt(page, /^Passphrase/, 'old form');
    await expectState(page, 'open', 2);
    expect(sshd.log().match(/Accepted publickey/g)).toHaveLength(3);
  });
});

test('logs in with a key of the agent', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const folder = await user.folder();
  const key = await makeKeyPair(folder, 'key');
  await sshd.authorize(key.publicLine);
  const agent = await startAgent(folder);
  user.onEnd(agent.stop);
  await agent.add(key.file);
  const { page } = await launch({ home: await user.homeThatKnows(sshd), env: { SSH_AUTH_SOCK: agent.socket } });

  await openSession(page, { hostName: `${sshd.userName}@${loopback}`, portNumber: sshd.port });
  await expectState(page, 'open');
  expect(sshd.log()).toContain(`Accepted publickey for ${sshd.userName}`);
  expect(sshd.log()).toContain(key.fingerprint);
});

test('asks the questions of keyboard-interactive round by round, with the notice of the server as text', async ({
  lab,
  user,
  launch,
}) => {
  const demo = await lab.demo({
    methods: ['keyboard-interactive'],
    banner: '\u001b[31mAll use is logged\u001b]0;owned\u0007\r\n',
    rounds: [
      {
        title: 'Two steps',
        instructions: 'First who you are',
        questions: [
          { text: 'Badge: ', echo: true },
          { text: 'PIN: ', echo: false },
        ],
        answers: ['B-7', '1234'],
      },
      { questions: [{ text: 'One-time code: ', echo: false }], answers: ['000111'] },
    ],
  });
  const { page } = await launch({ home: await user.homeThatKnows(demo) });
  await openSession(page, { hostName: loopback, portNumber: demo.port, userName: 'ada' });

  const prompt = promptOf(page);
  const login = async (code: string) => {
    await expect(prompt).toContainText('Two steps');
    await prompt.getByLabel('Badge:').fill('B-7');
    await answerPrompt(page, 'PIN:', '1234');
    await answerPrompt(page, 'One-time code:', code);
  };
  await expect(prompt).toContainText('First who you are');
  await expect(prompt).toContainText('All use is logged');
  expect(await prompt.innerText()).not.toContain('\u001b');
  await expect(prompt.getByLabel('Badge:')).toHaveAttribute('type', 'text');
  await expect(prompt.getByLabel('PIN:')).toHaveAttribute('type', 'password');
  await login('999999');
  await login('000111');
  await expectState(page, 'open');
  expect(await page.title()).not.toContain('owned');
});

test('asks for the user name and the password, and again if that is wrong', async ({ lab, user, launch }) => {
  const demo = await lab.demo({ methods: ['password'], password: 'right' });
  const { page } = await launch({ home: await user.homeThatKnows(demo) });
  await openSession(page, { hostName: loopback, portNumber: demo.port });

  await answerPrompt(page, 'User name', 'ada');
  await answerPrompt(page, 'Password of ada', 'wrong');
  await expect(promptOf(page).getByRole('alert')).toHaveText('The server refused that password. Try again.');
  await expect(promptOf(page).getByLabel('Password of ada')).toHaveValue('');
  await answerPrompt(page, 'Password of ada', 'right');
  await expectState(page, 'open');
  expect(demo.connections[0]?.userName).toBe('ada');
  expect(JSON.stringify(await sessionsOf(page))).not.toContain('right');
});
