import type { Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalPart } from '../terminal-parts.ts';
import { coreOf, type PrivateModes } from './core.ts';

/** The modes that the Terminal and Keyboard panels have a terminal begin with. */
export const initialModes = (profile: Profile): PrivateModes => ({
  wraparound: profile.autoWrap,
  origin: profile.originMode,
  applicationCursorKeys: profile.cursorKeysMode === 'application',
  applicationKeypad: profile.keypadMode === 'application',
});

/**
 * Puts the terminal into its initial modes, at first and after each reset: RIS, DECSTR and a reload's. As in PuTTY, one
 * that is changed mid-session is changed at once.
 */
export function holdInitialModes(terminal: Terminal, profile: Profile): TerminalPart {
  const { coreService, _inputHandler: input } = coreOf(terminal);
  let initial = initialModes(profile);
  let { implicitCr } = profile;
  const begin = () => {
    Object.assign(coreService.decPrivateModes, initial);
    // A server's LNM changes the option, which no reset of xterm.js brings back.
    terminal.options.convertEol = implicitCr;
  };

  const reset = coreService.reset;
  coreService.reset = () => {
    reset.call(coreService);
    begin();
  };
  // It sets origin mode by itself once more.
  const softReset = input.softReset;
  input.softReset = (params) => {
    const isDone = softReset.call(input, params);
    begin();
    return isDone;
  };
  begin();

  return {
    apply: (next) => {
      const before = initial;
      initial = initialModes(next);
      implicitCr = next.implicitCr;
      for (const mode of Object.keys(initial) as (keyof PrivateModes)[]) {
        if (initial[mode] !== before[mode]) coreService.decPrivateModes[mode] = initial[mode];
      }
    },
    dispose: () => {
      coreService.reset = reset;
      input.softReset = softReset;
    },
  };
}
