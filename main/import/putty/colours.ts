import { t } from '#contract/language/language.ts';
import { type Palette, paletteEntries } from '#contract/settings/palette.ts';
import { colourOf } from '../rgb.ts';
import { type Keys, nothing, type Special } from './special.ts';

/** PuTTY's colours as it saves them: foreground, background, cursor, then the 16 of ANSI, bold after plain. */
const ownColours =
  '187,187,187 255,255,255 0,0,0 85,85,85 0,0,0 0,255,0 0,0,0 85,85,85 187,0,0 255,85,85 0,187,0 ' +
  '85,255,85 187,187,0 255,255,85 0,0,187 85,85,255 187,0,187 255,85,255 0,187,187 85,255,255 187,187,187 255,255,255';

const colourKeys: readonly string[] = Array.from({ length: 22 }, (_, index) => `Colour${index}`);

/** Whether nobody changed a colour. */
const isOwnColours = (saved: readonly string[]): boolean => saved.length === 0 || saved.join(' ') === ownColours;

/** The colours that are saved, and the keys of those that are none. */
function paletteFromPutty(keys: Keys): {
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

export const colours: Special = {
  keys: colourKeys,
  read: (keys) => {
    const own = colourKeys.flatMap((key) => keys(key) ?? []);
    if (isOwnColours(own)) return nothing;
    const { palette, broken } = paletteFromPutty(keys);
    const unmapped = broken.map((key) => ({ key, value: keys(key) ?? '', reason: t('It is not a colour.') }));
    return { changes: { palette }, unmapped };
  },
};
