import { createServer } from 'node:net';
import type { Page } from '@playwright/test';
import { listen, loopback } from '../lab/tcp.ts';
import { configure, openSession, showPanel } from '../steps/configure.ts';
import { acceptHostKey, promptOf } from '../steps/prompts.ts';
import { saveAs, savedBox } from '../steps/saved.ts';
import { expectEcho, expectState } from '../steps/sessions.ts';
import { keyLogin, newSession } from '../steps/tabs.ts';
import { sessionsOf } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

/** Closes the tab in front by its button, in whatever state it is, and sees that nothing of it is left. */
async function closeTab(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Close / })
    .last()
    .click();
  await expect.poll(() => sessionsOf(page)).toHaveLength(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
}

test('a tab can be closed in every phase of a connection', async ({ lab, user, launch }) => {
  const mute = createServer();
  const port = await listen(mute);
  user.onEnd(() => mute.close());
  const demo = await lab.demo({ methods: ['password'], password: 'hunter2' });
  const { page } = await launch();

  await openSession(page, { hostName: loopback, portNumber: port });
  await expectState(page, 'connecting');
  await closeTab(page);

  await openSession(page, { hostName: loopback, portNumber: demo.port, userName: 'ada' });
  await expect(promptOf(page)).toContainText('host key');
  await closeTab(page);

  await openSession(page, { hostName: loopback, portNumber: demo.port, userName: 'ada' });
  await acceptHostKey(page);
  await expect(promptOf(page).getByLabel('Password of ada')).toBeVisible();
  await closeTab(page);
});

test('a tab can be closed while it waits to reconnect', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const { page } = await launch({ home: await user.homeThatKnows(sshd) });
  await openSession(page, { ...keyLogin(sshd), whenLost: 'reconnect' });
  await expectState(page, 'open');
  await sshd.stop();
  await expectState(page, 'reconnecting');
  await closeTab(page);
});

test('Open that is pressed twice opens one session, which stays when what it was opened from is deleted', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  await configure(page, keyLogin(sshd));
  await showPanel(page, 'Session');
  await saveAs(page, 'Short-lived');
  await page.getByRole('button', { name: 'Open', exact: true }).dblclick();
  await expectState(page, 'open');
  expect(await sessionsOf(page)).toHaveLength(1);

  await newSession(page);
  await savedBox(page).getByRole('row', { name: 'Short-lived' }).click();
  await savedBox(page).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expectState(page, 'open');
  await expectEcho(app, 'still here');
});
