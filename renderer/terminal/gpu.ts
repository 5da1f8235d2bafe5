import { WebglAddon } from '@xterm/addon-webgl';
import type { Terminal } from '@xterm/xterm';

/** Draws a terminal by WebGL while that works, else by the DOM renderer that xterm.js has built in. */
export interface Gpu {
  readonly attach: () => void;
  /** Gives the context back: a page may hold 16, so hidden terminals hold none. */
  readonly detach: () => void;
}

/** `onFallBack`: cells may have another size from here on. */
export function createGpu(terminal: Terminal, onFallBack: () => void): Gpu {
  let addon: WebglAddon | null = null;
  let usable = true;

  const detach = () => {
    addon?.dispose();
    addon = null;
  };

  const attach = () => {
    if (addon !== null || !usable) return;
    const next = new WebglAddon();
    try {
      terminal.loadAddon(next);
    } catch {
      // No WebGL 2 on this machine.
      usable = false;
      next.dispose();
      return;
    }
    addon = next;
    // The driver was reset, or other windows took the contexts; a new try comes when the tab is shown again.
    next.onContextLoss(() => {
      detach();
      onFallBack();
    });
  };

  return { attach, detach };
}
