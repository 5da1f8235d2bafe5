import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { schemeOf } from '../../colours/schemes.ts';
import { darkSurroundings, type Surroundings } from '../surroundings.ts';
import { cellPixels, pixelsOf, shareOf } from '../testing/pixels.ts';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';
import { allowedParams } from './sgr.ts';

let terminal: Harness;
afterEach(() => terminal.dispose());

const putty = { ...defaultProfile, colourScheme: 'putty' } as const;
const { background, foreground, ansi } = schemeOf('putty');
const apply = (changes: Partial<Profile>, around: Partial<Surroundings> = {}) =>
  terminal.view.apply({ ...putty, ...changes }, { ...darkSurroundings, ...around });

const setUp = async (changes: Partial<Profile> = {}) => {
  terminal = await setUpTerminal({}, { ...putty, ...changes });
  await waitFor(() => terminal.calls.sizes.length > 0);
  await terminal.print('\u001b[?25l');
};

const cells = async (row: number, count: number) => {
  const screen = terminal.view.element.querySelector('.xterm-screen') as HTMLElement;
  return cellPixels(await pixelsOf(screen), terminal.calls.sizes.at(-1) ?? { columns: 1, rows: 1 }, row, 0, count);
};

/** What the most pixels of a full block in the first cell of a row are of: its foreground. */
const colourOf = async (row: number): Promise<string> => {
  const pixels = await cells(row, 1);
  const colours = Array.from({ length: pixels.length / 4 }, (_, at) => pixels.slice(at * 4, at * 4 + 3));
  const texts = colours.map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);
  return texts.reduce((most, text) => (shareOf(pixels, text) > shareOf(pixels, most) ? text : most), texts[0] ?? '');
};

/** A full block on each line, in the attributes given, and the colours that they are drawn in. */
const drawn = async (...attributes: readonly string[]) => {
  await terminal.print(`\u001b[H${attributes.map((sgr) => `\u001b[0m\u001b[${sgr}m█`).join('\r\n')}`);
  const colours: string[] = [];
  for (const row of attributes.keys()) colours.push(await colourOf(row));
  return colours;
};

describe('the colours that programs ask for', () => {
  const asked = ['31', '91', '38;5;208', '38;2;1;2;3', '38:2::4:5:6'];

  it('are those of the scheme, and all others', async () => {
    await setUp();
    expect(await drawn(...asked)).toEqual([ansi[1], ansi[9], '#ff8700', '#010203', '#040506']);
  });

  it('are ignored where they are not allowed, kind by kind, and other attributes are not', async () => {
    await setUp({ ansiColour: false });
    expect(await drawn(...asked)).toEqual([foreground, foreground, '#ff8700', '#010203', '#040506']);
    apply({ xterm256Colour: false, trueColour: false });
    expect(await drawn(...asked)).toEqual([ansi[1], ansi[9], foreground, foreground, foreground]);
    expect(await drawn('38;2;1;2;3;31', '48;5;20;7')).toEqual([ansi[1], background]);
    apply({});
    expect(await drawn('38;5;208')).toEqual(['#ff8700']);
  });
});

describe('a sequence without the colours that are not allowed', () => {
  const none = { ansiColour: false, xterm256Colour: false, trueColour: false };

  it('keeps what is no colour', () => {
    expect(allowedParams([1, 31, 4, [3], 48, 5, 7, 38, 2, 1, 2, 3, 107, 0], none)).toEqual([1, 4, [3], 0]);
    expect(allowedParams([38, [2, -1, 1, 2, 3], 58, [5, 1], 39], none)).toEqual([39]);
    expect(allowedParams([38, 9, 38], none)).toEqual([38, 9, 38]);
  });
});

describe('bold text', () => {
  const bold = schemeOf('putty').boldForeground;

  it('has PuTTY’s bold colours, also of the default ones, and gives them back', async () => {
    await setUp();
    expect(await drawn('1', '1;31', '1;22', '1;39', '5;7', '1;38;2;9;9;9')).toEqual([
      bold,
      ansi[9],
      foreground,
      bold,
      '#555555',
      '#090909',
    ]);
  });

  it('keeps its colour where the font alone tells it', async () => {
    await setUp({ boldStyle: 'font' });
    expect(await drawn('1', '1;31')).toEqual([foreground, ansi[1]]);
  });

  it('has the weight of other text where the colour alone tells it', async () => {
    await setUp({ boldStyle: 'colour', boldWeight: '800', palette: { boldForeground: foreground } });
    const inked = async (row: number) => shareOf(await cells(row, 4), background);
    await terminal.print('MMMM\r\n\u001b[1mMMMM');
    expect(await inked(1)).toBe(await inked(0));
    apply({ boldStyle: 'both', boldWeight: '800', palette: { boldForeground: foreground } });
    await expect.poll(() => inked(1)).toBeLessThan(await inked(0));
  });
});

describe('the palette', () => {
  it('is the user’s own over the scheme’s, at once', async () => {
    await setUp();
    expect(await drawn('32')).toEqual([ansi[2]]);
    apply({ palette: { green: '#123456', foreground: '#654321' } });
    await expect.poll(() => colourOf(0)).toBe('#123456');
    expect(await drawn('39')).toEqual(['#654321']);
  });

  it('keeps what a program has set as other settings change', async () => {
    await setUp();
    await terminal.print('\u001b]4;2;rgb:11/22/33\u0007');
    expect(await drawn('32')).toEqual(['#112233']);
    apply({ cursorStyle: 'bar' });
    expect(await drawn('32')).toEqual(['#112233']);
  });

  it('is the desktop’s where that is wanted, or where it gives all programs its own', async () => {
    await setUp({ useSystemColours: true });
    const [system] = await drawn('39');
    expect(system).not.toBe(foreground);
    apply({});
    await expect.poll(() => colourOf(0)).toBe(foreground);
    apply({}, { hasForcedColours: true });
    await expect.poll(() => colourOf(0)).toBe(system);
  });
});

describe('the contrast', () => {
  it('is at least what is wanted, by the settings or by the desktop', async () => {
    // Letters, since blocks are pictures, whose colours stay; large, so that they have pixels of the whole colour.
    const asIs = { fontSize: 28, minimumContrast: '1' } as const;
    await setUp(asIs);
    await terminal.print('\u001b[34mMMMM');
    const isBlue = async () => shareOf(await cells(0, 4), ansi[4] ?? '') > 0;
    expect(await isBlue()).toBe(true);
    apply({ fontSize: 28 });
    await expect.poll(isBlue).toBe(false);
    apply(asIs);
    await expect.poll(isBlue).toBe(true);
    apply(asIs, { wantsContrast: true });
    await expect.poll(isBlue).toBe(false);
  });
});

it('knows a desktop that asks for contrast', async () => {
  const { watchSurroundings } = await import('../surroundings.ts');
  terminal = await setUpTerminal();
  const emulate = (features: readonly { name: string; value: string }[]) =>
    cdp().send('Emulation.setEmulatedMedia', { features: [...features] });
  let changes = 0;
  const source = watchSurroundings({ on: () => () => undefined }, () => {
    changes += 1;
  });
  expect(source.current()).toMatchObject({ wantsContrast: false, hasForcedColours: false });
  await emulate([{ name: 'prefers-contrast', value: 'more' }]);
  await waitFor(() => changes === 1);
  expect(source.current()).toMatchObject({ wantsContrast: true, hasForcedColours: false });
  await emulate([]);
  await waitFor(() => changes === 2);
  source.dispose();
});
