import { readFile } from 'node:fs/promises';
import { loopback } from '../lab/tcp.ts';
import { configure, openSession, showPanel } from '../steps/configure.ts';
import { promptOf } from '../steps/prompts.ts';
import { saveAs } from '../steps/saved.ts';
import { expectEcho, expectState, sessionAt } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('leads over three jump hosts, saved and typed, each with its own host key and log', async ({
  lab,
  user,
  launch,
}) => {
  const [gate, middle, inner, target] = [await lab.sshd(), await lab.sshd(), await lab.sshd(), await lab.sshd()];
  // Those that are typed are logged in to with the key of the session.
  const publicLine = await readFile(`${target.clientKey}.pub`, 'utf8');
  for (const { authorize } of [middle, inner]) await authorize(publicLine.trim());
  const app = await launch({ home: await user.homeThatKnows(middle, inner, target) });
  const { page } = app;

  await configure(page, keyLogin(gate));
  await showPanel(page, 'Session');
  await saveAs(page, 'The gate');
  await openSession(page, {
    ...keyLogin(target),
    proxyType: 'jump',
    jumpHosts: ['The gate', `${loopback}:${middle.port}`, `${loopback}:${inner.port}`],
    proxyLocalhost: true,
  });
  await expect(promptOf(page)).toContainText(`${loopback}, port ${gate.port} (jump host 1 of 3)`);
  const connecting = { kind: 'connecting', phase: 'handshake', stop: { name: 'The gate', number: 1, of: 4 } };
  expect((await sessionAt(page)).state).toEqual(connecting);
  await promptOf(page).getByRole('button', { name: 'Accept once' }).click();
  await expectState(page, 'open');
  await expectEcho(app, 'through');
  expect((await sessionAt(page)).through).toBe(`The gate, then ${loopback}, then ${loopback}`);

  await page.getByRole('tab').first().hover();
  await expect(page.getByRole('tooltip')).toContainText('Through The gate, then');

  await chooseFromMenu(app, 'Event Log');
  await expect(page.getByRole('dialog')).toContainText(`The gate: Host key: ssh-ed25519 ${gate.hostKey.fingerprint}`);
  await page.keyboard.press('Escape');

  gate.killConnections();
  await expectState(page, 'closed');
  await expect(page.getByText(/At jump host The gate \(1 of 3\)/).first()).toBeVisible();
});

test('refuses a way that leads through itself', async ({ launch }) => {
  const { page } = await launch();
  await configure(page, { hostName: 'web', proxyType: 'jump', jumpHosts: ['Round'] });
  await showPanel(page, 'Session');
  await saveAs(page, 'Round');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('The way to Round leads through Round itself.')).toBeVisible();
});
