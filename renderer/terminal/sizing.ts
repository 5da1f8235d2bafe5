import { FitAddon } from '@xterm/addon-fit';
import type { Terminal } from '@xterm/xterm';

/** The server hears of a new size once the user has stopped dragging the window's edge for this long. */
const settleMs = 80;

/** Width that xterm.js keeps for its scroll bar, in CSS pixels; none without scrollback. */
const scrollBarWidth = 14;

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Fits a terminal into its element. */
export interface Sizing {
  readonly fit: () => void;
  /** CSS pixels by which the element has to grow to hold this many cells; null while it is hidden. */
  readonly missing: (wanted: Size) => { readonly width: number; readonly height: number } | null;
  /** Sizes are told only while a session runs; the newest one is told as soon as it does. */
  readonly setTelling: (on: boolean) => void;
  readonly dispose: () => void;
}

export function createSizing(terminal: Terminal, element: HTMLElement, tell: (size: Size) => void): Sizing {
  const addon = new FitAddon();
  terminal.loadAddon(addon);
  let told = '';
  let telling = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tellNow = () => {
    const size = { columns: terminal.cols, rows: terminal.rows };
    const text = `${size.columns}x${size.rows}`;
    if (!telling || text === told) return;
    told = text;
    tell(size);
  };
  const tellSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(tellNow, settleMs);
  };
  const fit = () => {
    const hidden = element.clientWidth === 0 || element.clientHeight === 0;
    if (hidden || terminal.element === undefined) return;
    addon.fit();
    tellSoon();
  };

  const observer = new ResizeObserver(fit);
  observer.observe(element);

  return {
    fit,
    missing: (wanted) => {
      const screen = terminal.element?.querySelector('.xterm-screen')?.getBoundingClientRect();
      if (screen === undefined || screen.width === 0) return null;
      const scrollBar = terminal.options.scrollback === 0 ? 0 : scrollBarWidth;
      return {
        width: Math.ceil((wanted.columns * screen.width) / terminal.cols) + scrollBar - element.clientWidth,
        height: Math.ceil((wanted.rows * screen.height) / terminal.rows) - element.clientHeight,
      };
    },
    setTelling: (on) => {
      telling = on;
      if (on) tellSoon();
    },
    dispose: () => {
      observer.disconnect();
      clearTimeout(timer);
    },
  };
}
