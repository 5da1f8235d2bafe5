import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../steps/lab.ts';
import { acceptHostKey, answerPrompt } from '../steps/prompts.ts';
import { expectState, openOnDemo } from '../steps/sessions.ts';
import { sessionsOf } from '../steps/terminal.ts';

test('tabs that were open are there at the next start, and connect when their user wants them to', async ({
  launch,
  lab,
}) => {
  const demo = await lab.demo();
  const first = await launch();
  await openOnDemo(first, demo.port);
  await openOnDemo(first, demo.port, { keepaliveSeconds: 5 });
  const names = (await sessionsOf(first.page)).map(({ name }) => name);
  await expect.poll(() => demo.connections.length).toBe(2);
  const { home, userDataDir } = first;
  const file = join(userDataDir, 'open-tabs.json');
  await expect.poll(() => existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).length).toBe(2);
  await first.kill();

  const app = await launch({ home, userDataDir });
  const { page } = app;
  await expect(page.getByRole('tab')).toHaveCount(2);
  await expect(page.getByRole('alert')).toContainText('This session was open when Holdfast ended.');
  expect((await sessionsOf(page)).map(({ name }) => name)).toEqual(names);
  expect(demo.connections).toHaveLength(2);

  await page.getByRole('tab').nth(1).click();
  await page.getByRole('button', { name: 'Restart Session' }).click();
  await acceptHostKey(page);
  await answerPrompt(page, 'Password:', 'demo');
  await expectState(page, 'open', 1);
  expect((await sessionsOf(page))[1]?.keepalive.intervalSeconds).toBe(5);
  expect((await sessionsOf(page))[0]?.state).toMatchObject({ kind: 'closed', reason: { kind: 'restored' } });
});
