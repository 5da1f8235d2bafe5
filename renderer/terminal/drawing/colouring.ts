import type { Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { Surroundings } from '../surroundings.ts';
import { createBoldColours } from './bold-colours.ts';
import { filterColours } from './sgr.ts';
import { terminalColours, terminalTheme } from './theme.ts';

/** All of a terminal's colours: its theme, its contrast, those of bold text, and what programs may ask for. */
export interface Colouring {
  readonly apply: (profile: Profile, surroundings: Surroundings) => void;
  readonly dispose: () => void;
}

/** WCAG's enhanced contrast, for whoever asks the desktop for more. */
const enhancedContrast = 7;

export function createColouring(terminal: Terminal, profile: Profile, surroundings: Surroundings): Colouring {
  const bold = createBoldColours(terminal);
  const filter = filterColours(terminal);

  const apply = (next: Profile, around: Surroundings) => {
    const colours = terminalColours(next, around);
    const byColour = next.boldStyle !== 'font';
    terminal.options.theme = terminalTheme(colours);
    terminal.options.drawBoldTextInBrightColors = byColour;
    terminal.options.fontWeightBold = next.boldStyle === 'colour' ? next.fontWeight : next.boldWeight;
    terminal.options.minimumContrastRatio = Math.max(
      Number(next.minimumContrast),
      around.wantsContrast ? enhancedContrast : 1,
    );
    bold.set(byColour ? colours.palette : null);
    // The newest handler of a sequence is asked first, and what is not allowed must not come to the other.
    filter.set(next);
  };
  apply(profile, surroundings);
  return {
    apply,
    dispose: () => {
      filter.dispose();
      bold.dispose();
    },
  };
}
