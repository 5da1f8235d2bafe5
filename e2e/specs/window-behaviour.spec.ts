import { changeSettings, openSession } from '../steps/configure.ts';
import { terminalGrid } from '../steps/screen.ts';
import { expectState } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { chooseFromMenu, expectTerminal, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('a window fills the screen, zooms its font and closes as its session says', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  await openSession(page, {
    ...keyLogin(sshd),
    ...{ columns: 60, rows: 15, resizeEffect: 'font-when-maximised' },
    ...{ windowTitle: 'Core router', warnOnClose: false, fullScreenOnAltEnter: true },
  });
  await expectState(page, 'open');
  await expect.poll(() => terminalGrid(page)).toMatchObject({ columns: 60, rows: 15 });
  await expect(page).toHaveTitle('Core router - Holdfast');
  const before = await terminalGrid(page);
  const bar = page.locator('.xterm .scrollbar.vertical');
  const display = () => bar.evaluate((element) => getComputedStyle(element).display);
  expect(await display()).not.toBe('none');

  await page.keyboard.press('Alt+Enter');
  await expect.poll(async () => (await terminalGrid(page)).cell.height).toBeGreaterThan(before.cell.height * 1.5);
  expect(await terminalGrid(page)).toMatchObject({ columns: 60, rows: 15 });
  expect(await display()).toBe('none');
  await page.keyboard.press('F11');
  await expect.poll(() => terminalGrid(page)).toEqual(before);

  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+=');
  await expect.poll(async () => (await terminalGrid(page)).columns).toBeLessThan(60);
  const zoomed = await terminalGrid(page);
  await typeLine(page, 'stty size');
  await expectTerminal(app, `\n${zoomed.rows} ${zoomed.columns}\n`);
  await chooseFromMenu(app, 'Font Size', 'Font of the Settings');
  await expect.poll(() => terminalGrid(page)).toEqual(before);

  await changeSettings(app, { screenReader: 'on' });
  await expect(page.locator('.xterm-accessibility-tree')).toContainText('stty size');

  // The page goes before its key is let go.
  await page.keyboard.press('Alt+F4').catch(() => undefined);
  expect(await app.exited()).toBe(0);
});
