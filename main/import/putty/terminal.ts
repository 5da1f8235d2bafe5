import { changing, type Special } from './special.ts';

/** Two keys of PuTTY for one group of radio buttons, of which NetHack is the third. */
export const keypad: Special = {
  keys: ['ApplicationKeypad', 'NetHackKeypad'],
  read: (keys) => {
    const isOn = (key: string) => !['0', '', undefined].includes(keys(key));
    const keypadMode = isOn('NetHackKeypad') ? 'nethack' : isOn('ApplicationKeypad') ? 'application' : 'normal';
    return changing({ keypadMode });
  },
};

/** PuTTY keeps the bell's times in milliseconds. */
export const bellTimes: Special = {
  keys: ['BellOverloadT', 'BellOverloadS'],
  read: (keys) => {
    const seconds = (key: string) => Math.round(Number(keys(key)) / 1000);
    const isThere = (key: string) => /^\d{1,9}$/.test(keys(key) ?? '');
    return changing({
      ...(isThere('BellOverloadT') ? { bellOverloadSeconds: Math.max(1, seconds('BellOverloadT')) } : {}),
      ...(isThere('BellOverloadS') ? { bellSilenceSeconds: seconds('BellOverloadS') } : {}),
    });
  },
};
