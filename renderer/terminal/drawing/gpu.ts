import { WebglAddon } from '@xterm/addon-webgl';
import type { Terminal } from '@xterm/xterm';

/** Draws a terminal by WebGL while that works and is fast, else by the DOM renderer that xterm.js has built in. */
export interface Gpu {
  readonly attach: () => void;
  /** Gives the context back: a page may hold 16, so hidden terminals hold none. */
  readonly detach: () => void;
}

/**
 * `onFallBack`: cells may have another size from here on. `isFast`: whether WebGL is drawn by a graphics processor.
 */
export function createGpu(terminal: Terminal, onFallBack: () => void, isFast = hasGraphicsProcessor): Gpu {
  let addon: WebglAddon | null = null;
  let usable = isFast();

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

let known: boolean | null = null;

/**
 * Without one Chromium draws WebGL in software, and the page waits for each frame: 20 to 40 ms, where the DOM renderer
 * takes 3. Output is then five times slower, and keys wait behind the frames.
 */
function hasGraphicsProcessor(): boolean {
  if (known !== null) return known;
  const context = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  known = context !== null;
  return known;
}
