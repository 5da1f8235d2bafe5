import type { Bridge } from '#contract/channels/channels.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalView } from '../terminal/terminal-view.ts';

/** Gives the window the size that a profile's columns and rows need; main keeps it within the screen. */
export interface WindowSize {
  /** A terminal is shown. The first one that this window opened sizes it; later tabs fit in. */
  readonly handleShown: (view: Pick<TerminalView, 'missing'>, profile: Profile) => void;
  /** Columns or rows were changed, or a program asks for others. */
  readonly resize: (view: Pick<TerminalView, 'missing'>, size: Pick<Profile, 'columns' | 'rows'>) => void;
}

/** `sized`: the window was shown before, and keeps its size. */
export function createWindowSize(bridge: Pick<Bridge, 'command'>, sized: boolean): WindowSize {
  let isSized = sized;
  const resize: WindowSize['resize'] = (view, size) => {
    const missing = view.missing(size);
    if (missing === null) return;
    isSized = true;
    if (missing.width !== 0 || missing.height !== 0) bridge.command('window.resize-by', missing);
  };
  return {
    resize,
    handleShown: (view, profile) => {
      if (!isSized) resize(view, profile);
    },
  };
}
