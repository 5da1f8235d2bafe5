import type { ITerminalOptions } from '@xterm/xterm';
import type { Profile } from '#contract/profile.ts';
import { terminalTheme } from './colour-schemes.ts';
import { fontList } from './fonts.ts';

/** Options that no setting changes. */
export const fixedOptions: ITerminalOptions = {
  // The grapheme and search addons register with parts of xterm.js that it calls proposed.
  allowProposedApi: true,
  // Alt and click would send cursor keys to whatever program runs.
  altClickMovesCursor: false,
  // 5 MB of random bytes would print 750,000 lines to the console.
  logLevel: 'off',
  // PuTTY's "Push erased text into scrollback", on by default there too.
  scrollOnEraseInDisplay: true,
};

/** Options that follow the profile, also on a running session. `dark` is how the desktop looks. */
export function profileOptions(profile: Profile, dark: boolean): ITerminalOptions {
  return {
    scrollback: profile.scrollbackLines,
    fontFamily: fontList(profile.fontFamily),
    fontSize: profile.fontSize,
    cursorStyle: profile.cursorStyle,
    cursorBlink: profile.cursorBlink,
    theme: terminalTheme(profile.colourScheme, dark),
  };
}
