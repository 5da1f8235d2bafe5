import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectState, openOnDemo, openOnSshd, sessionAt } from '../steps/sessions.ts';
import { chooseFromMenu, focusTerminal, typeKeys } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';
import type { App } from './harness/app.ts';

const statusBar = (page: Page) => page.getByRole('region', { name: 'Session status' });

/** Notes what the page's status regions say from now on, and gives it when it is called. */
async function announcements(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    for (const region of document.querySelectorAll('[role=status]')) {
      const note = () => said.push(region.textContent ?? '');
      new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
    }
    Object.assign(window, { said });
  });
  return () => page.evaluate(() => (window as unknown as { readonly said: readonly string[] }).said);
}

test('checks show their round trips in the status bar, and all that is known in the tooltip of the tab', async ({
  launch,
  lab,
}) => {
  const server = await lab.demo();
  const app = await launch({ size: { width: 1100, height: 500 } });
  const { page } = app;
  await openOnDemo(app, server.port, { aliveCheckSeconds: 1 });
  const status = statusBar(page);
  const drawing = status.getByRole('img', { name: /^Round trips of the last [2-9] checks: min .* ms, median .* max / });
  await expect(drawing).toBeVisible();
  await expect(status.getByText(/^(<1|\d+) ms$/)).toBeVisible();
  await expect(status.getByText(/^(\d+) of \1 checks answered$/)).toBeVisible();
  await expect(status).toContainText('Connected');

  await page.mouse.move(300, 300); // a pointer is on its way over the page, as it always is
  await page.getByRole('tab').hover();
  const tooltip = page.getByRole('tooltip');
  for (const line of ['Connected, alive', /Round trip (<1|\d+) ms/, /Last contact \d s ago/, /(\d+) of \1 checks/]) {
    await expect(tooltip).toContainText(line);
  }
  await page.mouse.move(300, 300);
  await expect(tooltip).toBeHidden();
});

test('keys that nothing follows are counted, and each turn of health is announced once', async ({ launch, lab }) => {
  const sshd = await lab.sshd();
  const router = await lab.router(sshd.port, { mode: 'silent', idleSeconds: 2 });
  const app = await launch();
  const { page } = app;
  await openOnSshd(app, sshd, router.port, { keepaliveSeconds: 0, aliveCheckSeconds: 0 });
  const { name } = await sessionAt(page);
  await expect.poll(() => router.stats().forgotten).toBe(1);

  const said = await announcements(page);
  await typeKeys(page, 'abc');
  await expect(statusBar(page).getByText(/^[1-3] keystrokes? unconfirmed$/)).toBeVisible();
  await expect(page.getByRole('tab', { name: /keystrokes? unconfirmed$/ })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'No answer' })).toBeVisible({ timeout: 15_000 });
  await expect(statusBar(page)).toContainText('No answer');
  // Seconds go by, and nothing is said of them.
  await expect(page.getByRole('region', { name: 'No answer' })).toContainText(/Last contact 1[3-9] s ago/);
  const keys = expect.stringMatching(/[1-3] keystrokes? unconfirmed\.$/);
  expect(await said()).toEqual([keys, expect.stringContaining(`${name} does not answer.`)]);

  await page.getByRole('button', { name: 'Restart Session' }).click();
  await expectState(page, 'open');
  await expect.poll(said).toHaveLength(3);
  expect((await said()).at(-1)).toBe(`${name} answers again.`);
});

test('the Event Log is filtered, copied, and exported as text and as JSON lines', async ({ launch, lab, user }) => {
  const server = await lab.demo();
  const folder = await user.folder();
  const app = await launch();
  const { page } = app;
  await openOnDemo(app, server.port, { keepaliveSeconds: 1, aliveCheckSeconds: 1 });
  await expect.poll(async () => (await sessionAt(page)).keepalive.nullPacketsSent).toBeGreaterThan(1);
  await chooseFromMenu(app, 'Event Log');
  const log = page.getByRole('log', { name: 'Events' });
  await expect(log).toContainText('Alive check answered after');

  await page.getByRole('searchbox', { name: 'Filter' }).fill('null packet sent');
  await expect(log).not.toContainText('Alive check');
  await expect(log).toContainText('Null packet 2 sent.');
  await page.getByRole('button', { name: 'Copy' }).click();
  const copied = await page.evaluate(() => window.holdfast.request('clipboard.read', { from: 'clipboard' }));
  expect(copied.ok && copied.value).toMatch(/^\d{4}(-\d\d){2} \d\d(:\d\d){2}\tNull packet 1 sent\.\n/);

  const text = join(folder, 'log.txt');
  await exportLog(app, 'text', text);
  await expect(page.getByText(`to ${text}.`)).toBeVisible();
  const lines = (await readFile(text, 'utf8')).trimEnd().split('\n');
  expect(lines.filter((line) => line.endsWith('\tNull packet 1 sent.'))).toHaveLength(1);
  expect(lines.some((line) => line.includes('\tAlive check answered after '))).toBe(true);

  const json = join(folder, 'log.jsonl');
  await exportLog(app, 'JSON lines', json);
  await expect(page.getByText(`to ${json}.`)).toBeVisible();
  const entries = (await readFile(json, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(entries.map((entry) => entry.text)).toContain('Null packet 1 sent.');
  expect(Math.abs(Date.now() - Date.parse(entries.at(-1).at))).toBeLessThan(60_000);

  await exportLog(app, 'text', join(folder, 'missing', 'log.txt'));
  await expect(page.getByText(`There is no folder ${join(folder, 'missing')}, so nothing was saved.`)).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await focusTerminal(page);
});

/** Exports the log that is shown to this file. */
const exportLog = (app: App, format: 'text' | 'JSON lines', path: string) =>
  app.chooseFile(path, async () => {
    await app.page.getByRole('button', { name: 'Export…' }).click();
    await app.page.getByRole('menuitem', { name: `All events as ${format}…` }).click();
  });
