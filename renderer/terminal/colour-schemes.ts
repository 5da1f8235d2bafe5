import type { ITheme } from '@xterm/xterm';
import type { Profile } from '#contract/profile.ts';
import dracula from '../../assets/colour-schemes/dracula.json';
import gruvboxDark from '../../assets/colour-schemes/gruvbox-dark.json';
import holdfastDark from '../../assets/colour-schemes/holdfast-dark.json';
import holdfastLight from '../../assets/colour-schemes/holdfast-light.json';
import nord from '../../assets/colour-schemes/nord.json';
import putty from '../../assets/colour-schemes/putty.json';
import solarizedDark from '../../assets/colour-schemes/solarized-dark.json';
import solarizedLight from '../../assets/colour-schemes/solarized-light.json';
import tangoDark from '../../assets/colour-schemes/tango-dark.json';

/** One file of assets/colour-schemes. Colours are #rrggbb; `ansi` has the 16 in the order of SGR 30–37 and 90–97. */
export interface ColourScheme {
  readonly background: string;
  readonly foreground: string;
  readonly cursor: string;
  readonly selection: string;
  readonly ansi: readonly string[];
}

type SchemeName = Exclude<Profile['colourScheme'], 'system'>;

export const colourSchemes: Readonly<Record<SchemeName, ColourScheme>> = {
  'holdfast-dark': holdfastDark,
  'holdfast-light': holdfastLight,
  putty,
  'tango-dark': tangoDark,
  'solarized-dark': solarizedDark,
  'solarized-light': solarizedLight,
  'gruvbox-dark': gruvboxDark,
  nord,
  dracula,
};

/** Names of the 16 colours in a theme of xterm.js, in ANSI's order. */
export const ansiNames = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
  'brightBlack',
  'brightRed',
  'brightGreen',
  'brightYellow',
  'brightBlue',
  'brightMagenta',
  'brightCyan',
  'brightWhite',
] as const satisfies readonly (keyof ITheme)[];

/**
 * The scheme of a profile as xterm.js takes it: the same object each time, since another one, if equal, makes it forget
 * the colours that a program has set (OSC 4, 10, 11).
 */
export function terminalTheme(choice: Profile['colourScheme'], dark: boolean): ITheme {
  return themes[choice === 'system' ? (dark ? 'holdfast-dark' : 'holdfast-light') : choice];
}

const themeOf = (scheme: ColourScheme): ITheme => ({
  background: scheme.background,
  foreground: scheme.foreground,
  cursor: scheme.cursor,
  cursorAccent: scheme.background,
  selectionBackground: scheme.selection,
  ...Object.fromEntries(ansiNames.map((name, index) => [name, scheme.ansi[index]])),
});

const themes = Object.fromEntries(
  Object.entries(colourSchemes).map(([name, scheme]) => [name, themeOf(scheme)]),
) as Readonly<Record<SchemeName, ITheme>>;
