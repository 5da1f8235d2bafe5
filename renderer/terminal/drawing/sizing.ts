import type { Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { Surroundings } from '../surroundings.ts';
import { createFontSize } from './font-size.ts';

/** The server hears of a new size once the user has stopped dragging the window's edge for this long. */
const settleMs = 80;

/** Width that xterm.js gives its scroll bar, in CSS pixels. */
const scrollBarWidth = 14;

/** xterm.js shows no fewer cells. */
const least = { columns: 2, rows: 1 } as const;

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Fits a terminal into its element: its columns and rows, or its font. */
export interface Sizing {
  readonly fit: () => void;
  /** Takes over settings that changed, or how the window stands; a fit follows. */
  readonly apply: (profile: Profile, surroundings: Surroundings) => void;
  /** Makes the font larger or smaller by a step; 0 gives it back the profile's size. */
  readonly zoom: (step: 1 | -1 | 0) => void;
  /** CSS pixels by which the element has to grow to hold this many cells; null while it is hidden. */
  readonly missing: (wanted: Size) => { readonly width: number; readonly height: number } | null;
  /** Sizes are told only while a session runs; the newest one is told as soon as it does. */
  readonly setTelling: (on: boolean) => void;
  readonly dispose: () => void;
}

export interface SizingOptions {
  readonly terminal: Terminal;
  /** Without padding: the cells may fill all of it. */
  readonly element: HTMLElement;
  readonly tell: (size: Size) => void;
}

export function createSizing(
  { terminal, element, tell }: SizingOptions,
  profile: Profile,
  surroundings: Surroundings,
): Sizing {
  const font = createFontSize(terminal, profile.fontSize);
  let current = { profile, surroundings };
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

  /** Of one cell, CSS pixels; null while nothing is drawn. */
  const cell = () => {
    const screen = terminal.element?.querySelector('.xterm-screen')?.getBoundingClientRect();
    if (screen === undefined || screen.width === 0) return null;
    return { width: screen.width / terminal.cols, height: screen.height / terminal.rows };
  };
  const barWidth = () => (terminal.options.scrollback === 0 || !hasScrollBar(current) ? 0 : scrollBarWidth);

  const fitFont = ({ columns, rows }: Size) => {
    if (terminal.cols !== columns || terminal.rows !== rows) terminal.resize(columns, rows);
    font.fill(() => {
      const { width, height } = cell() ?? { width: 0, height: 0 };
      return Math.max((columns * width) / (element.clientWidth - barWidth()), (rows * height) / element.clientHeight);
    });
  };
  const fitCells = () => {
    font.showOwn();
    const { width, height } = cell() ?? { width: 0, height: 0 };
    if (width === 0 || height === 0) return;
    const columns = Math.max(least.columns, wholeCells(element.clientWidth - barWidth(), width));
    const rows = Math.max(least.rows, wholeCells(element.clientHeight, height));
    if (terminal.cols !== columns || terminal.rows !== rows) terminal.resize(columns, rows);
  };
  const refit = () => {
    if (element.clientWidth <= barWidth() || element.clientHeight === 0 || cell() === null) return;
    element.classList.toggle('without-scroll-bar', !hasScrollBar(current));
    if (resizesFont(current)) fitFont(current.profile);
    else fitCells();
    tellSoon();
  };

  const observer = new ResizeObserver(refit);
  observer.observe(element);

  return {
    fit: refit,
    apply: (nextProfile, nextSurroundings) => {
      current = { profile: nextProfile, surroundings: nextSurroundings };
      font.setOwn(nextProfile.fontSize);
      refit();
    },
    zoom: (step) => {
      font.zoom(step);
      refit();
    },
    missing: (wanted) => {
      // A font that fills the window says nothing of the size that the window should have.
      font.showOwn();
      const one = cell();
      return one === null
        ? null
        : {
            width: Math.ceil(wanted.columns * one.width) + barWidth() - element.clientWidth,
            height: Math.ceil(wanted.rows * one.height) - element.clientHeight,
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

interface Current {
  readonly profile: Profile;
  readonly surroundings: Surroundings;
}

const hasScrollBar = ({ profile, surroundings }: Current) =>
  surroundings.isFullScreen ? profile.scrollBarInFullScreen : profile.scrollBar;

/** Whether the window's size changes the font, and not the columns and rows. */
function resizesFont({ profile, surroundings }: Current): boolean {
  switch (profile.resizeEffect) {
    case 'font':
      return true;
    case 'font-when-maximised':
      return surroundings.isMaximised || surroundings.isFullScreen;
    case 'cells':
    case 'forbid':
      return false;
  }
}

/** How many cells fit; a hundredth of a pixel is the rounding of their size, and not missing room. */
const wholeCells = (room: number, size: number) => Math.floor((room + 0.01) / size);
