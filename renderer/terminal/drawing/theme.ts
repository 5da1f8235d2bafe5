import type { ITheme } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import { type Colours, coloursOf } from '../../colours/schemes.ts';
import { systemColours } from '../../colours/system-colours.ts';
import type { Surroundings } from '../surroundings.ts';

/** The colours that a profile has here and now. */
export function terminalColours(profile: Profile, { isDark, hasForcedColours }: Surroundings): Colours {
  const colours = coloursOf(profile, isDark);
  if (!profile.useSystemColours && !hasForcedColours) return colours;
  const { selection, ...system } = systemColours();
  return { palette: { ...colours.palette, ...system }, selection };
}

/**
 * Colours as xterm.js takes them: the same object each time, since another one, if equal, makes it forget the colours
 * that a program has set (OSC 4, 10, 11).
 */
export function terminalTheme({ palette, selection }: Colours): ITheme {
  const key = JSON.stringify([palette, selection]);
  const known = themes.get(key);
  if (known !== undefined) return known;
  const { boldForeground, boldBackground, cursorText, ...named } = palette;
  const theme = { ...named, cursorAccent: cursorText, selectionBackground: selection };
  themes.set(key, theme);
  return theme;
}

/** A few for each session: one for each change of its colours. */
const themes = new Map<string, ITheme>();
