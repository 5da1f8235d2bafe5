import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { schemeChoices } from '#contract/settings/colour-schemes.ts';
import { paletteEntries, readPalette } from '#contract/settings/palette.ts';
import { coloursOf, schemeOf } from './schemes.ts';

const names = schemeChoices.map(({ value }) => value);
const choose = (colourScheme: (typeof names)[number]) => coloursOf({ ...defaultProfile, colourScheme }, true);

describe('the colour schemes', () => {
  it('are many, each under a name of its own', () => {
    expect(names.length).toBeGreaterThanOrEqual(25);
    expect(new Set(schemeChoices.map(({ label }) => label)).size).toBe(names.length);
  });

  it.each(names)('%s has all 22 colours', (name) => {
    const { palette, selection } = choose(name);
    expect(Object.keys(readPalette(palette) ?? {})).toHaveLength(paletteEntries.length);
    expect(selection).toMatch(/^#[0-9a-f]{6}$/);
    expect(schemeOf(name).ansi).toHaveLength(16);
  });

  // WCAG's contrast for text. Solarized Light is as its author made it.
  it.each(names)('%s can be read, selected or not', (name) => {
    const { palette, selection } = choose(name);
    const least = name === 'solarized-light' ? 4.1 : 4.5;
    expect(contrast(palette.foreground, palette.background)).toBeGreaterThanOrEqual(least);
    expect(contrast(palette.foreground, selection)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.cursor, palette.background)).toBeGreaterThanOrEqual(1.5);
  });

  it.each(['holdfast-dark', 'holdfast-light'] as const)('%s can be read: every colour but black has 4.5:1', (name) => {
    const { background, foreground, ansi } = schemeOf(name);
    for (const colour of [foreground, ...ansi.slice(1)]) expect(contrast(colour, background)).toBeGreaterThan(4.5);
  });
});

describe('the colours of a profile', () => {
  it('follow the desktop if they are told to, with the scheme that is chosen for each', () => {
    const background = (profile: typeof defaultProfile, isDark: boolean) =>
      coloursOf(profile, isDark).palette.background;
    expect(background(defaultProfile, true)).toBe(schemeOf('holdfast-dark').background);
    expect(background(defaultProfile, false)).toBe(schemeOf('holdfast-light').background);
    const own = { ...defaultProfile, darkScheme: 'nord', lightScheme: 'github-light' } as const;
    expect(background(own, true)).toBe(schemeOf('nord').background);
    expect(background(own, false)).toBe(schemeOf('github-light').background);
    expect(background({ ...own, colourScheme: 'dracula' }, false)).toBe(schemeOf('dracula').background);
  });

  it('are the user’s own over those of the scheme, and what derives from them follows', () => {
    const palette = { foreground: '#111111', background: '#eeeeee', red: '#ff0000' };
    const colours = coloursOf({ ...defaultProfile, colourScheme: 'putty', palette }, true).palette;
    expect(colours).toMatchObject({ ...palette, boldForeground: '#111111', cursorText: '#eeeeee' });
    expect(colours.green).toBe(schemeOf('putty').ansi[2]);
  });
});

/** Contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
