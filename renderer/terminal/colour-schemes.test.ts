import { describe, expect, it } from 'vitest';
import { colourSchemes, terminalTheme } from './colour-schemes.ts';

describe('the colour schemes', () => {
  it.each(Object.entries(colourSchemes))('%s has all its colours', (_name, scheme) => {
    const colours = [scheme.background, scheme.foreground, scheme.cursor, scheme.selection, ...scheme.ansi];
    expect(scheme.ansi).toHaveLength(16);
    for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  });

  it.each(['holdfast-dark', 'holdfast-light'] as const)('%s can be read: every colour but black has 4.5:1', (name) => {
    const { background, foreground, ansi } = colourSchemes[name];
    for (const colour of [foreground, ...ansi.slice(1)]) expect(contrast(colour, background)).toBeGreaterThan(4.5);
  });

  it('follow the desktop if they are told to', () => {
    expect(terminalTheme('system', true).background).toBe(colourSchemes['holdfast-dark'].background);
    expect(terminalTheme('system', false).background).toBe(colourSchemes['holdfast-light'].background);
    expect(terminalTheme('nord', false).background).toBe(colourSchemes.nord.background);
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
