import type { Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalPart } from '../terminal-parts.ts';
import { coreOf } from './core.ts';

/** Colour and kind of colour in xterm.js' word for a background; the bits above are attributes. */
const colourBits = 0x3ff_ffff;

/** Erases with the usual background where the profile says so: xterm.js takes the one that a program has chosen. */
export function chooseEraseColour(terminal: Terminal, profile: Profile): TerminalPart {
  const input = coreOf(terminal)._inputHandler;
  const original = input._eraseAttrData;
  let { backgroundErase } = profile;
  input._eraseAttrData = () => {
    const attributes = original.call(input);
    if (!backgroundErase) attributes.bg &= ~colourBits;
    return attributes;
  };
  return {
    apply: (next) => {
      backgroundErase = next.backgroundErase;
    },
    dispose: () => {
      input._eraseAttrData = original;
    },
  };
}
