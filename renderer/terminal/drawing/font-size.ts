import type { Terminal } from '@xterm/xterm';
import { settingsTable } from '#contract/settings/settings-table.ts';

const { min, max } = settingsTable.fontSize;

/** The size of a terminal's font: the profile's, zoomed by the user, or as the window wants it. */
export interface FontSize {
  /** Of the profile, in CSS pixels. */
  readonly setOwn: (size: number) => void;
  /** One pixel more or less than now, as far as settings go; 0 is the profile's size again. */
  readonly zoom: (step: 1 | -1 | 0) => void;
  /** The size that is the user's, whatever the window wanted before. */
  readonly showOwn: () => void;
  /** The greatest size at which what `measure` gives is not over 1: the share of the window that the cells take. */
  readonly fill: (measure: () => number) => void;
}

export function createFontSize(terminal: Terminal, profileSize: number): FontSize {
  let own = profileSize;
  let zoomed = 0;
  const clamp = (size: number) => Math.min(Math.max(size, min), max);
  const use = (size: number) => {
    if (terminal.options.fontSize !== size) terminal.options.fontSize = size;
  };
  const showOwn = () => use(clamp(own + zoomed));
  return {
    setOwn: (size) => {
      own = size;
    },
    zoom: (step) => {
      zoomed = step === 0 ? 0 : clamp(own + zoomed + step) - own;
    },
    showOwn,
    fill: (measure) => {
      const size = () => terminal.options.fontSize ?? own;
      // Cells grow with the font, but in whole pixels of the screen: the guess may be off by a little.
      use(clamp(Math.floor(size() / measure())));
      while (measure() <= 1 && size() < max) use(size() + 1);
      while (measure() > 1 && size() > min) use(size() - 1);
    },
  };
}
