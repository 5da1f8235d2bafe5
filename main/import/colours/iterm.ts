import { type Palette, type PaletteEntry, sgrEntries } from '#contract/settings/palette.ts';

/** iTerm2's names of the colours that a palette has; it has others, for tabs, links and badges. */
const names: ReadonlyMap<string, PaletteEntry> = new Map<string, PaletteEntry>([
  ['Foreground Color', 'foreground'],
  ['Bold Color', 'boldForeground'],
  ['Background Color', 'background'],
  ['Cursor Text Color', 'cursorText'],
  ['Cursor Color', 'cursor'],
  ...sgrEntries.map((entry, index) => [`Ansi ${index} Color`, entry] as const),
]);

/** What a property list is made of, as far as it has colours. */
const tokens = /<key>([^<]*)<\/key>|<(\/?)dict>|<(?:real|integer)>([^<]*)<\/(?:real|integer)>/g;

/**
 * The colours of an .itermcolors file: a property list, in which each colour is a dictionary under its name. Null if the
 * text is no such file, or a colour in it is damaged.
 */
export function readItermColours(text: string): Palette | null {
  if (!text.includes('<plist')) return null;
  const found: Record<string, Record<string, string>> = {};
  let [depth, name, key] = [0, '', ''];
  for (const [token, keyed, slash, number] of text.matchAll(tokens)) {
    if (keyed !== undefined) {
      if (depth === 1) name = keyed;
      key = keyed;
    } else if (number !== undefined) {
      if (depth === 2) found[name] = { ...found[name], [key]: number };
    } else if (token !== '') depth += slash === '/' ? -1 : 1;
  }
  const read = [...names].flatMap(([itermName, entry]) => {
    const parts = Object.hasOwn(found, itermName) ? found[itermName] : undefined;
    return parts === undefined ? [] : [[entry, hex(parts)] as const];
  });
  return read.length === 0 || read.some(([, colour]) => colour === null) ? null : Object.fromEntries(read);
}

/** Parts of a colour from 0 to 1. What colour space they are of is passed over: on a screen they differ little. */
function hex(parts: Readonly<Record<string, string>>): string | null {
  const shares = ['Red', 'Green', 'Blue'].map((name) => Number.parseFloat(parts[`${name} Component`] ?? ''));
  if (!shares.every((share) => share >= 0 && share <= 1)) return null;
  return `#${shares
    .map((share) =>
      Math.round(share * 0xff)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
