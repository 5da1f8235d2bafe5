import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram } from '../lab/programs.ts';
import { keyLoginArgs } from '../steps/tabs.ts';
import { expectTerminal, terminalText, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

test('a real shell has the size of the window, and follows it', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const app = await launch({ args: keyLoginArgs(sshd), home: await user.homeThatKnows(sshd) });
  await expectTerminal(app, '$ ');
  const shown = app.page.getByRole('region', { name: 'Session status' }).getByText(/^\d+ × \d+$/);
  const stty = async () => {
    const [columns, rows] = (await shown.innerText()).split(' × ');
    await typeLine(app.page, 'clear; stty size');
    await expectTerminal(app, new RegExp(`^${rows} ${columns}$`, 'm'));
    return `${columns} × ${rows}`;
  };
  const before = await stty();
  await app.page.evaluate(() => window.holdfast.command('window.resize-by', { width: -160, height: -80 }));
  await expect(shown).not.toHaveText(before);
  await stty();
});

test('a full-screen editor works, and shows the same after a reload', async ({ lab, user, launch }) => {
  test.skip(findProgram('vim') === null, 'There is no vim here.');
  const sshd = await lab.sshd();
  const app = await launch({ args: keyLoginArgs(sshd), home: await user.homeThatKnows(sshd) });
  await expectTerminal(app, '$ ');
  await typeLine(app.page, 'echo in the shell; vim -u NONE -N note.txt');
  await expectTerminal(app, /^~ *$/m);
  await typeLine(app.page, 'ione wörld 漢字');
  await app.page.keyboard.type('two');
  await expectTerminal(app, /^two$/m);
  const before = await terminalText(app);
  expect(before).not.toContain('in the shell');
  await app.reload();
  await expectTerminal(app, /^two$/m);
  expect(await terminalText(app)).toBe(before);

  await app.page.keyboard.press('ArrowUp');
  await app.page.keyboard.press('Home');
  await app.page.keyboard.type('zero ');
  await app.page.keyboard.press('Escape');
  await typeLine(app.page, ':wq');
  await expectTerminal(app, 'in the shell');
  expect(await readFile(join(sshd.folder, 'home', 'note.txt'), 'utf8')).toBe('zero one wörld 漢字\ntwo\n');
});
