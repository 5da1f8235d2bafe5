import { expect, test } from '../steps/lab.ts';
import { expectEcho, expectState, openOnDemo, openOnSshd, sessionAt } from '../steps/sessions.ts';
import { expectTerminal, sessionsOf, showTab, terminalText, typeLine } from '../steps/terminal.ts';
import type { App } from './harness/app.ts';

test('a session whose server was killed is lost, not ended, and comes back', async ({ launch, lab }) => {
  const sshd = await lab.sshd();
  const app = await launch();
  const { page } = app;
  await openOnSshd(app, sshd, sshd.port);
  await expectEcho(app, 'before');
  sshd.killConnections();
  const message = page.getByRole('alert');
  await expect(message).toContainText('The connection to 127.0.0.1 was lost at');
  await expect(message).toContainText('127.0.0.1 closed the connection.');
  await expect(page.getByRole('tab')).toHaveAccessibleName(/Connection lost/);
  await page.getByRole('button', { name: 'Restart Session' }).click();
  await expectState(page, 'open');
  await expectEcho(app, 'after');
  await expectTerminal(app, /^before$/m);
});

test('a server that hangs is marked by the alive checks, gets what is typed, and goes on with the same shell', async ({
  launch,
  lab,
}) => {
  const sshd = await lab.sshd();
  const app = await launch();
  const { page } = app;
  await openOnSshd(app, sshd, sshd.port, { aliveCheckSeconds: 1, aliveCheckCount: 2 });
  await typeLine(page, 'kept=same');
  await expectEcho(app, 'before');
  sshd.freeze();
  const panel = page.getByRole('region', { name: 'No answer' });
  await expect(panel).toContainText('The session goes on if 127.0.0.1 answers again.');
  await expect(panel.getByRole('button', { name: 'Restart Session' })).toBeVisible();
  await typeLine(page, 'echo $kept shell');
  expect((await sessionAt(page)).state.kind).toBe('open');
  sshd.thaw();
  await expect(panel).toBeHidden();
  await expectTerminal(app, /^same shell$/m);
  await expect(page.getByRole('region', { name: 'Session status' })).toContainText('Connected');
});

const ways = [
  { name: 'a reload of the window', again: (app: App) => app.reload(), isPossible: () => true },
  {
    name: 'a crash of the renderer',
    again: (app: App) => app.crash(),
    isPossible: (app: App) => app.kind !== 'electron',
  },
];

/** Seconds between keepalives 1, and the tolerance of the promise, ms. */
const longestGap = 1250;

for (const { name, again, isPossible } of ways) {
  test(`sessions live through ${name}, with their screen and their null packets`, async ({ launch, lab }) => {
    const server = await lab.demo();
    const app = await launch();
    test.skip(!isPossible(app), 'Playwright cannot follow the page of Electron through a crash.');
    for (const user of ['first', 'second']) {
      await openOnDemo(app, server.port, { userName: user, keepaliveSeconds: 1 });
      await typeLine(app.page, 'colours');
      await expectEcho(app, user);
    }
    const [text, sessions] = [await terminalText(app), await sessionsOf(app.page)];
    const sent = server.connections.map(({ ignores }) => ignores.length);
    // What is read of the terminal below goes by the clipboard: none of it may be from before.
    await app.page.evaluate(() => window.holdfast.command('clipboard.write', { to: 'clipboard', text: '' }));

    await again(app);
    await expectTerminal(app, /^second$/m);
    expect(await terminalText(app)).toBe(text);
    expect((await sessionsOf(app.page)).map(({ id }) => id)).toEqual(sessions.map(({ id }) => id));
    expect(server.connections).toHaveLength(2);
    for (const [index, { ignores }] of server.connections.entries()) {
      const since = () => ignores.slice(sent[index]);
      await expect.poll(() => since().length).toBeGreaterThan(3);
      expect(
        Math.max(
          ...since()
            .slice(1)
            .map((at, before) => at - (since()[before] as number)),
        ),
      ).toBeLessThan(longestGap);
    }
    await expectEcho(app, 'after');
    await showTab(app.page, 0);
    await expectTerminal(app, /^first$/m);
  });
}
