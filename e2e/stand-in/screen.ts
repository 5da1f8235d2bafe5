import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { View } from './link/wire.ts';

/** A common small screen, until the first page has told the real one. */
const assumed = { width: 1280, height: 800 };

/** The screen that the windows are on, as their pages see it. */
class ScreenStandIn extends EventEmitter {
  #size = assumed;

  observe({ screenWidth, screenHeight }: View): void {
    this.#size = { width: screenWidth, height: screenHeight };
  }

  /** There is one: a page doesn't know of others. */
  getDisplayMatching(_window: Electron.Rectangle) {
    return this.getPrimaryDisplay();
  }

  getPrimaryDisplay() {
    const size = this.#size;
    const area = { x: 0, y: 0, ...size };
    return { id: 1, size, bounds: area, workArea: area, workAreaSize: size, scaleFactor: 1 };
  }
}

export const screen = new ScreenStandIn();
