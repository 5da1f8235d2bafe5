import { configure, openSession } from '../steps/configure.ts';
import { coloursIn, cursorCell, terminalGrid } from '../steps/screen.ts';
import { expectEcho, expectState, sessionAt } from '../steps/sessions.ts';
import { endedPanel, keyLogin, openAnother } from '../steps/tabs.ts';
import { chooseFromMenu, expectTerminal, terminalText, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

/** Colours of assets/colour-schemes. */
const dracula = { background: '#282a36', cursor: '#f8f8f2' };
const solarizedLight = { background: '#fdf6e3' };

test('settings of a new session reach its server, its window and its terminal', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  await openSession(page, {
    ...keyLogin(sshd),
    ...{ terminalType: 'vt220', compression: true, columns: 70, rows: 20, scrollbackLines: 40 },
    environment: [
      { name: 'LAB_COLOUR', value: 'blue green' },
      { name: 'LAB_EMPTY', value: '' },
    ],
    ...{ fontSize: 16, cursorStyle: 'underline', colourScheme: 'dracula' },
  });
  await expectState(page, 'open');

  await typeLine(page, 'echo "TERM=$TERM LAB=$LAB_COLOUR,$LAB_EMPTY."; stty size');
  await expectTerminal(app, 'TERM=vt220 LAB=blue green,.\n20 70');
  expect(await terminalGrid(page)).toMatchObject({ columns: 70, rows: 20, cell: { height: 21 } });

  await typeLine(page, 'clear; seq 200');
  await expectTerminal(app, /^200$/m);
  const lines = (await terminalText(app)).trimEnd().split('\n');
  expect(lines).toHaveLength(40 + 20);
  expect(lines.at(-2)).toBe('200');

  const cell = await cursorCell(page);
  const bottom = { ...cell, y: cell.y + cell.height - 1, height: 1 };
  expect([...(await coloursIn(page, bottom)).keys()]).toEqual([dracula.cursor]);
  expect((await coloursIn(page, cell)).get(dracula.background)).toBeGreaterThan(0.8);

  await chooseFromMenu(app, 'Event Log');
  const log = page.getByRole('log', { name: 'Events' });
  await expect(log).toContainText('Compression: zlib@openssh.com');
  await expect(log).toContainText('Sent 2 environment variables.');
});

test('Change Settings… has the settings that can change in a session that runs, and applies them at once', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  await openSession(page, { ...keyLogin(sshd), columns: 60, rows: 15, keepaliveSeconds: 0 });
  await expectState(page, 'open');
  await expectEcho(app, 'before');
  await expect.poll(() => terminalGrid(page)).toMatchObject({ columns: 60, rows: 15 });
  const before = await terminalGrid(page);

  await chooseFromMenu(app, 'Change Settings…');
  const dialog = page.getByRole('dialog', { name: /^Change Settings: / });
  const rows = dialog.getByRole('treegrid', { name: 'Category' }).getByRole('row');
  for (const name of ['Session', 'Appearance', 'Alive checks', 'Tunnels']) {
    await expect(rows.and(dialog.getByRole('row', { name, exact: true }))).toHaveCount(1);
  }
  for (const name of ['Proxy', 'Host keys', 'Auth']) {
    await expect(rows.and(dialog.getByRole('row', { name, exact: true }))).toHaveCount(0);
  }
  for (const label of ['Host Name (or IP address)', 'Port']) {
    await expect(dialog.getByRole('textbox', { name: label, exact: true })).toHaveCount(0);
  }
  await configure(page, { keepaliveSeconds: 1, fontSize: 22, colourScheme: 'solarized-light', cursorStyle: 'bar' });
  await expect(dialog.getByRole('radio', { name: 'IPv6' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(dialog).toHaveCount(0);

  await expect.poll(async () => (await terminalGrid(page)).cell.height).toBeGreaterThan(before.cell.height * 1.3);
  const after = await terminalGrid(page);
  expect(after.rows).toBeLessThan(before.rows);
  await typeLine(page, 'stty size');
  await expectTerminal(app, `\n${after.rows} ${after.columns}\n`);
  const colours = await coloursIn(page, await cursorCell(page));
  expect(colours.get(solarizedLight.background)).toBeGreaterThan(0.8);
  await expect.poll(async () => (await sessionAt(page)).keepalive.nullPacketsSent).toBeGreaterThan(0);

  await chooseFromMenu(app, 'Change Settings…');
  await configure(page, { fontSize: 14, columns: 66, rows: 18 });
  await dialog.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect.poll(() => terminalGrid(page)).toMatchObject({ columns: 66, rows: 18, cell: before.cell });
});

test('a session runs what it is told to, and its tab closes on exit as it is told to', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  const tabs = page.getByRole('tab');

  await openSession(page, { ...keyLogin(sshd), remoteCommand: 'echo "ran $((6 * 7))"; exit 3', closeOnExit: 'never' });
  await expect(endedPanel(page)).toContainText('Exit status 3.');
  await expectTerminal(app, 'ran 42');

  await openAnother(page, { ...keyLogin(sshd), closeOnExit: 'clean' });
  await expectState(page, 'open', 1);
  await typeLine(page, 'exit 4');
  await expect(tabs).toHaveCount(1);

  await openAnother(page, { ...keyLogin(sshd), closeOnExit: 'clean' });
  await expectState(page, 'open', 1);
  await expectEcho(app, 'up');
  sshd.killConnections();
  await expect(endedPanel(page)).toContainText('was lost');
  await expect(tabs).toHaveCount(2);

  await openAnother(page, { ...keyLogin(sshd), closeOnExit: 'always' });
  await expectState(page, 'open', 2);
  await expectEcho(app, 'up');
  sshd.killConnections();
  await expect(tabs).toHaveCount(2);

  await openAnother(page, { ...keyLogin(sshd), noShell: true, closeOnExit: 'never' });
  await expectState(page, 'open', 2);
  expect(sshd.log().match(/Starting session/g)).toHaveLength(4);
});
