import { type Palette, paletteEntries } from '#contract/settings/palette.ts';

/** PuTTY's colours as it saves them: foreground, background, cursor, then the 16 of ANSI, bold after plain. */
const ownColours =
  '187,187,187 255,255,255 0,0,0 85,85,85 0,0,0 0,255,0 0,0,0 85,85,85 187,0,0 255,85,85 0,187,0 ' +
  '85,255,85 187,187,0 255,255,85 0,0,187 85,85,255 187,0,187 255,85,255 0,187,187 85,255,255 187,187,187 255,255,255';

export const colourKeys: readonly string[] = Array.from({ length: 22 }, (_, index) => `Colour${index}`);

/** Whether nobody changed a colour. */
export const isOwnColours = (saved: readonly string[]): boolean => saved.length === 0 || saved.join(' ') === ownColours;

/** Three numbers from 0 to 255 as a colour; null if they are not. */
function colourOf(saved: string): string | null {
  const parts = saved.split(',').map((part) => (/^\s*\d{1,3}\s*$/.test(part) ? Number(part) : Number.NaN));
  const isColour = parts.length === 3 && parts.every((part) => part <= 255);
  return isColour ? `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}` : null;
}

/** The colours that are saved, and the keys of those that are none. */
export function paletteFromPutty(keys: (key: string) => string | undefined): {
  readonly palette: Palette;
  readonly broken: readonly string[];
} {
  const read = colourKeys.flatMap((key, index) => {
    const saved = keys(key);
    return saved === undefined ? [] : [{ key, name: paletteEntries[index]?.name ?? '', colour: colourOf(saved) }];
  });
  const sound = read.flatMap(({ name, colour }) => (colour === null ? [] : [[name, colour] as const]));
  return {
    palette: Object.fromEntries(sound),
    broken: read.filter(({ colour }) => colour === null).map(({ key }) => key),
  };
}

/** Classes of the characters for selecting a word by a double click, 32 to a key. */
const ownWordness: Readonly<Record<string, string>> = {
  Wordness0: '0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0',
  Wordness32: '0,1,2,1,1,1,1,1,1,1,1,1,1,2,2,2,2,2,2,2,2,2,2,2,2,2,1,1,1,1,1,1',
  Wordness64: '1,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,1,1,1,1,2',
  Wordness96: '1,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,1,1,1,1,1',
  Wordness128: '1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1',
  Wordness160: '1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1',
  Wordness192: '2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,1,2,2,2,2,2,2,2,2',
  Wordness224: '2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,1,2,2,2,2,2,2,2,2',
};

/** Whether nobody changed it. */
export const isOwnWordness = (key: string, saved: string | undefined): boolean =>
  saved === undefined || saved === ownWordness[key];

export const wordnessKeys: readonly string[] = Object.keys(ownWordness);

/** The classes of a key where nobody changed them, separated by commas. */
export const ownClasses = (key: string): string => ownWordness[key] ?? '';
