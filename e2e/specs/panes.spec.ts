import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { focusPane, paneOf, panes, paneText } from '../steps/panes.ts';
import { launchWithSaved } from '../steps/saved.ts';
import { expectState, sessionAt } from '../steps/sessions.ts';
import { endedPanel } from '../steps/tabs.ts';
import { chooseFromMenu, sessionsOf } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('a tab is split into panes of two servers, each of its own size, and is there again at the next start', async ({
  lab,
  user,
  launch,
}) => {
  const [one, two] = [await lab.sshd(), await lab.sshd()];
  const app = await launchWithSaved({ launch, user }, { one, two });
  const { page } = app;
  await chooseFromMenu(app, 'Panes', 'Open Saved Session at the Right', 'two');
  await expectState(page, 'open', 1);
  await page.keyboard.press('Control+Shift+D');
  await expectState(page, 'open', 2);
  await expect(page.getByRole('tab')).toHaveCount(1);
  await expect(page.getByRole('tab')).toHaveAccessibleName('two, 3 panes, Connected');
  expect((await sessionsOf(page)).map(({ name }) => name)).toEqual(['one', 'two', 'two']);

  for (const index of [0, 1, 2]) {
    const session = await sessionAt(page, index);
    const shown = async () => {
      await focusPane(page, session);
      return /(\d+) × (\d+)/.exec((await page.getByRole('region', { name: 'Session status' }).textContent()) ?? '');
    };
    await expect.poll(shown).not.toBeNull();
    const [, columns, rows] = (await shown()) ?? [];
    await page.keyboard.type('stty size\n');
    await expect.poll(() => paneText(app, session)).toMatch(new RegExp(`^${rows} ${columns}$`, 'm'));
  }

  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Control+Shift+X');
  await expect(panes(page)).toHaveCount(1);
  await expect(paneOf(page, await sessionAt(page, 0))).toBeVisible();
  await page.keyboard.press('Control+Shift+X');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(page.getByRole('separator').first()).toHaveAttribute('aria-valuenow', '54');

  const file = join(app.userDataDir, 'open-tabs.json');
  const kept = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);
  await expect.poll(() => kept()[0]?.layout?.share).toBe(0.54);
  await app.kill();
  const again = await launch({ home: app.home, userDataDir: app.userDataDir });
  await expect(panes(again.page)).toHaveCount(3);
  await expect(again.page.getByRole('separator').first()).toHaveAttribute('aria-valuenow', '54');
  await expect(endedPanel(again.page)).toHaveCount(3);
  expect((await sessionsOf(again.page)).map(({ name }) => name)).toEqual(['one', 'two', 'two']);
  const first = await sessionAt(again.page, 0);
  await paneOf(again.page, first).getByRole('button', { name: 'Restart Session' }).click();
  await expectState(again.page, 'open');
});
