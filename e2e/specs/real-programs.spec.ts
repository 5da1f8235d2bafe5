import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram } from '../lab/programs.ts';
import { missingPackages } from '../lab/provision.ts';
import { realPrograms } from '../steps/real-programs.ts';
import { fillHome } from '../steps/real-programs-home.ts';
import { expectPrompt, pressKeys, startProgram } from '../steps/run-real-program.ts';
import { cellBox, pixelsIn, terminalGrid } from '../steps/screen.ts';
import { keyLoginArgs } from '../steps/tabs.ts';
import { expectTerminal, terminalText, typeLine } from '../steps/terminal.ts';
import { test as base, expect } from '../steps/user.ts';
import type { App } from './harness/app.ts';

/** A shell on a real sshd, in a home with something to show. */
const test = base.extend<{ readonly shell: { readonly app: App; readonly home: string } }>({
  shell: async ({ lab, user, launch }, use) => {
    const sshd = await lab.sshd();
    const home = join(sshd.folder, 'home');
    fillHome(home);
    const app = await launch({ args: keyLoginArgs(sshd), home: await user.homeThatKnows(sshd) });
    await expectPrompt(app);
    await typeLine(app.page, 'export LANG=C.UTF-8; clear');
    // Its server is a daemon, which outlives the session.
    user.onEnd(() => {
      if (findProgram('tmux') !== null)
        execFileSync('sh', ['-c', 'tmux -S tmux.sock kill-server || true'], { cwd: home, stdio: 'ignore' });
    });
    await use({ app, home });
  },
});

const isThere = (name: keyof typeof realPrograms) =>
  missingPackages([realPrograms[name].debian], findProgram).length === 0;

/** Where a text stands on the screen, row and column from 0; what stands before it in its line is of narrow characters. */
async function placeOf(app: App, text: string | RegExp): Promise<{ readonly row: number; readonly column: number }> {
  const lines = (await terminalText(app)).split('\n');
  const row = lines.findIndex((line) => line.search(text) >= 0);
  return { row, column: lines[row]?.search(text) ?? -1 };
}

/** Of a colour as #rrggbb. */
function isGreen(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return green > red + 40 && green > blue + 40;
}

async function click(app: App, text: string): Promise<void> {
  const { row, column } = await placeOf(app, text);
  const { x, y, width, height } = await cellBox(app.page, row, column + 1);
  await app.page.mouse.click(x + width / 2, y + height / 2);
}

test('whole-screen programs draw, follow the size of the window, and leave the shell as it was', async ({ shell }) => {
  const { app } = shell;
  const rowsShown = async () => (await terminalGrid(app.page)).rows;
  let narrower = false;
  for (const [name, program] of Object.entries(realPrograms)) {
    if (!isThere(name as keyof typeof realPrograms)) continue;
    await test.step(name, async () => {
      await startProgram(app, program);
      const before = await rowsShown();
      narrower = !narrower;
      const by = narrower ? { width: -80, height: -72 } : { width: 80, height: 72 };
      await app.page.evaluate((size) => window.holdfast.command('window.resize-by', size), by);
      await expect.poll(rowsShown).not.toBe(before);
      const size = await terminalGrid(app.page);
      await expect.poll(async () => program.fits((await terminalText(app)).split('\n'), size), name).toBe(true);
      await pressKeys(app, ...program.leave);
      await expectPrompt(app);
      if (name !== 'top') expect(await terminalText(app)).not.toMatch(program.drawn);
    });
  }
  // One screen, one cursor, no mode left behind: keys come as the shell takes them.
  await typeLine(app.page, "clear; printf 'a%sb\\n' ' is '");
  await expectTerminal(app, /^a is b\n\$ ?$/);
});

test('keys and clicks reach the programs, and what they draw has its lines and colours', async ({ shell }) => {
  const { app, home } = shell;
  const { page } = app;
  const packages = (['mc', 'htop', 'dialog', 'nano', 'less'] as const).filter((name) => !isThere(name));
  test.skip(packages.length > 0, `Without ${packages.join(', ')}.`);

  await startProgram(app, realPrograms.mc);
  // A side of its panel, over three rows: no pixel row without the line.
  const side = await placeOf(app, /^│.* │/);
  const top = await cellBox(page, side.row, 0);
  const pixels = await pixelsIn(page, { ...top, height: top.height * 3 });
  const behind = pixels[0]?.[0];
  expect(pixels.filter((row) => row.every((colour) => colour === behind))).toEqual([]);
  await click(app, '10Quit');
  await expectPrompt(app);

  await startProgram(app, realPrograms.htop);
  const { row, column } = await placeOf(app, /Mem\[\|/);
  const bar = await cellBox(page, row, column + 4);
  expect((await pixelsIn(page, bar)).flat().some(isGreen)).toBe(true);
  await click(app, 'F10Quit');
  await expectPrompt(app);

  await startProgram(app, realPrograms.dialog);
  await click(app, 'logs');
  await expectTerminal(app, /\[\*\] logs/);
  await pressKeys(app, 'ArrowUp', 'Space');
  await expectTerminal(app, /\[ \] etc/);
  await pressKeys(app, 'Enter');
  await expectPrompt(app);
  expect(await readFile(join(home, 'answer'), 'utf8')).toBe('home logs');

  await startProgram(app, realPrograms.nano);
  await page.keyboard.type('first ');
  await expectTerminal(app, 'first Grüße');
  await pressKeys(app, 'Control+x', 'y', 'Enter');
  await expectPrompt(app);
  expect(await readFile(join(home, 'notes.txt'), 'utf8')).toMatch(/^first Grüße/);

  await startProgram(app, realPrograms.less);
  await page.mouse.wheel(0, 200);
  await expectTerminal(app, /^(?! +1 )/);
  await pressKeys(app, ...realPrograms.less.leave);
  await expectPrompt(app);
});
