import { loopback } from '../lab/tcp.ts';
import { configure, showPanel } from '../steps/configure.ts';
import { expectEcho, openOnDemo, sessionAt } from '../steps/sessions.ts';
import { chooseFromMenu } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

const known = /The server answers no alive check \(\d{4}-\d\d-\d\d\), so that none counts\./;

/** A sign of life that is no answer; seldom enough for checks to be sent between, often enough for a busy machine, ms. */
const outputEvery = 800;

test('a server that answers no alive check is not taken for dead, and is remembered until it is forgotten', async ({
  launch,
  lab,
  user,
}) => {
  const server = await lab.demo({ checkAnswer: 'never' });
  const home = await user.folder();
  const app = await launch({ home });
  const { page, userDataDir } = app;
  await openOnDemo(app, server.port, { aliveCheckSeconds: 1, aliveCheckCount: 3, whenStalled: 'disconnect' });
  const checks = async () => (await sessionAt(page)).keepalive.checksSent;
  const [connection] = server.connections;

  await chooseFromMenu(app, 'Event Log');
  const noted = page.getByRole('log', { name: 'Events' }).getByText('is known to answer no alive check');
  const output = setInterval(() => connection?.write('.'), outputEvery);
  user.onEnd(() => clearInterval(output));
  await expect(noted).toHaveCount(1, { timeout: 60_000 });
  clearInterval(output);
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  // Without any sign of life from here on: three unanswered checks would have ended it.
  const before = await checks();
  await expect.poll(checks, { timeout: 20_000 }).toBeGreaterThan(before + 6);
  expect(await sessionAt(page)).toMatchObject({ state: { kind: 'open' }, keepalive: { stalled: false } });
  await page.keyboard.press('Enter');
  await expectEcho(app, 'alive');
  await app.stop();

  const again = await launch({ home, userDataDir });
  const restored = again.page.getByRole('tab');
  await expect(restored).toHaveCount(1);
  await again.page.getByRole('button', { name: 'New session' }).click();
  await configure(again.page, { hostName: loopback, portNumber: server.port });
  await showPanel(again.page, 'Connection');
  await expect(again.page.getByText(known)).toBeVisible();
  await again.page.getByRole('button', { name: 'Forget' }).click();
  await expect(again.page.getByText(known)).toBeHidden();
});
