import { restartGuardMs } from '../../renderer/terminal/keyboard/restart-key.ts';
import { expect, test } from '../steps/lab.ts';
import { expectEcho, expectState, openOnSshd, sessionAt } from '../steps/sessions.ts';
import { chooseFromMenu, expectTerminal, sessionsOf, typeKeys, typeLine } from '../steps/terminal.ts';
import type { App } from './harness/app.ts';

/** Idle limit of the routers: long enough for the program to speak of them when they cut. */
const idleSeconds = 3;

/** Nothing keeps the path open. */
const unkept = { keepaliveSeconds: 0, aliveCheckSeconds: 0 };

/** Enter, as of a user who has read why the session ended. */
async function pressEnterLater(app: App): Promise<void> {
  await app.page.waitForTimeout(restartGuardMs);
  await app.page.keyboard.press('Enter');
}

/** More lines than the window shows. */
const allLines = Array.from({ length: 60 }, (_, index) => `line ${index + 1}`).join('\n');

async function fillScrollback(app: App): Promise<void> {
  await typeLine(app.page, 'seq -f "line %g" 1 60');
  await expectLines(app);
}

const expectLines = (app: App) => expectTerminal(app, allLines);

/** What was there before the end is still there, above a shell that works. */
async function expectBackInPlace(app: App, word: string): Promise<void> {
  await expectState(app.page, 'open');
  await expect(app.page.getByRole('alert')).toBeHidden();
  await expect(app.page.locator('.xterm-helper-textarea')).toBeFocused();
  await expectEcho(app, word);
  await expectLines(app);
  expect(await sessionsOf(app.page)).toHaveLength(1);
}

test('an idle session that a router has cut says so, keeps its text, and comes back', async ({ launch, lab }) => {
  const sshd = await lab.sshd();
  const router = await lab.router(sshd.port, { mode: 'reset', idleSeconds });
  const app = await launch();
  const { page } = app;
  await openOnSshd(app, sshd, router.port, unkept);
  await fillScrollback(app);
  await expect.poll(() => router.stats().forgotten).toBe(1);
  expect((await sessionAt(page)).state.kind).toBe('open');

  await typeLine(page, 'ls');
  const message = page.getByRole('alert');
  await expect(message).toContainText(/The connection to 127\.0\.0\.1 was lost at \d{1,2}:\d\d/);
  await expect(message).toContainText(/was reset\.|forgets connections that are idle/);
  await pressEnterLater(app);
  await expectBackInPlace(app, 'first');

  await expect.poll(() => router.stats().forgotten).toBe(2);
  await typeKeys(page, 'x');
  await expect(message).toBeVisible();
  await page.getByRole('button', { name: 'Restart Session' }).click();
  await expectBackInPlace(app, 'second');
});

test('typing that stays unanswered marks the session as stalled, and it can be restarted', async ({ launch, lab }) => {
  const sshd = await lab.sshd();
  const router = await lab.router(sshd.port, { mode: 'silent', idleSeconds });
  const app = await launch();
  const { page } = app;
  await openOnSshd(app, sshd, router.port, unkept);
  await fillScrollback(app);
  await expect.poll(() => router.stats().forgotten).toBe(1);

  const typedAt = performance.now();
  await typeKeys(page, 'x');
  const panel = page.getByRole('region', { name: 'No answer' });
  await expect(panel).toBeVisible({ timeout: 15_000 });
  expect(performance.now() - typedAt).toBeGreaterThan(9000);
  await expect(panel).toContainText(/Last contact \d+ s ago/);
  await expect(page.getByRole('region', { name: 'Session status' })).toContainText('No answer');
  expect((await sessionAt(page)).state.kind).toBe('open');

  await panel.getByRole('button', { name: 'Restart Session' }).click();
  await expect(panel).toBeHidden();
  await expectBackInPlace(app, 'again');
});

test('a stalled session is disconnected where its settings say so, and Enter brings it back', async ({
  launch,
  lab,
}) => {
  const sshd = await lab.sshd();
  const router = await lab.router(sshd.port, { mode: 'silent', idleSeconds });
  const app = await launch();
  const { page } = app;
  // The check comes later than the router forgets, or it would keep the path open.
  const checks = { aliveCheckSeconds: idleSeconds + 1, aliveCheckCount: 1 };
  await openOnSshd(app, sshd, router.port, { ...unkept, ...checks, whenStalled: 'disconnect' });
  await fillScrollback(app);
  await expect.poll(() => router.stats().forgotten).toBe(1);

  await typeKeys(page, 'x');
  const message = page.getByRole('alert');
  await expect(message).toContainText('The connection to 127.0.0.1 was lost at', { timeout: 15_000 });
  await expect(message).toContainText(/answered no alive check|forgets connections that are idle/);
  await pressEnterLater(app);
  await expectBackInPlace(app, 'again');
});

test('a stalled session connects again by itself where its settings say so, and its text shows where', async ({
  launch,
  lab,
}) => {
  const sshd = await lab.sshd();
  const router = await lab.router(sshd.port, { mode: 'silent', idleSeconds });
  const app = await launch();
  const checks = { aliveCheckSeconds: idleSeconds + 1, aliveCheckCount: 1 };
  await openOnSshd(app, sshd, router.port, { ...unkept, ...checks, whenStalled: 'reconnect' });
  await fillScrollback(app);
  await expect.poll(() => router.stats().forgotten).toBe(1);

  const mark = /^— reconnected at \d\d:\d\d:\d\d —$/m;
  await expectTerminal(app, mark);
  await expectBackInPlace(app, 'again');
  await app.reload();
  await expectTerminal(app, mark);
  await expectLines(app);

  await chooseFromMenu(app, 'Event Log');
  const log = app.page.getByRole('log', { name: 'Events' });
  await expect(log).toContainText('answered no alive check');
  await expect(log).toContainText('forgets connections that are idle');
});
