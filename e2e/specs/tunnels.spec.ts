import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { Forward, ForwardState } from '../../app/contract/forwards/forward.ts';
import { puttyText } from '../../app/contract/forwards/forward-notation.ts';
import { freePort, listen } from '../lab/tcp.ts';
import { addForward, changeSettings, configure, openSession } from '../steps/configure.ts';
import { cutOff, expectAccessible } from '../steps/looks.ts';
import { userDataIn, writeSavedSessions } from '../steps/saved.ts';
import { expectEcho, expectState, sessionAt } from '../steps/sessions.ts';
import { keyLogin, keyLoginArgs } from '../steps/tabs.ts';
import { chooseFromMenu } from '../steps/terminal.ts';
import { expect, test, type User } from '../steps/user.ts';

const toWeb = (port: number, hostPort: number, kind: 'local' | 'remote' = 'local'): Forward => ({
  kind,
  family: 'auto',
  bindAddress: '',
  port,
  host: '127.0.0.1',
  hostPort,
});
const socks = (port: number): Forward => ({ kind: 'dynamic', family: 'ipv4', bindAddress: '', port });

/** A web server; gives its port. */
async function startWeb(user: User): Promise<number> {
  const web = createHttpServer((_request, response) => response.end('hello from the web'));
  user.onEnd(() => web.close());
  return listen(web as unknown as Parameters<typeof listen>[0]);
}

/** What curl gets from a port, or the error that it ended with. */
const curl = async (...args: readonly string[]): Promise<string> => {
  try {
    return (await promisify(execFile)('curl', ['-sS', '-m', '10', ...args])).stdout;
  } catch (error) {
    return `curl ended with ${(error as { readonly code: number }).code}`;
  }
};
const page80 = (port: number) => curl(`http://127.0.0.1:${port}/`);

const expectForwards = (page: Page, ...kinds: readonly ForwardState['kind'][]) =>
  expect.poll(async () => (await sessionAt(page)).forwards.map(({ state }) => state.kind)).toEqual(kinds);

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Tunnels: / });

test('forwards are put on a list, opened with the session, and seen at work', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const webPort = await startWeb(user);
  const [port, socksPort] = [await freePort(), await freePort()];
  const home = await user.homeThatKnows(sshd);
  const app = await launch({ home, size: { width: 800, height: 600 } });
  const { page } = app;
  const listenPath = join(home, 'web.sock');
  const fromSocket: Forward = { kind: 'local', listenPath, host: '127.0.0.1', hostPort: webPort };
  const back: Forward = { ...socks(await freePort()), kind: 'remote-dynamic' };
  const forwards = [toWeb(port, webPort), socks(socksPort), fromSocket, back];
  await configure(page, { ...keyLogin(sshd), noShell: true, forwards });
  const list = page.getByRole('listbox', { name: 'Forwarded ports' });
  await expect(list.getByRole('option')).toHaveText(forwards.map(puttyText));

  // What is refused is said beside its field; Enter in a field adds to the list, and opens nothing.
  await page.getByRole('radio', { name: 'Local', exact: true }).check({ force: true });
  await page.getByLabel('Source port').fill(`${port}`);
  await page.getByLabel('Destination').fill('nowhere');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enter a host and a port, such as localhost:80 or [::1]:80.')).toBeVisible();
  await page.getByLabel('Destination').fill('db:5432');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`L${port} 127.0.0.1:${webPort} listens there already.`)).toBeVisible();
  await page.getByLabel('Source port').fill('5432');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('option')).toHaveCount(5);
  await list.getByRole('option', { name: 'L5432 db:5432' }).click();
  await expectAccessible(page, 'the Tunnels panel');
  expect(await cutOff(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(list.getByRole('option')).toHaveCount(4);

  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expectState(page, 'open');
  await expectForwards(page, 'listening', 'listening', 'listening', 'listening');
  await expect(page.getByText('No shell: this session is logged in for its tunnels only.')).toBeVisible();
  expect(await page80(port)).toBe('hello from the web');
  expect(await curl('--socks5-hostname', `127.0.0.1:${socksPort}`, `http://localhost:${webPort}/`)).toBe(
    'hello from the web',
  );
  expect(await curl('--unix-socket', listenPath, 'http://web/')).toBe('hello from the web');

  await page.getByRole('button', { name: '4 tunnels' }).click();
  const rows = dialogOf(page).getByRole('listitem');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(0)).toContainText(`127.0.0.1:${port}`);
  await expect(rows.nth(0)).toContainText(`127.0.0.1:${webPort}`);
  await expect(rows.nth(0)).toContainText('Listening.');
  await expect(rows.nth(0)).toContainText('0 connections now, 1 in all');
  await expect(rows.nth(0)).toContainText(/\d+ B received · \d+ B sent/);
  await expect(rows.nth(2)).toContainText(`Local ${listenPath}`);
  await expect(rows.nth(3)).toContainText('Remote dynamic');
  await expectAccessible(page, 'the tunnels of a session');
  expect(await cutOff(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
});

test('forwards are added and removed while the session runs, and saved when asked', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const webPort = await startWeb(user);
  const port = await freePort();
  const home = await user.homeThatKnows(sshd);
  await writeSavedSessions(userDataIn(home), { web: keyLogin(sshd) });
  const app = await launch({ home, args: ['-load', 'web'] });
  const { page } = app;
  await expectState(page, 'open');
  await expect(page.getByRole('button', { name: /tunnel/ })).toHaveCount(0);

  await chooseFromMenu(app, 'Tunnels…');
  await expect(dialogOf(page)).toContainText('This session forwards no ports.');
  await addForward(page, toWeb(port, webPort));
  await expect(dialogOf(page)).toContainText('Added to this session.');
  await expectForwards(page, 'listening');
  expect(await page80(port)).toBe('hello from the web');
  await dialogOf(page).getByRole('button', { name: 'Save in web' }).click();
  await expect(dialogOf(page)).toContainText('Saved in web.');
  const saved = await page.evaluate(() => window.holdfast.request('profiles.list', {}));
  expect(saved.ok && saved.value.sessions[0]?.profile.forwards).toEqual([toWeb(port, webPort)]);

  await dialogOf(page)
    .getByRole('button', { name: /^Remove / })
    .click();
  await expect(dialogOf(page).getByRole('listitem')).toHaveCount(0);
  expect(await page80(port)).toBe('curl ended with 7');
  await dialogOf(page).getByRole('button', { name: 'Close' }).click();
  await expectEcho(app, 'still-here');
});

test('a port that is in use leaves the session open, is said in words, and can be tried again', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const webPort = await startWeb(user);
  const other = createServer();
  const port = await listen(other);
  const app = await launch({ home: await user.homeThatKnows(sshd), size: { width: 800, height: 600 } });
  const { page } = app;
  await openSession(page, { ...keyLogin(sshd), forwards: [toWeb(port, webPort)] });
  await expectState(page, 'open');
  await expectForwards(page, 'failed');
  const sentence = `Port ${port} of 127.0.0.1 is in use by another session or program.`;
  await expect(page.getByRole('status').getByText(sentence)).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expectEcho(app, 'alive');

  await page.getByRole('button', { name: '1 tunnel, 1 failed' }).click();
  await expect(dialogOf(page).getByRole('listitem')).toContainText(sentence);
  await expectAccessible(page, 'a tunnel that failed');
  expect(await cutOff(page)).toEqual([]);
  other.close();
  await once(other, 'close');
  // It is tried again by itself, too: that may come first, and take the button away.
  const again = dialogOf(page).getByRole('button', { name: 'Try Again' });
  await again.click({ timeout: 5000 }).catch(() => undefined);
  await expect(dialogOf(page).getByRole('listitem')).toContainText('Listening.');
  expect(await page80(port)).toBe('hello from the web');
});

test('a forward takes the place of a socket that is there once its session may', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const webPort = await startWeb(user);
  const path = join(await user.folder(), 'web.sock');
  const other = createServer().listen(path);
  await once(other, 'listening');
  user.onEnd(() => other.close());
  const args = [...keyLoginArgs(sshd), '-L', `${path}:127.0.0.1:${webPort}`];
  const app = await launch({ home: await user.homeThatKnows(sshd), args });
  const { page } = app;
  await expectState(page, 'open');
  await expectForwards(page, 'failed');
  expect(await curl('--unix-socket', path, 'http://web/')).toMatch(/^curl ended/);

  await changeSettings(app, { replaceSocketFiles: true });
  await expectForwards(page, 'listening');
  expect(await curl('--unix-socket', path, 'http://web/')).toBe('hello from the web');
});

test('forwards come back after a reconnect, and their ports are free when the session is closed', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const webPort = await startWeb(user);
  const [port, backPort] = [await freePort(), await freePort()];
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  const back = toWeb(backPort, webPort, 'remote');
  await openSession(page, { ...keyLogin(sshd), whenLost: 'reconnect', forwards: [toWeb(port, webPort), back] });
  await expectState(page, 'open');
  await expectForwards(page, 'listening', 'listening');
  sshd.killConnections();
  await expect.poll(async () => (await sessionAt(page)).state.kind).not.toBe('open');
  await expectState(page, 'open');
  await expectForwards(page, 'listening', 'listening');
  expect(await page80(port)).toBe('hello from the web');
  expect(await page80(backPort)).toBe('hello from the web');

  await chooseFromMenu(app, 'Close Tab');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => page80(port)).toBe('curl ended with 7');
  const free = createServer();
  free.listen(port, '127.0.0.1');
  await once(free, 'listening');
  expect((free.address() as AddressInfo).port).toBe(port);
  free.close();
});
