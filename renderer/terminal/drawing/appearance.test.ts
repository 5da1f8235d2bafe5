import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { schemeOf } from '../../colours/schemes.ts';
import { darkSurroundings } from '../surroundings.ts';
import { cellPixels, pixelsOf, shareOf } from '../testing/pixels.ts';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';
import { signRuns } from './ligatures.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

const background = schemeOf('holdfast-dark').background;
const screenOf = () => terminal.view.element.querySelector('.xterm-screen') as HTMLElement;
const grid = () => terminal.calls.sizes.at(-1) ?? { columns: 1, rows: 1 };
const apply = (changes: Partial<Profile>) =>
  terminal.view.apply({ ...defaultProfile, colourScheme: 'holdfast-dark', ...changes }, darkSurroundings);

const setUp = async (changes: Partial<Profile> = {}) => {
  terminal = await setUpTerminal({}, { colourScheme: 'holdfast-dark', ...changes });
  await waitFor(() => terminal.calls.sizes.length > 0);
};

/** The share of some cells' pixels that ink is on. */
const ink = async (row: number, from: number, to: number) =>
  1 - shareOf(cellPixels(await pixelsOf(screenOf()), grid(), row, from, to), background);

describe('the font of a terminal', () => {
  it('is as thick as the settings say, bold and not', async () => {
    await setUp();
    await terminal.print('\u001b[?25lMMMMMMMM\r\n\u001b[1mMMMMMMMM');
    const [plain, bold] = [await ink(0, 0, 8), await ink(1, 0, 8)];
    expect(bold).toBeGreaterThan(plain);
    apply({ fontWeight: '800', boldWeight: '300' });
    await expect.poll(() => ink(0, 0, 8)).toBeGreaterThan(plain);
    await expect.poll(() => ink(1, 0, 8)).toBeLessThan(bold);
  });

  it('has the room that the settings give to lines and letters', async () => {
    await setUp();
    const before = grid();
    apply({ lineHeight: 200, letterSpacing: 8 });
    await waitFor(() => terminal.calls.sizes.length === 2);
    expect(grid().rows).toBeLessThanOrEqual(before.rows / 2 + 1);
    expect(grid().columns).toBeLessThanOrEqual(before.columns / 1.8);
  });

  it('draws ligatures, if that is wanted', async () => {
    await setUp();
    await terminal.print('\u001b[?25lx => y\r\nx != y');
    const arrow = async () => cellPixels(await pixelsOf(screenOf()), grid(), 0, 2, 4);
    const apart = await arrow();
    apply({ ligatures: true });
    await expect.poll(async () => String(await arrow()) === String(apart)).toBe(false);
    expect(terminal.text()).toBe('x => y\nx != y');
    apply({ ligatures: false });
    await expect.poll(async () => String(await arrow()) === String(apart)).toBe(true);
  });

  it('draws ligatures from the start in a session that was saved with them', async () => {
    await setUp({ ligatures: true });
    await terminal.print('\u001b[?25lx => y');
    const arrow = async () => cellPixels(await pixelsOf(screenOf()), grid(), 0, 2, 4);
    const joined = await arrow();
    apply({ ligatures: false });
    await expect.poll(async () => String(await arrow()) === String(joined)).toBe(false);
  });
});

describe('the cursor', () => {
  it('blinks if that is wanted, also once a program has put it back to normal', async () => {
    await setUp({ cursorBlink: true });
    terminal.view.focus();
    await terminal.print('x\u001b[?12l\u001b[?25h');
    const isThere = async () => (await ink(0, 1, 2)) > 0.5;
    for (const state of [true, false, true]) await expect.poll(isThere, { timeout: 10_000 }).toBe(state);
  });
});

describe('the runs of signs that may be ligatures', () => {
  it('are short and of signs alone', () => {
    expect(signRuns('a => b != c')).toEqual([
      [2, 4],
      [7, 9],
    ]);
    expect(signRuns(`a - b ${'-'.repeat(80)}`)).toEqual([]);
  });
});

describe('what takes the keys', () => {
  it('has no caret that blinks unseen: for each blink the window would be drawn, and keys would wait for it', async () => {
    await setUp();
    const field = terminal.view.element.querySelector('textarea') as HTMLElement;
    expect(getComputedStyle(field).getPropertyValue('caret-animation')).toBe('manual');
  });
});

describe('the screen', () => {
  it('is laid out by itself: a key would have the whole page laid out, and each frame of a flood', async () => {
    await setUp();
    expect(getComputedStyle(screenOf()).contain).toBe('size layout');
    expect(screenOf().offsetHeight).toBeGreaterThan(0);
  });
});

describe('the mouse pointer', () => {
  const cursor = () => getComputedStyle(screenOf()).cursor;
  const move = () => screenOf().dispatchEvent(new MouseEvent('mousemove', { bubbles: true }));

  it('is hidden while the user types, until it moves, if that is wanted', async () => {
    await setUp({ hidePointer: true });
    await userEvent.keyboard('{Shift}');
    expect(cursor()).not.toBe('none');
    await userEvent.keyboard('x');
    expect(cursor()).toBe('none');
    move();
    expect(cursor()).not.toBe('none');
  });

  it('stays in sight by default', async () => {
    await setUp();
    await userEvent.keyboard('x');
    expect(cursor()).not.toBe('none');
  });
});

describe('the gap between the text and the edge of the window', () => {
  const corner = () => {
    const [screen, view] = [screenOf().getBoundingClientRect(), terminal.view.element.getBoundingClientRect()];
    return [screen.left - view.left, screen.top - view.top];
  };

  it('is as wide as the settings say', async () => {
    await setUp({ windowGap: 1 });
    expect(corner()).toEqual([1, 1]);
    const before = grid();
    apply({ windowGap: 40 });
    await waitFor(() => terminal.calls.sizes.length === 2);
    expect(corner()).toEqual([40, 40]);
    expect(grid().rows).toBeLessThan(before.rows);
  });
});
