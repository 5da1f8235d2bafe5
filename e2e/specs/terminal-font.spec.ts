import type { Page } from '@playwright/test';
import { changeSettings, openSession } from '../steps/configure.ts';
import { cellBox, pixelsIn, terminalGrid } from '../steps/screen.ts';
import { expectState } from '../steps/sessions.ts';
import { keyLogin } from '../steps/tabs.ts';
import { expectTerminal, typeLine } from '../steps/terminal.ts';
import { expect, test } from '../steps/user.ts';

/** Of fonts-dejavu-core, which Debian's Chromium brings along; its lines are an eighth lower than the bundled font's. */
const installed = 'DejaVu Sans Mono';
const bundled = 'JetBrains Mono';

/** CSS pixels: large enough that each font has cells of its own. */
const fontSize = 32;

/** What Chromium says of a font's own height, in CSS pixels. */
const heightOf = (page: Page, family: string) =>
  page.evaluate((font) => {
    const context = document.createElement('canvas').getContext('2d');
    if (context === null) throw new Error('No canvas.');
    context.font = font;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('W');
    return fontBoundingBoxAscent + fontBoundingBoxDescent;
  }, `${fontSize}px "${family}", "${family} Variable"`);

test('cells are drawn in the font of the session, which can change while it runs', async ({ lab, user, launch }) => {
  const sshd = await lab.sshd();
  const app = await launch({ home: await user.homeThatKnows(sshd) });
  const { page } = app;
  await openSession(page, { ...keyLogin(sshd), fontSize, fontFamily: installed });
  await expectState(page, 'open');
  const [lower, higher] = [await heightOf(page, installed), await heightOf(page, bundled)];
  expect(higher).toBeGreaterThan(lower + 2);

  await typeLine(page, "clear; printf 'agR0&\\n'; exec cat");
  await expectTerminal(app, /^agR0&$/m);
  /** How far the cells' height is from that of a font. */
  const from = async (height: number) => Math.abs((await terminalGrid(page)).cell.height - height);
  const letters = async () => {
    const { width, ...cell } = await cellBox(page, 0, 0);
    return pixelsIn(page, { ...cell, width: width * 5 });
  };
  await expect.poll(() => from(lower)).toBeLessThanOrEqual(1);
  const before = await letters();
  expect(new Set(before.flat()).size).toBeGreaterThan(2);

  await changeSettings(app, { fontFamily: bundled });
  await expect.poll(() => from(higher)).toBeLessThanOrEqual(1);
  expect(await letters()).not.toEqual(before);

  await changeSettings(app, { fontFamily: installed });
  await expect.poll(() => from(lower)).toBeLessThanOrEqual(1);
  await expect.poll(letters).toEqual(before);
});
