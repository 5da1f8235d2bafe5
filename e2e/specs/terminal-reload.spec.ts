import { colourAt } from '../steps/cells.ts';
import type { ScriptedShell } from '../steps/scripted-server.ts';
import { duplicateSession, expectTyped, printed, test } from '../steps/scripted-test.ts';
import { expectTerminal, focusTerminal, showTab, terminalText } from '../steps/terminal.ts';
import type { App } from './harness/app.ts';
import { expect } from './harness/test.ts';

const clear = '\u001b[2J\u001b[H';

/** Device attributes, status, cursor, colours, settings, a mode, size, version: whatever a terminal answers. */
const queries = [
  '\u001b[c',
  '\u001b[>c',
  '\u001b[5n',
  '\u001b[6n',
  '\u001b]10;?\u0007',
  '\u001b]4;1;?\u0007',
  '\u001bP$qm\u001b\\',
  '\u001b[?2004$p',
  '\u001b[18t',
  '\u001b[>q',
].join('');

/** The terminal has answered nothing but this status report since the server last looked. */
async function expectSilence(shell: ScriptedShell): Promise<void> {
  await shell.write('\u001b[5n');
  await expectTyped(shell, '\u001b[0n');
}

async function reload(app: App, shell: ScriptedShell): Promise<void> {
  shell.forget();
  await app.reload();
  await expect(app.page.getByRole('tab').first()).toBeVisible();
}

test('shows the same screen after a reload, and answers none of the old questions again', async ({ session }) => {
  const { app, shell } = session;
  await printed(shell, `${clear}\u001b]0;old title\u0007shell \u001b[32mgreen\u001b[0m\r\n${queries}`);
  await printed(shell, `\u001b]0;editor\u0007\u001b[?1049h\u001b[?1h${clear}\u001b[48;2;10;200;30m    \u001b[0m text`);
  const before = await terminalText(app);
  await reload(app, shell);
  await expectTerminal(app, 'text');
  expect(await terminalText(app)).toBe(before);
  await expectSilence(shell);
  await expect.poll(() => colourAt(session, 1, 2)).toBe('#0ac81e');
  await expect(app.page).toHaveTitle('editor - Holdfast');

  await focusTerminal(app.page);
  await app.page.keyboard.press('ArrowUp');
  await expectTyped(shell, '\u001bOA');
  await printed(shell, '\u001b[?1049l');
  expect(await terminalText(app)).toBe('shell green');
});

test('keeps what a long-running full-screen program has set', async ({ session }) => {
  const { app, shell } = session;
  await printed(shell, `${clear}below\r\n\u001b[?1049h\u001b[?1;1002;1006;2004h\u001b[?25l`);
  // It redraws for hours: far more than main keeps.
  const redrawn = `\u001b[H\u001b[K${'status '.repeat(10)}\r\n`.repeat(2000);
  for (let drawn = 0; drawn < 1.5 * 1024 * 1024; drawn += redrawn.length) await printed(shell, redrawn);
  await printed(shell, `${clear}the screen`);
  await reload(app, shell);
  await expectTerminal(app, 'the screen');
  await focusTerminal(app.page);
  await app.page.keyboard.press('ArrowUp');
  await expectTyped(shell, '\u001bOA');
  for (const [mode, state] of [
    ['25', 2],
    ['1002', 1],
    ['1006', 1],
    ['2004', 1],
    ['1049', 1],
  ]) {
    expect(await printed(shell, `\u001b[?${mode}$p`)).toBe(`\u001b[?${mode};${state}$y`);
  }
});

test('draws a tab in the background at its own size', async ({ session, server }) => {
  const { app, shell } = session;
  const [columns = 0, rows = 0] = shell.size().split('x').map(Number);
  const frame = `\u001b[?1049h${clear}top\u001b[${rows};${columns - 5}Hbottom`;
  await printed(shell, frame);
  const before = await terminalText(app);
  const other = await duplicateSession(app, server, 1);
  await reload(app, other);
  await expect(app.page.getByRole('tab').nth(1)).toHaveAttribute('aria-selected', 'true');
  await showTab(app.page, 0);
  await expectTerminal(app, 'top');
  expect(await terminalText(app)).toBe(before);
});
