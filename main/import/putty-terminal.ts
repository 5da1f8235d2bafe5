import type { Special } from './putty-special.ts';

/**
 * PuTTY's defaults where Holdfast begins with something else, for a reason that docs/putty.md states: nobody chose
 * them, so that they say nothing here. `PuTTY\\r` is how PuTTY's Unix port has written its answerback.
 */
const ownDefaults: Readonly<Record<string, readonly string[]>> = {
  Answerback: ['PuTTY', 'PuTTY\\r'],
  LinuxFunctionKeys: ['0'],
  NoApplicationKeys: ['0'],
  OSXOptionMeta: ['1'],
  RXVTHomeEnd: ['0'],
  ShiftedArrowKeys: ['0'],
};

/** Whether a key holds what PuTTY has put there by itself, and Holdfast does not. */
export const isPuttysOwn = (key: string, value: string): boolean => ownDefaults[key]?.includes(value) ?? false;

/** Two keys of PuTTY for one group of radio buttons, of which NetHack is the third. */
export const keypad: Special = {
  keys: ['ApplicationKeypad', 'NetHackKeypad'],
  read: (keys) => {
    const isOn = (key: string) => !['0', '', undefined].includes(keys(key));
    const keypadMode = isOn('NetHackKeypad') ? 'nethack' : isOn('ApplicationKeypad') ? 'application' : 'normal';
    return { changes: { keypadMode }, unmapped: [] };
  },
};

/** PuTTY keeps the bell's times in milliseconds. */
export const bellTimes: Special = {
  keys: ['BellOverloadT', 'BellOverloadS'],
  read: (keys) => {
    const seconds = (key: string) => Math.round(Number(keys(key)) / 1000);
    const isThere = (key: string) => /^\d{1,9}$/.test(keys(key) ?? '');
    return {
      changes: {
        ...(isThere('BellOverloadT') ? { bellOverloadSeconds: Math.max(1, seconds('BellOverloadT')) } : {}),
        ...(isThere('BellOverloadS') ? { bellSilenceSeconds: seconds('BellOverloadS') } : {}),
      },
      unmapped: [],
    };
  },
};
