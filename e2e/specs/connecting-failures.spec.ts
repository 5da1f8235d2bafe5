import { createServer as createHttpServer } from 'node:http';
import { makeKeyPair } from '../lab/key-pair.ts';
import { freePort, listen, loopback, startTcpServer } from '../lab/tcp.ts';
import { startUnanswering } from '../lab/unanswering.ts';
import { type Choices, openSession } from '../steps/configure.ts';
import { answerPrompt, promptOf } from '../steps/prompts.ts';
import { sessionAt } from '../steps/sessions.ts';
import { endedPanel, newSession, openAnother } from '../steps/tabs.ts';
import { expect, knownHostsLine, test, writeKnownHosts } from '../steps/user.ts';
import type { App } from './harness/app.ts';

/** A line of a stack trace, or the name of an error's class: nothing for a user. */
const internals = /\bat .*(?:\.[cm]?[jt]s|node:).*:\d+|\b(?:Type|Range|Reference)?Error:|node:internal/;

/** Opens a session that must fail, and checks how the tab says why. */
async function expectFailure(app: App, choices: Choices, ...sentences: readonly (string | RegExp)[]): Promise<void> {
  const { page } = app;
  if ((await page.getByRole('tab').count()) > 0) await newSession(page);
  await openSession(page, choices);
  const panel = endedPanel(page);
  await expect(panel).toContainText(`Could not connect to ${choices.hostName}`);
  for (const sentence of sentences) await expect(panel).toContainText(sentence);
  await expect(panel).not.toContainText(internals);
  expect(app.output()).not.toMatch(internals);
}

test('says in the tab why a host cannot be reached', async ({ user, launch }) => {
  const closed = await freePort();
  const web = createHttpServer((_request, response) => response.end('hello'));
  const webPort = await listen(web);
  user.onEnd(() => web.close());
  const app = await launch();
  const at = (portNumber: number) => ({ hostName: loopback, portNumber, userName: 'ada' });

  await expectFailure(
    app,
    { hostName: 'no-such-host.invalid', userName: 'ada' },
    /no-such-host\.invalid, port 22, could not be reached: no (?:host of that name|name server)/,
    /heck (?:the spelling of the host name, and )?that this computer is online/,
  );
  await expectFailure(app, at(closed), `${loopback} refused the connection: nothing listens on port ${closed}.`);
  await expectFailure(
    app,
    at(webPort),
    `What answers on port ${webPort} of ${loopback} did not greet as an SSH server. It said: "HTTP/1.1 400 Bad Request"`,
  );
});

test('says in the tab why a server does not let anybody in', async ({ lab, user, launch }) => {
  const key = await makeKeyPair(await user.folder(), 'stranger');
  const onlyKeys = await lab.demo({ methods: ['publickey'], publicKeys: [] });
  const onlyPasswords = await lab.demo({ methods: ['password'], password: 'right' });
  const old = await lab.demo({ algorithms: { cipher: ['aes128-ctr'], hmac: ['hmac-sha2-512-96'] } });
  const app = await launch({ home: await user.homeThatKnows(onlyKeys, onlyPasswords, old) });
  const at = (portNumber: number) => ({ hostName: loopback, portNumber, userName: 'ada' });

  await expectFailure(
    app,
    { ...at(onlyKeys.port), keyFile: key.file },
    `${loopback} did not let ada in. Tried: publickey; the server accepts: publickey.`,
  );
  await expectFailure(
    app,
    at(onlyKeys.port),
    'None of the methods set for this session could be tried; the server accepts: publickey.',
    'choose a private key file, or load one into an agent',
  );
  await expectFailure(app, at(old.port), 'have no MAC in common. The server offers: hmac-sha2-512-96.');

  await openAnother(app.page, at(onlyPasswords.port));
  for (const attempt of [1, 2, 3]) await answerPrompt(app.page, 'Password of ada', `wrong ${attempt}`);
  await expect(endedPanel(app.page)).toContainText(
    `${loopback} did not let ada in. Tried: password; the server accepts: password.`,
  );
  expect(onlyPasswords.connections).toHaveLength(1);
});

test('refuses a changed host key with both fingerprints, and offers no way round it', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const [home, impostor] = [await user.folder(), await makeKeyPair(await user.folder(), 'impostor')];
  await writeKnownHosts(home, [knownHostsLine({ ...sshd, hostKey: impostor })]);
  const app = await launch({ home });
  const choices = { hostName: loopback, portNumber: sshd.port, userName: sshd.userName, keyFile: sshd.clientKey };

  await expectFailure(
    app,
    choices,
    `it offers ssh-ed25519 ${sshd.hostKey.fingerprint}`,
    `but recorded is ${impostor.fingerprint} in line 1 of ${home}/.ssh/known_hosts`,
  );
  await expect(promptOf(app.page)).toHaveCount(0);
  await expect(endedPanel(app.page).getByRole('button')).toHaveText(['Restart Session', 'Close Tab']);
  await endedPanel(app.page).getByRole('button', { name: 'Restart Session' }).click();
  await expect(endedPanel(app.page)).toContainText('has changed');
  expect(sshd.log()).not.toContain('Accepted');
});

test('waits for a host that does not answer as long as its session says', async ({ user, launch }) => {
  const { port, stop } = await startUnanswering();
  user.onEnd(stop);
  const app = await launch();
  const { page } = app;
  const choices = { hostName: loopback, portNumber: port, userName: 'ada' };
  await openSession(page, { ...choices, connectTimeoutSeconds: 600 });
  await expect(page.getByRole('region', { name: 'Connecting' })).toContainText(
    `Connecting to ${loopback}, port ${port}…`,
  );
  const sentence = `${loopback} did not answer on port ${port} in time.`;
  await expectFailure(app, { ...choices, connectTimeoutSeconds: 1 }, sentence);
  expect((await sessionAt(page, 0)).state).toEqual({ kind: 'connecting', phase: 'tcp' });
});

test('shows how far it is with a silent server, and stops at once when told to', async ({ user, launch }) => {
  const silent = await startTcpServer((socket) => socket.resume());
  user.onEnd(silent.stop);
  const { page } = await launch();
  await openSession(page, { hostName: loopback, portNumber: silent.port, userName: 'ada' });

  const progress = page.getByRole('region', { name: 'Connecting' });
  await expect(progress).toContainText(`Exchanging keys with ${loopback}…`);
  expect((await sessionAt(page)).state).toEqual({ kind: 'connecting', phase: 'handshake' });
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('tab')).toHaveCount(0);
  await expect.poll(() => silent.sockets.every((socket) => socket.destroyed)).toBe(true);
  expect(silent.sockets).toHaveLength(1);
});
