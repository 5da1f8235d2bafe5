import type { Bridge } from '#contract/channels/channels.ts';
import { ordinaryWindow, type WindowState } from '#contract/window.ts';

/** What of the desktop and the window decides how a terminal looks, beside its profile. */
export interface Surroundings extends WindowState {
  /** The desktop is dark. */
  readonly isDark: boolean;
  /** The desktop asks for more contrast. */
  readonly wantsContrast: boolean;
  /** The desktop gives every program its own few colours, as Windows' contrast themes do. */
  readonly hasForcedColours: boolean;
}

export interface SurroundingsSource {
  readonly current: () => Surroundings;
  readonly dispose: () => void;
}

/** Follows the desktop, and what main tells of the window; `onChange` is called after each change. */
export function watchSurroundings(bridge: Pick<Bridge, 'on'>, onChange: () => void): SurroundingsSource {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const contrast = window.matchMedia('(prefers-contrast: more)');
  const forced = window.matchMedia('(forced-colors: active)');
  let state = ordinaryWindow;
  const stop = bridge.on('window.state', (next) => {
    state = next;
    onChange();
  });
  const queries = [dark, contrast, forced];
  for (const query of queries) query.addEventListener('change', onChange);
  return {
    current: () => ({
      ...state,
      isDark: dark.matches,
      wantsContrast: contrast.matches || forced.matches,
      hasForcedColours: forced.matches,
    }),
    dispose: () => {
      stop();
      for (const query of queries) query.removeEventListener('change', onChange);
    },
  };
}

/** A dark desktop, and a window as it opens. */
export const darkSurroundings: Surroundings = {
  ...ordinaryWindow,
  isDark: true,
  wantsContrast: false,
  hasForcedColours: false,
};
