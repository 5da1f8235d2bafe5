import type { Page } from '@playwright/test';
import type { SessionSnapshot } from '../../app/contract/session/session.ts';
import { paneOf, panes, paneText } from '../steps/panes.ts';
import { launchWithSaved, launchWithTwoTabs } from '../steps/saved.ts';
import { expectState, sessionAt } from '../steps/sessions.ts';
import { chooseFromMenu, expectTerminal, sessionsOf, showTab, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

const files = (page: Page) => page.getByRole('region', { name: 'Files' });
const broadcast = (page: Page) => page.getByRole('button', { name: 'Typing goes to 2 panes. Stop broadcasting' });

/** Drags with the pointer, from the left end of one thing to a place in another. */
async function drag(page: Page, from: ReturnType<typeof paneOf>, to: ReturnType<typeof paneOf>, part: number) {
  const [begin, end] = [await from.boundingBox(), await to.boundingBox()];
  if (begin === null || end === null) throw new Error('It is not shown.');
  await page.mouse.move(begin.x + 24, begin.y + 8);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width * part, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

test('a pane moves to a tab of its own with all that it has, and both are there at the next start', async ({
  lab,
  user,
  launch,
}) => {
  const [one, two] = [await lab.sshd(), await lab.sshd()];
  const app = await launchWithSaved({ launch, user }, { one, two });
  const { page } = app;
  await chooseFromMenu(app, 'Panes', 'Open Saved Session at the Right', 'two');
  await expectState(page, 'open', 1);
  const [first, second] = [await sessionAt(page, 0), await sessionAt(page, 1)];
  await expect.poll(() => paneText(app, second)).toMatch(/\$ ?$/);
  await page.keyboard.type('seq 200; echo before-$((20+3))\n');
  await expect.poll(() => paneText(app, second)).toMatch(/^before-23$/m);
  await chooseFromMenu(app, 'Tab', 'Tab Colour', 'Red');
  await chooseFromMenu(app, 'Files');
  await expect(files(page)).toBeVisible();
  await page.keyboard.press('Control+Shift+B');
  await expect(broadcast(page)).toBeVisible();

  await chooseFromMenu(app, 'Panes', 'Move Pane to Its Own Tab');
  await expect(page.getByRole('tab')).toHaveText(['one', 'two']);
  await expect(page.getByRole('tab', { selected: true })).toHaveAccessibleName(/^two, .*[Rr]ed/);
  await expectTerminal(app, /^1\n[\s\S]*^200\nbefore-23$/m);
  await expect(files(page)).toBeVisible();
  await expect(broadcast(page)).toBeVisible();
  await typeLine(page, 'echo both-$((20+4))');
  await expectTerminal(app, /^both-24$/m);
  await showTab(page, 0);
  await expectTerminal(app, /^both-24$/m);
  expect((await sessionsOf(page)).map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(one.log().match(/Starting session/g)).toHaveLength(1);

  await app.reload();
  await expect(page.getByRole('tab')).toHaveText(['one', 'two']);
  await app.kill();
  const again = await launch({ home: app.home, userDataDir: app.userDataDir });
  await expect(again.page.getByRole('tab')).toHaveText(['one', 'two']);
});

test('a pane is dragged to the tabs by its title, and joins and leaves as often as its user likes', async ({
  lab,
  user,
  launch,
}) => {
  const app = await launchWithTwoTabs({ launch, user }, await lab.sshd());
  const { page } = app;
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name},`) });
  const named = async (name: string) =>
    (await sessionsOf(page)).find((session) => session.name === name) as SessionSnapshot;
  const [a, b] = [await named('a'), await named('b')];
  for (const round of [1, 2]) {
    await showTab(page, 0);
    await drag(page, tab('b'), paneOf(page, a), 0.9);
    await expect(page.getByRole('tab')).toHaveCount(1);
    await expect(panes(page)).toHaveCount(2);
    // The pane that gave its tab the place leaves it: the tab stays the other one's.
    await drag(page, paneOf(page, a), tab('b'), 0.1);
    await expect(page.getByRole('tab')).toHaveText(['a', 'b']);
    await expect(page.getByRole('tab', { selected: true })).toHaveAccessibleName('a, Connected');
    await page.keyboard.type(`echo round-${round}-$((20+${round}))\n`);
    await expectTerminal(app, new RegExp(`^round-${round}-2${round}$`, 'm'));
  }
  await chooseFromMenu(app, 'Tab', 'Move Tab to New Window');
  const second = await app.secondWindow();
  await expectTerminal(second, /^round-2-22$/m);
  await expect(tab('b')).toHaveAccessibleName('b, Connected');
  expect((await sessionAt(page)).id).toBe(b.id);
});

test('a divider leaves 20 columns to each pane, by the pointer and by keys that are held', async ({
  lab,
  user,
  launch,
}) => {
  const sshd = await lab.sshd();
  const app = await launchWithSaved({ launch, user }, { one: sshd, two: sshd });
  const { page } = app;
  await chooseFromMenu(app, 'Panes', 'Open Saved Session at the Right', 'two');
  await expectState(page, 'open', 1);
  const divider = page.getByRole('separator', { name: 'Divider between panes' });
  const columns = async (index: number) => {
    const text = await paneText(app, await sessionAt(page, index));
    return Number(/^size \d+ (\d+)$/m.exec(text)?.[1] ?? 0);
  };
  const expectLeast = async (index: number) => {
    const session = await sessionAt(page, index);
    await expect.poll(() => paneText(app, session)).toMatch(/\$ ?$/);
    await page.keyboard.type('clear; echo size $(stty size)\n');
    await expect.poll(() => columns(index)).toBeGreaterThanOrEqual(20);
    expect(await columns(index)).toBeLessThan(26);
  };
  const { x, y } = (await divider.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 1, y + 100);
  await page.mouse.down();
  for (const to of [0.8, 0.5, 0.2, 0.01]) await page.mouse.move(x * to, y + 100);
  await page.mouse.up();
  await expectLeast(0);
  for (let press = 0; press < 40; press += 1) await page.keyboard.press('Alt+Shift+ArrowRight');
  await expectLeast(1);
});
