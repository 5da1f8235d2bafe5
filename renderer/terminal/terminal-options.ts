import type { ILocalizableStrings, ITerminalOptions } from '@xterm/xterm';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { fontList } from './drawing/fonts.ts';
import type { Surroundings } from './surroundings.ts';

/** Options that no setting changes. */
export const fixedOptions: ITerminalOptions = {
  // The grapheme and search addons register with parts of xterm.js that it calls proposed.
  allowProposedApi: true,
  // Alt and click would send cursor keys to whatever program runs.
  altClickMovesCursor: false,
  // 5 MB of random bytes would print 750,000 lines to the console.
  logLevel: 'off',
  // What programs may ask of the window: emulation/ answers, as the Features panel says. xterm.js by itself does none of it.
  windowOptions: { getWinTitle: true, getIconTitle: true, setWinSizeChars: true, setWinSizePixels: true },
};

/** What screen readers are told of a terminal, by xterm.js' names. */
export const terminalStrings = (): ILocalizableStrings => ({
  promptLabel: t('Terminal input'),
  tooMuchOutput: t('Too much output to announce, navigate to rows manually to read'),
});

/** Options that follow the profile and the desktop, also on a running session; but for the font's size and the colours. */
export function profileOptions(profile: Profile, { hasScreenReader }: Surroundings): ITerminalOptions {
  return {
    convertEol: profile.implicitCr,
    macOptionIsMeta: profile.optionIsMeta,
    scrollback: profile.scrollbackLines,
    scrollOnUserInput: profile.scrollOnKey,
    scrollOnEraseInDisplay: profile.eraseToScrollback,
    fontFamily: fontList(profile.fontFamily),
    screenReaderMode: profile.screenReader === 'on' || (profile.screenReader === 'auto' && hasScreenReader),
    fontWeight: profile.fontWeight,
    lineHeight: profile.lineHeight / 100,
    letterSpacing: profile.letterSpacing,
    cursorStyle: profile.cursorStyle,
    cursorBlink: profile.cursorBlink,
  };
}
