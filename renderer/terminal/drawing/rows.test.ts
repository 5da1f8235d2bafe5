import { UnicodeGraphemesAddon } from '@xterm/addon-unicode-graphemes';
import { type ITerminalOptions, Terminal } from '@xterm/xterm';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { darkSurroundings } from '../surroundings.ts';
import { fixedOptions, profileOptions } from '../terminal-options.ts';
import '../terminal.css';
import { pixelsOf } from '../testing/pixels.ts';
import { waitFor } from '../testing/terminal-harness.ts';
import { loadFonts } from './fonts.ts';
import { signRuns } from './ligatures.ts';

const styled = (style: string, text: string) => `\u001b[${style}m${text}\u001b[0m`;
const range = (length: number) => Array.from({ length }, (_, index) => index);

/** One line for each kind of text that is drawn in a way of its own. */
const lines = [
  ['0', '1', '2', '3', '4', '7', '8', '9', '53', '1;3', '2;7', '3;4;9'].map((style) => styled(style, 'Abgj ')),
  range(5).map((kind) => styled(`4:${kind + 1};58;2;200;40;90`, 'Abgj  ')),
  range(16).map((colour) => styled(`38;5;${colour};48;5;${15 - colour}`, `${colour} `)),
  range(12).map((step) => styled(`48;2;${step * 20};90;40;38;2;250;${step * 20};0`, 'gÅ')),
  [styled('44', '漢字'), styled('31', 'かな'), styled('7', '한글'), styled('1;42', 'Ａ')],
  [styled('41', 'e\u0301'), styled('32', 'n\u0303o\u0308'), styled('45', '👩‍👩‍👧'), styled('34', '🎉🇯🇵')],
  [styled('31', 'שלום'), ' 12 ', styled('44', 'עולם, אב'), styled('32', '(مرحبا)'), ' end'],
  [styled('35', '=>'), styled('36', '!='), styled('33', '-'), styled('31', '>'), styled('4', ' a  b ')],
  [styled('46', '█▓▒░'), styled('31', '┌──┬'), styled('7', '╱╲'), styled('43', '     '), styled('9;53', '  x')],
];
const text = `${lines.map((line) => line.join('')).join('\r\n')}\u001b[1;3H`;

let place: HTMLElement;
let terminal: Terminal;
afterEach(() => {
  terminal.dispose();
  place.remove();
});

const screen = () => place.querySelector('.xterm-screen') as HTMLElement;
const word = () => screen().querySelector('.xterm-rows span:not(.xterm-cursor)');
const displayOf = (element: Element | null) => element && getComputedStyle(element).display;

/** Without a graphics processor: `createTerminalView` would use the one that there may be. */
async function draw(options: ITerminalOptions = {}): Promise<void> {
  await loadFonts();
  place = document.createElement('div');
  place.className = 'terminal-cells';
  place.style.cssText = 'width: 700px; height: 500px';
  document.body.append(place);
  terminal = new Terminal({ ...fixedOptions, ...profileOptions(defaultProfile, darkSurroundings), ...options });
  terminal.loadAddon(new UnicodeGraphemesAddon());
  terminal.open(place);
  terminal.focus();
  await new Promise<void>((resolve) => terminal.write(text, resolve));
  await waitFor(() => word() !== null);
}

const differences = (one: ImageData, other: ImageData) =>
  Math.abs(one.data.length - other.data.length) + one.data.filter((value, at) => value !== other.data[at]).length;

interface Look {
  readonly look: string;
  readonly options?: ITerminalOptions;
  readonly change?: () => void;
}

const looks: readonly Look[] = [
  { look: 'as they come' },
  { look: 'with more room for lines and letters', options: { lineHeight: 2, letterSpacing: 3 } },
  { look: 'of a small font', options: { fontSize: 9 } },
  { look: 'of a large font', options: { fontSize: 23 } },
  { look: 'with more contrast', options: { minimumContrastRatio: 7 } },
  { look: 'with ligatures', change: () => terminal.registerCharacterJoiner(signRuns) },
  { look: 'with a cursor that is a line below', options: { cursorStyle: 'underline' } },
  { look: 'with a cursor that is a line beside', options: { cursorStyle: 'bar' } },
  { look: 'with a cursor in a window without the keyboard', change: () => terminal.blur() },
  { look: 'of which all is selected', change: () => terminal.selectAll() },
  { look: 'of which some is selected', change: () => terminal.select(3, 1, 300) },
];

describe('the rows of a terminal', () => {
  it.each(looks)('look as xterm.js by itself draws them, $look', async ({ options, change }) => {
    await draw(options);
    change?.();
    expect(displayOf(word())).toBe('inline');
    const ours = await pixelsOf(screen());
    place.className = '';
    expect(displayOf(word())).toBe('inline-block');
    const theirs = await pixelsOf(screen());
    expect(differences(ours, theirs)).toBe(0);
  });
});
