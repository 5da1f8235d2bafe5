import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configure, openSession, showPanel } from '../steps/configure.ts';
import { coloursIn, cursorCell } from '../steps/screen.ts';
import { expectState } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { expectTerminal, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

/** A colour as iTerm2 writes it: parts from 0 to 1. */
const itermColour = (name: string, [red, green, blue]: readonly [number, number, number]) =>
  `<key>${name}</key><dict><key>Blue Component</key><real>${blue}</real><key>Green Component</key><real>${green}</real>` +
  `<key>Red Component</key><real>${red}</real></dict>`;

test('a session has the colours of a file, and those that its user set over them', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  const folder = await user.folder();
  const [damaged, sound] = [join(folder, 'damaged.itermcolors'), join(folder, 'Own.itermcolors')];
  await writeFile(damaged, '<plist version="1.0"><dict><key>Ansi 0 Color</key>');
  const colours = [itermColour('Background Color', [0, 0, 0.2]), itermColour('Cursor Color', [1, 0, 1])];
  await writeFile(sound, `<plist version="1.0"><dict>${colours.join('')}</dict></plist>`);

  await showPanel(page, 'Window/Colours');
  const panel = page.locator('[data-setting=palette]');
  const importFile = (path: string) =>
    app.chooseFile(path, () => panel.getByRole('button', { name: 'Import colours…' }).click());
  await importFile(damaged);
  await expect(panel.getByRole('alert')).toContainText('no colours that could be read');
  await importFile(sound);
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await panel.getByRole('option', { name: /^Cursor Colour/ }).click();
  await expect(panel.getByLabel('Colour', { exact: true })).toHaveValue('#FF00FF');
  await configure(page, { palette: { cursor: '#00ff80' } });
  await openSession(page, { ...keyLogin(sshd), cursorStyle: 'block' });
  await expectState(page, 'open');

  await typeLine(page, 'clear; echo drawn');
  await expectTerminal(app, /^drawn$/m);
  const cell = await cursorCell(page);
  await expect.poll(async () => (await coloursIn(page, cell)).get('#00ff80') ?? 0).toBeGreaterThan(0.9);
  const beside = { ...cell, x: cell.x + 10 * cell.width };
  expect((await coloursIn(page, beside)).get('#000033')).toBe(1);
});
