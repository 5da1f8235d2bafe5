import { cellAt } from '../steps/cells.ts';
import { expectTyped, printed, test } from '../steps/scripted-test.ts';
import { focusTerminal } from '../steps/terminal.ts';
import { expect } from './harness/test.ts';

const clear = '\u001b[2J\u001b[H';

const link = (url: string, text: string) => `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;

test('finds text as it is typed, up and down, and counts it', async ({ session }) => {
  const { app, shell } = session;
  const lines = Array.from({ length: 300 }, (_, index) => (index % 100 === 0 ? `Needle ${index}` : `hay ${index}`));
  await printed(shell, lines.join('\r\n'));
  await focusTerminal(app.page);
  await app.page.keyboard.press('Control+Shift+F');
  const bar = app.page.getByRole('search');
  const count = bar.getByRole('status');
  await bar.getByLabel('Find').fill('needle');
  await expect(count).toHaveText('3 of 3');
  await app.page.keyboard.press('Enter');
  await expect(count).toHaveText('2 of 3');
  await app.page.keyboard.press('Shift+Enter');
  await expect(count).toHaveText('3 of 3');
  await bar.getByRole('button', { name: 'Next match' }).click();
  await expect(count).toHaveText('1 of 3');

  // The match is scrolled to, and selected: it can be copied after the bar is closed.
  await bar.getByRole('button', { name: 'Match case' }).click();
  await expect(count).toHaveText('No matches');
  await bar.getByLabel('Find').fill('Needle 100');
  await expect(count).toHaveText('1 of 1');
  await app.page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await app.page.keyboard.press('Control+Shift+C');
  const copied = () => app.page.evaluate(() => window.holdfast.request('clipboard.read', { from: 'clipboard' }));
  await expect.poll(copied).toEqual({ ok: true, value: 'Needle 100' });

  // The keyboard is the terminal's again, and it got nothing of all this.
  await app.page.keyboard.press('x');
  await expectTyped(shell, 'x');
});

test('opens links by Ctrl+click alone, and shows where each really leads', async ({ session }) => {
  const { app, shell } = session;
  const target = app.page.locator('.terminal-link-target');
  const hover = async (row: number) => {
    const { x, y } = await cellAt(session, row, 3);
    await app.page.mouse.move(x, y + 60);
    await app.page.mouse.move(x, y, { steps: 2 });
  };
  const clickWithCtrl = async () => {
    await app.page.keyboard.down('Control');
    await app.page.mouse.down();
    await app.page.mouse.up();
    await app.page.keyboard.up('Control');
  };
  await printed(
    shell,
    `${clear}https://example.com/plain\r\n${link('http://real.example/', 'https://my-bank.example')}`,
  );

  await hover(1);
  await expect(target).toContainText('https://example.com/plain');
  await app.page.mouse.down();
  await app.page.mouse.up();
  await clickWithCtrl();
  await expect.poll(app.openedLinks).toEqual(['https://example.com/plain']);

  await hover(2);
  await expect(target).toContainText('http://real.example/');
  await clickWithCtrl();
  await expect.poll(app.openedLinks).toEqual(['https://example.com/plain', 'http://real.example/']);
  const { x, y } = await cellAt(session, 10, 3);
  await app.page.mouse.move(x, y);
  await expect(target).toBeHidden();
});

test('never opens a link of another scheme', async ({ session }) => {
  const { app, shell } = session;
  const urls = ['file:///etc/passwd', 'javascript:alert(1)', 'ssh://host', 'smb://host/x', 'vscode://x', 'nonsense'];
  await printed(shell, `${clear}${urls.map((url) => link(url, 'click here')).join('\r\n')}\r\nfile:///etc/passwd`);
  await app.page.keyboard.down('Control');
  for (let row = 1; row <= urls.length + 1; row += 1) {
    const { x, y } = await cellAt(session, row, 3);
    await app.page.mouse.click(x, y);
    await expect(app.page.locator('.terminal-link-target')).toBeHidden();
  }
  await app.page.keyboard.up('Control');
  // A renderer that was taken over could ask main directly.
  for (const url of urls) {
    const answer = await app.page.evaluate((asked) => window.holdfast.request('link.open', { url: asked }), url);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-payload' } });
  }
  expect(await app.openedLinks()).toEqual([]);
});
