import { isRecord, parseJson } from '#contract/json.ts';
import { type NamedPalette, type PaletteEntry, sgrEntries } from '#contract/settings/palette.ts';

/** Schemes at most in one file: Windows Terminal's own settings have a dozen. */
const maxSchemes = 2000;

/** Characters at most of a name that is shown. */
const maxNameLength = 128;

/** Its words for the colours that a scheme must have; purple is magenta. */
const required: readonly (readonly [PaletteEntry, string])[] = [
  ['foreground', 'foreground'],
  ['background', 'background'],
  ...sgrEntries.map((entry) => [entry, entry.replace('magenta', 'purple').replace('Magenta', 'Purple')] as const),
];

/** The schemes of a JSON file: one of them alone, or the `schemes` of Windows Terminal's settings. Null if it is none. */
export function readWindowsTerminalColours(text: string): readonly NamedPalette[] | null {
  const data = parseJson(withoutComments(text));
  if (!isRecord(data)) return null;
  const schemes = Array.isArray(data.schemes) ? data.schemes : [data];
  if (schemes.length === 0 || schemes.length > maxSchemes) return null;
  const read = schemes.map(readScheme).filter((scheme) => scheme !== null);
  return read.length === schemes.length ? read : null;
}

function readScheme(data: unknown): NamedPalette | null {
  if (!isRecord(data)) return null;
  const cursor = data.cursorColor === undefined ? [] : [['cursor', colourOf(data.cursorColor)] as const];
  const colours = [...required.map(([entry, name]) => [entry, colourOf(data[name])] as const), ...cursor];
  if (colours.some(([, colour]) => colour === null)) return null;
  const name = typeof data.name === 'string' ? data.name.slice(0, maxNameLength) : '';
  return { name, palette: Object.fromEntries(colours) };
}

/** `#rrggbb`, or `#rgb` with each digit twice. */
function colourOf(value: unknown): string | null {
  if (typeof value !== 'string' || !/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value)) return null;
  return (value.length === 4 ? value.replace(/[0-9a-f]/gi, '$&$&') : value).toLowerCase();
}

/** A string, or a comment; one without an end goes to that of the text, so that each is looked at once. */
const texts = /("[^"\\]*(?:\\.[^"\\]*)*"?)|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const textsAndCommas = /("[^"\\]*(?:\\.[^"\\]*)*"?)|,(?=\s*[\]}])/g;

/** Windows Terminal's settings may have comments, and a comma after the last of a list. */
const withoutComments = (text: string) =>
  text.replace(texts, (_all, kept?: string) => kept ?? '').replace(textsAndCommas, (_all, kept?: string) => kept ?? '');
