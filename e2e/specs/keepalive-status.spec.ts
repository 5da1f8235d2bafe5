import { changeSettings } from '../steps/configure.ts';
import { expect, test } from '../steps/lab.ts';
import { expectEcho, keepaliveControl, openOnDemo, setKeepalive } from '../steps/sessions.ts';
import { chooseFromMenu, expectTerminal } from '../steps/terminal.ts';

test('the status bar counts null packets, and tells of the next one and of the last contact', async ({
  launch,
  lab,
}) => {
  const server = await lab.demo();
  const { page, ...app } = await launch();
  await openOnDemo({ page, ...app }, server.port, { keepaliveSeconds: 4, aliveCheckSeconds: 0 });
  const [connection] = server.connections;
  const status = page.getByRole('region', { name: 'Session status' });
  const control = keepaliveControl(page);
  await expect(status).toContainText('Connected');
  await expect(control).toHaveText(/^Null packets: 0 sent, next in [1-4] s$/);
  await expect(status).toContainText(/Last contact [2-9] s ago/);
  await expect(control).toHaveText(/^Null packets: 1 sent, next in [34] s$/);
  expect(connection?.ignores).toHaveLength(1);
  await expect(control).toHaveText(/next in 2 s$/);

  await expectEcho({ page, ...app }, 'heard');
  await expect(status).toContainText(/Last contact [01] s ago/);

  await setKeepalive(page, 0);
  await expect(control).toHaveText('Keepalives off');
});

test('a server that chokes on ignore messages gets none, and the program says so', async ({ launch, lab }) => {
  const server = await lab.demo();
  const app = await launch();
  const { page } = app;
  await openOnDemo(app, server.port, { keepaliveSeconds: 1, chokesOnIgnore: true });
  const [connection] = server.connections;
  const control = keepaliveControl(page);
  await expect(control).toHaveText('Keepalives off');
  await control.click();
  const form = page.getByRole('dialog', { name: 'Keepalives of this session' });
  await expect(form).toContainText('None is sent: this server chokes on ignore messages.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Session status' })).toContainText(/Last contact [4-9] s ago/);
  expect(connection?.ignores).toEqual([]);

  await changeSettings(app, { chokesOnIgnore: false });
  await expect.poll(() => connection?.ignores.length).toBeGreaterThan(1);
});

test('the keyboard is the terminal’s again after the control in the status bar, and after what the menu opened', async ({
  launch,
  lab,
}) => {
  const demo = await lab.demo();
  const app = await launch();
  const { page } = app;
  await openOnDemo(app, demo.port);
  const terminal = page.getByRole('textbox', { name: 'Terminal input' });
  await setKeepalive(page, 7);
  await expect(terminal).toBeFocused();
  await page.keyboard.type('echo one');
  await page.keyboard.press('Enter');
  await expectTerminal(app, /^one$/m);
  await chooseFromMenu(app, 'Change Settings…');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(terminal).toBeFocused();
  await page.keyboard.type('echo two');
  await page.keyboard.press('Enter');
  await expectTerminal(app, /^two$/m);
});
