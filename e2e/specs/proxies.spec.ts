import type { Profile } from '../../app/contract/profile/profile.ts';
import { startDante, startMicrosocks, startTinyproxy, whyNoProxies } from '../lab/proxies.ts';
import { freePort, loopback } from '../lab/tcp.ts';
import { startTelnetProxy } from '../lab/telnet-proxy.ts';
import { openSession } from '../steps/configure.ts';
import { answerPrompt, promptOf } from '../steps/prompts.ts';
import { expectEcho, expectState, sessionAt } from '../steps/sessions.ts';
import { keyLogin, openAnother } from '../steps/tabs.ts';
import { chooseFromMenu } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

const missing = whyNoProxies();

/** The Proxy panel, filled in for a proxy of the lab. */
const through = (
  proxyType: Profile['proxyType'],
  proxyPort: number,
  more: Partial<Profile> = {},
): Partial<Profile> => ({
  proxyType,
  proxyHost: loopback,
  proxyPort,
  proxyLocalhost: true,
  ...more,
});

test('connects through each kind of proxy, and a command', async ({ lab, user, launch }) => {
  test.skip(missing !== null, missing ?? '');
  const sshd = await lab.sshd();
  const [dante, tinyproxy, telnet] = await Promise.all([
    startDante(await freePort()),
    startTinyproxy(sshd.port),
    startTelnetProxy(),
  ]);
  for (const { stop } of [dante, tinyproxy, telnet]) user.onEnd(stop);
  const app = await launch({ home: await user.homeThatKnows(sshd) });

  await openSession(app.page, { ...keyLogin(sshd), ...through('socks5', dante.port) });
  await expectState(app.page, 'open');
  await expectEcho(app, 'socks5');
  expect((await sessionAt(app.page)).through).toBe(`SOCKS 5 proxy ${loopback}:${dante.port}`);
  for (const [index, way] of [
    through('socks4', dante.port),
    through('http', tinyproxy.port),
    through('telnet', telnet.port),
    through('command', 80, { proxyCommand: 'nc %h %p' }),
  ].entries()) {
    await openAnother(app.page, { ...keyLogin(sshd), ...way });
    await expectState(app.page, 'open', index + 1);
    await expectEcho(app, `way${index}`);
  }
});

test("asks for a proxy's password, again if it was wrong, and not when it connects again", async ({
  lab,
  user,
  launch,
}) => {
  test.skip(missing !== null, missing ?? '');
  const sshd = await lab.sshd();
  const proxy = await startMicrosocks({ user: 'ada', password: 'sesame' });
  user.onEnd(proxy.stop);
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;

  await openSession(page, { ...keyLogin(sshd), ...through('socks5', proxy.port, { proxyUserName: 'ada' }) });
  await expect(promptOf(page)).toContainText(`Log in to the proxy ${loopback}`);
  await answerPrompt(page, 'Password of ada', 'wrong');
  await expect(promptOf(page).getByRole('alert')).toHaveText('The proxy refused that password. Try again.');
  await answerPrompt(page, 'Password of ada', 'sesame');
  await expectState(page, 'open');
  await expectEcho(app, 'in');

  sshd.killConnections();
  await expectState(page, 'closed');
  await chooseFromMenu(app, 'Restart Session');
  await expectState(page, 'open');
  await expectEcho(app, 'again');
});

test("saves a proxy's password by choice, for that proxy alone", async ({ lab, user, launch }) => {
  test.skip(missing !== null, missing ?? '');
  const sshd = await lab.sshd();
  const login = { user: 'ada', password: 'sesame' };
  const [proxy, another] = [await startMicrosocks(login), await startMicrosocks(login)];
  for (const { stop } of [proxy, another]) user.onEnd(stop);
  const home = await user.homeThatKnows(sshd);
  const env = { HOLDFAST_STAND_IN_KEYRING: `${await user.folder()}/keyring` };
  const over = ({ port }: { readonly port: number }) => ({
    ...keyLogin(sshd),
    ...through('socks5', port, { proxyUserName: 'ada' }),
  });
  const first = await launch({ home, env });
  test.skip(first.kind === 'electron', 'The keyring of the machine that runs the specs is not theirs.');
  await openSession(first.page, over(proxy));
  await promptOf(first.page).getByLabel('Save password').check();
  await answerPrompt(first.page, 'Password of ada', 'sesame');
  await expectState(first.page, 'open');
  await openAnother(first.page, over(proxy));
  await expectState(first.page, 'open', 1);
  await openAnother(first.page, over(another));
  await expect(promptOf(first.page).getByLabel('Password of ada')).toBeVisible();
});

test('says why a proxy leads nowhere', async ({ launch }) => {
  test.skip(missing !== null, missing ?? '');
  const { page } = await launch();
  const port = await freePort();
  await openSession(page, { hostName: 'server.example', ...through('http', port) });
  await expect(page.getByText(`The proxy cannot be used. ${loopback} refused the connection`)).toBeVisible();
});
