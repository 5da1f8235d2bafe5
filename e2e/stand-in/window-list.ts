import { EventEmitter } from 'node:events';
import type { BrowserWindowStandIn } from './browser-window.ts';

interface WindowListEvents {
  created: [BrowserWindowStandIn];
  /** The last window was closed. */
  emptied: [];
}

/** The windows that are open, in the order of their making. */
class WindowList extends EventEmitter<WindowListEvents> {
  readonly #windows = new Set<BrowserWindowStandIn>();

  all(): BrowserWindowStandIn[] {
    return [...this.#windows];
  }

  add(window: BrowserWindowStandIn): void {
    this.#windows.add(window);
    this.emit('created', window);
  }

  remove(window: BrowserWindowStandIn): void {
    if (this.#windows.delete(window) && this.#windows.size === 0) this.emit('emptied');
  }
}

export const windowList = new WindowList();
