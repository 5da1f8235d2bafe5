import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paletteEntries, sgrEntries } from '#contract/settings/palette.ts';
import { readColourFile, readColours } from './colour-file.ts';

const component = (name: string, value: number | string) => `<key>${name} Component</key>\n<real>${value}</real>`;
const itermColour = (name: string, red: number | string, green: number, blue: number) =>
  `<key>${name}</key>\n<dict>\n${component('Blue', blue)}\n<key>Color Space</key>\n<string>sRGB</string>\n${component('Green', green)}\n${component('Red', red)}\n</dict>`;
const plist = (...colours: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n<dict>\n${colours.join('\n')}\n</dict>\n</plist>\n`;

const windowsNames = sgrEntries.map((entry) => entry.replace('magenta', 'purple').replace('Magenta', 'Purple'));
const windowsScheme = {
  name: 'Own',
  foreground: '#ABCDEF',
  background: '#012',
  cursorColor: '#FFFFFF',
  selectionBackground: '#444444',
  ...Object.fromEntries(windowsNames.map((name, index) => [name, `#0000${index.toString(16).padStart(2, '0')}`])),
};
const read = (text: string) => readColours(text, 'file');
const paletteOf = (text: string) => {
  const result = read(text);
  return result.ok ? result.value[0]?.palette : result.failure.message;
};

describe('a file of iTerm2', () => {
  it('gives its colours under the name of the file, and leaves out what has no entry', () => {
    const text = plist(
      itermColour('Ansi 0 Color', 0, 0.5, 1),
      itermColour('Ansi 13 Color', 1, 0, 1),
      itermColour('Background Color', 0.1, 0.1, 0.1),
      itermColour('Background Color (Dark)', 0, 0, 0),
      itermColour('Bold Color', 1, 1, 1),
      itermColour('Badge Color', 1, 0, 0),
    );
    expect(read(text)).toEqual({
      ok: true,
      value: [
        {
          name: 'file',
          palette: { background: '#1a1a1a', black: '#0080ff', boldForeground: '#ffffff', brightMagenta: '#ff00ff' },
        },
      ],
    });
  });

  it.each([
    ['a part that is missing', plist('<key>Ansi 0 Color</key><dict><key>Red Component</key><real>1</real></dict>')],
    ['a part that is no number', plist(itermColour('Ansi 0 Color', 'red', 0, 0))],
    ['a part out of its range', plist(itermColour('Ansi 0 Color', 1.5, 0, 0))],
    ['no colours', plist()],
    ['an end in the middle', plist(itermColour('Ansi 0 Color', 1, 0, 0)).slice(0, 260)],
  ])('is refused with %s, in a sentence', (_what, text) => {
    expect(paletteOf(text)).toMatch(/no colours that could be read/);
  });
});

describe('JSON of Windows Terminal', () => {
  it('is a scheme alone', () => {
    const result = read(JSON.stringify(windowsScheme));
    expect(result).toMatchObject({ ok: true, value: [{ name: 'Own' }] });
    const palette = paletteOf(JSON.stringify(windowsScheme));
    expect(palette).toMatchObject({
      foreground: '#abcdef',
      background: '#001122',
      cursor: '#ffffff',
      magenta: '#000005',
    });
    const order = paletteEntries.map(({ name }) => name).filter((name) => !/^bold|^cursorText/.test(name));
    expect(Object.keys(palette ?? {})).toEqual(order);
  });

  it('is the schemes of its settings, with comments and a last comma', () => {
    const one = JSON.stringify({ ...windowsScheme, name: 'https://one, ]' });
    const text = `// settings\n{ "$schema": "https://aka.ms/x", /* all */ "schemes": [${one}, ${JSON.stringify(windowsScheme)},], }`;
    expect(read(text)).toMatchObject({ ok: true, value: [{ name: 'https://one, ]' }, { name: 'Own' }] });
  });

  it.each([
    ['a colour that is none', JSON.stringify({ ...windowsScheme, red: 'javascript:' })],
    ['a colour that is missing', JSON.stringify({ ...windowsScheme, red: undefined })],
    ['no schemes', '{"schemes": []}'],
    ['an end in the middle', JSON.stringify(windowsScheme).slice(0, 200)],
    ['other contents', 'Hello'],
  ])('is refused with %s, in a sentence', (_what, text) => {
    expect(paletteOf(text)).toMatch(/no colours that could be read/);
  });

  it('is refused soon, whatever is in it', () => {
    const start = performance.now();
    for (const text of ['/*'.repeat(1_000_000), '"\\'.repeat(1_000_000), `<plist${'<dict>'.repeat(300_000)}`])
      read(text);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

it('refuses a file that is too large, unread', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-colours-'));
  const path = join(folder, 'huge.json');
  await writeFile(path, ' '.repeat(2 * 1024 * 1024 + 1));
  const result = await readColourFile(path);
  expect(result.ok ? '' : result.failure.message).toContain('it is larger than 2 MB');
  await rm(folder, { recursive: true });
});
