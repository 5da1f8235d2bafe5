import { loopback } from '../lab/tcp.ts';
import { printed, test } from '../steps/scripted-test.ts';
import { chooseFromMenu, expectTerminal } from '../steps/terminal.ts';
import { expect } from './harness/test.ts';

test('speaks Japanese once that is chosen, while the session goes on', async ({ session }) => {
  const { app, shell } = session;
  const { page } = app;
  const chooseFromEither = async (...labels: readonly string[]) => {
    await page.getByRole('button', { name: /^(Menu|メニュー)$/ }).click();
    await app.menu(...labels);
  };
  await printed(shell, 'before');
  await page.evaluate(() => Object.assign(window, { isFirst: true }));
  await chooseFromMenu(app, 'Language', '日本語');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await printed(shell, ' and after');
  await chooseFromEither('設定の変更…');
  await expect(page.getByRole('dialog').getByRole('row', { name: '端末', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await chooseFromEither('言語 (Language)', 'English');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectTerminal(app, 'before and after');
  // A page that was loaded again had lost what was typed in a dialog, and the selection.
  expect(await page.evaluate(() => 'isFirst' in window)).toBe(true);
});

test('speaks what the system speaks, where nobody has chosen', async ({ launch }) => {
  const { page } = await launch({ args: ['-P', '1', `ada@${loopback}`], env: { LANGUAGE: 'ja' } });
  await expect(page.getByText('ポート 1 で待ち受けているものがありません。').first()).toBeVisible();
});
