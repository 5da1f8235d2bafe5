import type { Profile } from '#contract/profile/profile.ts';
import type { SchemeName } from '#contract/settings/colour-schemes.ts';
import { type Palette, type PaletteEntry, sgrEntries } from '#contract/settings/palette.ts';

/** One file of assets/colour-schemes. Colours are #rrggbb; `ansi` has the 16 in the order of SGR 30–37 and 90–97. */
export interface ColourScheme {
  readonly background: string;
  readonly foreground: string;
  readonly cursor: string;
  readonly selection: string;
  readonly ansi: readonly string[];
  /** Of bold text in the default colours; as other text where they are missing. */
  readonly boldForeground?: string;
  readonly boldBackground?: string;
  /** Of the text under the cursor; the background's where it is missing. */
  readonly cursorText?: string;
}

/** All that a terminal is drawn in. */
export interface Colours {
  readonly palette: Readonly<Record<PaletteEntry, string>>;
  /** Behind selected text. */
  readonly selection: string;
}

const folder = '../../assets/colour-schemes/';
const files = import.meta.glob<ColourScheme>('../../assets/colour-schemes/*.json', { eager: true, import: 'default' });

/** The scheme of a name; the test of the schemes sees that there is one for each. */
export const schemeOf = (name: SchemeName): ColourScheme => files[`${folder}${name}.json`] as ColourScheme;

/** What of a profile decides its colours. */
export type ColourChoice = Pick<Profile, 'colourScheme' | 'darkScheme' | 'lightScheme' | 'palette'>;

/** The colours of a profile on a dark desktop or a light one: the scheme's, and over them the user's own. */
export function coloursOf({ colourScheme, darkScheme, lightScheme, palette }: ColourChoice, isDark: boolean): Colours {
  const scheme = schemeOf(colourScheme === 'system' ? (isDark ? darkScheme : lightScheme) : colourScheme);
  return { palette: { ...paletteOf(scheme, palette), ...palette }, selection: scheme.selection };
}

/** A scheme's palette. What it derives from foreground and background follows those that the user has chosen. */
function paletteOf(scheme: ColourScheme, own: Palette): Colours['palette'] {
  const { foreground, background, ansi } = scheme;
  return {
    foreground,
    background,
    boldForeground: own.foreground ?? scheme.boldForeground ?? foreground,
    boldBackground: own.background ?? scheme.boldBackground ?? background,
    cursor: scheme.cursor,
    cursorText: own.background ?? scheme.cursorText ?? background,
    ...Object.fromEntries(sgrEntries.map((name, index) => [name, ansi[index]])),
  } as Colours['palette'];
}
