import { type Page, expect as playwrightExpect } from '@playwright/test';
import { type DemoServer, startDemoServer } from '../../lab/demo-server.ts';
import { type Router, type RouterMode, startRouter } from '../../lab/router.ts';
import { loopback } from '../../lab/tcp.ts';
import type { App } from '../../specs/harness/app.ts';
import { launchApp } from '../../specs/harness/launch.ts';
import { type Choices, configure, openSession, showPanel } from '../../steps/configure.ts';
import { acceptHostKey, answerPrompt } from '../../steps/prompts.ts';
import { saveAs } from '../../steps/saved.ts';
import { expectEcho, expectState, keepaliveControl, sessionAt } from '../../steps/sessions.ts';
import { chooseFromMenu, typeKeys, typeLine } from '../../steps/terminal.ts';
import type { Camera } from './camera.ts';

/** What a picture shows may take its time: a stall, some checks. */
const expect = playwrightExpect.configure({ timeout: 30_000 });

/** Idle limit of the router, seconds. */
const idleSeconds = 4;

/** Nothing keeps the path open. */
const unkept = { keepaliveSeconds: 0, aliveCheckSeconds: 0 };

/** A server behind a router that forgets, and the program with a session on it. */
interface Scene {
  readonly app: App;
  readonly page: Page;
  readonly server: DemoServer;
  readonly router: Router;
}

/** What is seen of sessions that do well and badly; each scene has a server and a program of its own. */
export async function takeSessionPictures({ crop, shoot }: Camera): Promise<void> {
  const status = (page: Page) => page.getByRole('region', { name: 'Session status' });

  await inScene('reset', { aliveCheckSeconds: 1, keepaliveSeconds: 60 }, async ({ app, page }) => {
    await typeLine(page, 'ls');
    await expect.poll(async () => (await sessionAt(page)).keepalive.roundTripsMs.length).toBeGreaterThan(14);
    await keepaliveControl(page).click();
    await crop('status-bar', status(page), page.getByRole('dialog', { name: 'Keepalives of this session' }));
    await page.keyboard.press('Escape');
    await chooseFromMenu(app, 'Event Log');
    // Its beginning tells more than alive checks do.
    await page.getByRole('log', { name: 'Events' }).evaluate((log) => log.scrollTo(0, 0));
    await crop('event-log', page.getByRole('dialog', { name: /^Event Log/ }));
  });

  await inScene('reset', unkept, async ({ page, router }) => {
    await expect.poll(() => router.stats().forgotten).toBe(1);
    await typeKeys(page, 'x');
    const ended = page.getByRole('region', { name: 'Session ended' });
    await expect(ended.getByRole('button', { name: /^Set Keepalives to \d+ s and Restart$/ })).toBeVisible();
    await expect(ended).toContainText('A new connection to the same host works.');
    await crop('verdict', ended);
  });

  await inScene('silent', unkept, async ({ page, router }) => {
    await expect.poll(() => router.stats().forgotten).toBe(1);
    await typeKeys(page, 'ls');
    await expect(page.getByRole('region', { name: 'No answer' })).toBeVisible({ timeout: 20_000 });
    await shoot('stalled', page);
  });

  await inScene('reset', { whenLost: 'reconnect' }, async ({ page, router, server }) => {
    await Promise.all([server.stop(), router.stop()]);
    const panel = page.getByRole('region', { name: 'Reconnecting' });
    await expect(panel).toContainText(/Reconnecting in [45] s, attempt \d/);
    await crop('reconnecting', panel);
  });

  await inScene(null, {}, async ({ app, page }) => {
    await chooseFromMenu(app, 'Change Settings…');
    await showPanel(page, 'Connection');
    await page.getByRole('button', { name: "Find this path's limit…" }).click();
    const dialog = page.getByRole('dialog', { name: /^Find the limit/ });
    await dialog.getByLabel('Seconds of silence to try').fill('1, 2, 60, 120, 300');
    await dialog.getByRole('button', { name: 'Start' }).click();
    await dialog.getByLabel('Password:').fill('demo');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText(/2 ssurvived.*1 minsilent/);
    await crop('find-limit', dialog);
  });
}

async function inScene(
  mode: RouterMode | null,
  choices: Choices,
  take: (scene: Scene) => Promise<void>,
): Promise<void> {
  const server = await startDemoServer();
  const router = await startRouter({ target: { host: loopback, port: server.port }, ...forgetful(mode) });
  const app = await launchApp({ size: { width: 800, height: 420 } });
  try {
    await configure(app.page, { hostName: loopback, portNumber: router.port, userName: 'ada', ...choices });
    await showPanel(app.page, 'Session');
    await saveAs(app.page, 'shell');
    await openSession(app.page, {});
    await acceptHostKey(app.page);
    await answerPrompt(app.page, 'Password:', 'demo');
    await expectState(app.page, 'open');
    await expectEcho(app, 'hello');
    await take({ app, page: app.page, server, router });
  } finally {
    await app.stop();
    await router.stop();
    await server.stop();
  }
}

/** Without a mode it forgets nothing in the time that a picture takes. */
const forgetful = (mode: RouterMode | null) =>
  mode === null ? { mode: 'reset' as const, idleSeconds: 3600 } : { mode, idleSeconds };
