import { startXServer } from '../lab/x-server.ts';
import { openSession } from '../steps/configure.ts';
import { expectAccessible } from '../steps/looks.ts';
import { expectState } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu, expectTerminal, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('programs at the server are shown on the X display here', async ({ lab, user, launch }) => {
  const xServer = await startXServer();
  user.onEnd(xServer.stop);
  const sshd = await lab.sshd({ config: ['X11Forwarding yes'] });
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { display: x11Display, authorityFile: x11AuthorityFile } = xServer;
  await openSession(app.page, { ...keyLogin(sshd), x11Forward: true, x11Display, x11AuthorityFile });
  await expectState(app.page, 'open');
  await typeLine(app.page, 'xdpyinfo | grep dimensions');
  await expectTerminal(app, 'dimensions:    320x240 pixels');
  await typeLine(app.page, 'xev -name "from afar" > /dev/null &');
  await expect.poll(() => xServer.ask('xwininfo', '-root', '-tree'), { timeout: 30_000 }).toContain('from afar');

  await app.page.getByRole('button', { name: 'X11' }).click();
  const row = app.page.getByRole('dialog', { name: /^Tunnels: / }).getByRole('listitem');
  await expect(row).toContainText(`the display ${x11Display}`);
  await expect(row).toContainText(/1 connection now, 2 in all · \S+ \S?B received · \S+ \S?B sent/);
  await expectAccessible(app.page, 'X11 among the tunnels');
  await app.page.keyboard.press('Escape');

  await chooseFromMenu(app, 'Event Log');
  await expect(app.page.getByRole('log', { name: 'Events' })).toContainText('X11 forwarding is on.');
});
