import type { Page } from '@playwright/test';
import type { ClipboardKind } from '../../app/contract/channels/channels.ts';
import { cellAt, drag } from '../steps/cells.ts';
import { changeSettings } from '../steps/configure.ts';
import { expectTyped, printed, test } from '../steps/scripted-test.ts';
import { focusTerminal } from '../steps/terminal.ts';
import { expect } from './harness/test.ts';

const clear = '\u001b[2J\u001b[H';

const inBytes = (text: string) => Buffer.from(text).toString('latin1');

const question = (page: Page) => page.getByRole('alertdialog', { name: /^Paste/ });

async function read(page: Page, from: ClipboardKind): Promise<string> {
  const result = await page.evaluate((kind) => window.holdfast.request('clipboard.read', { from: kind }), from);
  return result.ok ? result.value : result.failure.message;
}

/** Puts a text there as another program of the desktop would. */
async function offer(page: Page, to: ClipboardKind, text: string): Promise<void> {
  await page.evaluate((payload) => window.holdfast.command('clipboard.write', payload), { to, text });
  await expect.poll(() => read(page, to)).toBe(text);
}

async function paste(page: Page): Promise<void> {
  await focusTerminal(page);
  await page.keyboard.press('Control+Shift+V');
}

test('copies a selection to PRIMARY, and to the clipboard when asked', async ({ session }) => {
  test.skip(process.platform !== 'linux', 'PRIMARY is of X11 and Wayland.');
  const { app, shell } = session;
  await offer(app.page, 'clipboard', 'untouched');
  await printed(shell, `${clear}first second third`);
  await drag(app.page, await cellAt(session, 1, 7), await cellAt(session, 1, 13));
  await expect.poll(() => read(app.page, 'selection')).toBe('second');
  expect(await read(app.page, 'clipboard')).toBe('untouched');

  await app.page.keyboard.press('Control+Shift+C');
  await expect.poll(() => read(app.page, 'clipboard')).toBe('second');

  // What the server gets is the paste alone: Ctrl+Shift+C was no key for it.
  const { x, y } = await cellAt(session, 2, 30);
  await app.page.mouse.click(x, y, { button: 'middle' });
  await expectTyped(shell, 'second');
});

test('pastes by Ctrl+Shift+V, by Shift+Insert and from the menu of the right button, whole', async ({ session }) => {
  const { app, shell } = session;
  for (const key of ['Control+Shift+V', 'Shift+Insert']) {
    await offer(app.page, 'clipboard', `${key} wörld`);
    await focusTerminal(app.page);
    await app.page.keyboard.press(key);
    await expectTyped(shell, inBytes(`${key} wörld`));
  }
  const { x, y } = await cellAt(session, 2, 5);
  await app.page.mouse.click(x, y, { button: 'right' });
  await app.menu('Paste');
  await expectTyped(shell, inBytes('Shift+Insert wörld'));

  const long = Array.from({ length: 40_000 }, (_, index) => `word${index} `).join('');
  await offer(app.page, 'clipboard', long);
  await paste(app.page);
  await expect.poll(() => shell.typed().length).toBe(long.length);
  expect(shell.typed() === long).toBe(true);
});

test('asks before it pastes several lines, and shows them', async ({ session }) => {
  const { app, shell } = session;
  await offer(app.page, 'clipboard', 'echo one\necho two\r\necho three\n');
  await paste(app.page);
  await expect(question(app.page)).toContainText('Paste 3 lines?');
  for (const line of ['echo one', 'echo two', 'echo three']) await expect(question(app.page)).toContainText(line);
  await app.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(question(app.page)).toBeHidden();
  // The key that follows comes first of all, so nothing of the paste did.
  await app.page.keyboard.press('x');
  await expectTyped(shell, 'x');

  await paste(app.page);
  await question(app.page).getByRole('button', { name: 'Paste', exact: true }).click();
  await expectTyped(shell, 'echo one\recho two\recho three\r');
});

test('lets no paste end its own brackets or act as keys', async ({ session }) => {
  const { app, shell } = session;
  const evil = 'a\u001b[201~b\u009b201~c\u001b[20\u001b[201~1~d\u0003e\u007ff\tg';
  await offer(app.page, 'clipboard', evil);
  await paste(app.page);
  await expectTyped(shell, 'abc[201~def\tg');

  await printed(shell, '\u001b[?2004h');
  await paste(app.page);
  await expectTyped(shell, '\u001b[200~abc[201~def\tg\u001b[201~');

  await offer(app.page, 'clipboard', 'ls\u001b[201~\nrm -rf ~\n');
  await paste(app.page);
  await question(app.page).getByRole('button', { name: 'Paste', exact: true }).click();
  await expectTyped(shell, '\u001b[200~ls\rrm -rf ~\r\u001b[201~');
});

test('gives the mouse to a program that asks for it, and with Shift to the user', async ({ session }) => {
  const { app, shell } = session;
  await printed(shell, `${clear}first second third\u001b[?1002;1006h`);
  const { x, y } = await cellAt(session, 3, 7);
  await app.page.mouse.click(x, y);
  await expectTyped(shell, '\u001b[<0;7;3M\u001b[<0;7;3m');
  await app.page.mouse.click(x, y, { button: 'right' });
  await expectTyped(shell, '\u001b[<2;7;3M\u001b[<2;7;3m');
  await app.page.mouse.wheel(0, -120);
  await expect.poll(shell.typed).toMatch(/\[<64;7;3M/);
  shell.forget();

  await app.page.keyboard.down('Shift');
  await drag(app.page, await cellAt(session, 1, 7), await cellAt(session, 1, 13));
  await app.page.keyboard.up('Shift');
  await app.page.keyboard.press('Control+Shift+C');
  await expect.poll(() => read(app.page, 'clipboard')).toBe('second');
  expect(shell.typed()).toBe('');
});

test('copies with colours for programs that take them, and types keys that have no clipboard', async ({ session }) => {
  const { app, shell } = session;
  const { page } = app;
  await changeSettings(app, { copyRich: true, insertKeys: 'none' });
  await printed(shell, `${clear}\u001b[38;2;200;30;40mred\u001b[m <plain>`);
  await drag(page, await cellAt(session, 1, 1), await cellAt(session, 1, 12));
  await page.keyboard.press('Control+Shift+C');
  await expect.poll(() => read(page, 'clipboard')).toBe('red <plain>');

  // What an editor in this page gets of it by a paste of its own.
  await page.evaluate(() => {
    const editor = document.body.appendChild(document.createElement('div'));
    editor.id = 'editor';
    editor.contentEditable = 'true';
    editor.focus();
  });
  await page.keyboard.press('Control+V');
  const editor = page.locator('#editor');
  await expect(editor).toHaveText('red <plain>');
  await expect(editor.getByText('red', { exact: true })).toHaveCSS('color', 'rgb(200, 30, 40)');
  await editor.evaluate((element) => element.remove());

  await focusTerminal(page);
  await page.keyboard.press('Shift+Insert');
  await expectTyped(shell, '\u001b[2;2~');
});
