import { isRecord } from '../json.ts';

/** The colours of PuTTY's Colours panel, in its order: that of its saved Colour0 to Colour21. */
export const paletteEntries = [
  { name: 'foreground', label: 'Default Foreground' },
  { name: 'boldForeground', label: 'Default Bold Foreground' },
  { name: 'background', label: 'Default Background' },
  { name: 'boldBackground', label: 'Default Bold Background' },
  { name: 'cursorText', label: 'Cursor Text' },
  { name: 'cursor', label: 'Cursor Colour' },
  { name: 'black', label: 'ANSI Black' },
  { name: 'brightBlack', label: 'ANSI Black Bold' },
  { name: 'red', label: 'ANSI Red' },
  { name: 'brightRed', label: 'ANSI Red Bold' },
  { name: 'green', label: 'ANSI Green' },
  { name: 'brightGreen', label: 'ANSI Green Bold' },
  { name: 'yellow', label: 'ANSI Yellow' },
  { name: 'brightYellow', label: 'ANSI Yellow Bold' },
  { name: 'blue', label: 'ANSI Blue' },
  { name: 'brightBlue', label: 'ANSI Blue Bold' },
  { name: 'magenta', label: 'ANSI Magenta' },
  { name: 'brightMagenta', label: 'ANSI Magenta Bold' },
  { name: 'cyan', label: 'ANSI Cyan' },
  { name: 'brightCyan', label: 'ANSI Cyan Bold' },
  { name: 'white', label: 'ANSI White' },
  { name: 'brightWhite', label: 'ANSI White Bold' },
] as const;

export type PaletteEntry = (typeof paletteEntries)[number]['name'];

/** The 16 of ANSI in the order of SGR 30 to 37 and 90 to 97. */
export const sgrEntries = [
  ...(['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const),
  ...(['brightBlack', 'brightRed', 'brightGreen', 'brightYellow'] as const),
  ...(['brightBlue', 'brightMagenta', 'brightCyan', 'brightWhite'] as const),
] as const satisfies readonly PaletteEntry[];

/** Colours as #rrggbb in lower case; one that is missing is the scheme's. */
export type Palette = Partial<Readonly<Record<PaletteEntry, string>>>;

/** Colours from a file, under the name that they have there. */
export interface NamedPalette {
  readonly name: string;
  readonly palette: Palette;
}

/** Untrusted data as a palette, its entries in their order, so that equal ones are equal as text; null if it is none. */
export function readPalette(data: unknown): Palette | null {
  if (!isRecord(data)) return null;
  const known = paletteEntries.filter(({ name }) => Object.hasOwn(data, name));
  const isSound = known.length === Object.keys(data).length && known.every(({ name }) => isColour(data[name]));
  return isSound ? Object.fromEntries(known.map(({ name }) => [name, data[name]])) : null;
}

const isColour = (value: unknown) => typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value);
