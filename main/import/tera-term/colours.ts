import type { ProfileChanges } from '#contract/profile/profile.ts';
import { type Palette, sgrEntries } from '#contract/settings/palette.ts';
import { colourOf } from '../rgb.ts';

/** The values of a TERATERM.INI by key in lower case; a missing one is undefined. */
type IniValue = (key: string) => string | undefined;

/** What Tera Term's installer writes, since 2011: colours that nobody chose. */
const ownColours: Readonly<Record<string, string>> = {
  vtcolor: '255,255,255,0,0,0',
  vtboldcolor: '255,255,0,0,0,0',
  ansicolor:
    '0,0,0,0,1,255,0,0,2,0,255,0,3,255,255,0,4,128,128,255,5,255,0,255,6,0,255,255,7,255,255,255,' +
    '8,64,64,64,9,192,0,0,10,0,192,0,11,192,192,0,12,64,64,192,13,192,0,192,14,0,192,192,15,192,192,192',
};

const colourKeys = Object.keys(ownColours);

const isOwn = (key: string, value: string | undefined) =>
  value === undefined || value.replaceAll(/\s/g, '') === ownColours[key];

/** `VTColor=255,255,255,0,0,0`: a text's colour and the one behind it; null if they are none. */
function pairOf(value: string): readonly [text: string, behind: string] | null {
  const numbers = value.split(',');
  const text = colourOf(numbers.slice(0, 3).join(','));
  const behind = colourOf(numbers.slice(3).join(','));
  return text === null || behind === null ? null : [text, behind];
}

/** `ANSIColor=0,0,0,0, 1,255,0,0, …`: numbers from 0 to 15, each with its colour; null if one of them is none. */
function tableOf(value: string): ReadonlyMap<number, string> | null {
  const numbers = value.split(',').map((part) => part.trim());
  const table = new Map<number, string>();
  for (let at = 0; at < numbers.length; at += 4) {
    const index = Number(numbers[at]);
    const colour = colourOf(numbers.slice(at + 1, at + 4).join(','));
    if (!/^\d{1,2}$/.test(numbers[at] ?? '') || index >= sgrEntries.length || colour === null) return null;
    table.set(index, colour);
  }
  return table;
}

const isOn = (value: string | undefined) => value?.toLowerCase() === 'on';

/**
 * Where a colour of SGR stands in ANSIColor: with 16 or 256 colours, bright and plain ones are exchanged there but for
 * black and grey; else the plain ones come first (Tera Term's manual, "Emulations", "Color").
 */
function tableIndex(sgr: number, iniValue: IniValue): number {
  const hasEightColours =
    iniValue('xterm256color')?.toLowerCase() === 'off' &&
    !isOn(iniValue('pcboldcolor')) &&
    !isOn(iniValue('aixterm16color'));
  return hasEightColours || sgr % 8 === 0 ? sgr : (sgr + 8) % 16;
}

/** What each key has to be; what they come to is known from all of them: see withColourKeys. */
export const colourReaders = [
  ['vtcolor', (value: string) => (pairOf(value) === null ? null : {})],
  ['vtboldcolor', (value: string) => (pairOf(value) === null ? null : {})],
  ['ansicolor', (value: string) => (tableOf(value) === null ? null : {})],
] as const;

/** The palette that VTColor, VTBoldColor and ANSIColor come to, if any of them is not Tera Term's own. */
export function withColourKeys(changes: ProfileChanges, iniValue: IniValue): ProfileChanges {
  if (colourKeys.every((key) => isOwn(key, iniValue(key)))) return changes;
  const [foreground, background] = pairOf(iniValue('vtcolor') ?? '') ?? [];
  const [bold] = pairOf(iniValue('vtboldcolor') ?? '') ?? [];
  const boldForeground = iniValue('enableboldattrcolor')?.toLowerCase() === 'off' ? foreground : bold;
  const table = tableOf(iniValue('ansicolor') ?? '');
  const ansi = sgrEntries.map((name, sgr) => [name, table?.get(tableIndex(sgr, iniValue))] as const);
  const colours = [['foreground', foreground], ['background', background], ['boldForeground', boldForeground], ...ansi];
  const palette: Palette = Object.fromEntries(colours.filter(([, colour]) => colour !== undefined));
  return Object.keys(palette).length === 0 ? changes : { ...changes, palette };
}
