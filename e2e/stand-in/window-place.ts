import type { EventEmitter } from 'node:events';
import type { ChromiumWindow } from './chromium/launch.ts';
import type { View } from './link/wire.ts';

type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** Electron's event for entering and leaving a state. */
const stateEvents = {
  normal: [null, null],
  minimized: ['minimize', 'restore'],
  maximized: ['maximize', 'unmaximize'],
  fullscreen: ['enter-full-screen', 'leave-full-screen'],
} as const;

/** Size, state and focus of a window: what was last heard of them, and their events. */
export class WindowPlace {
  state: WindowState = 'normal';
  isFocused = false;
  contentSize: number[] = [0, 0];
  readonly #events: EventEmitter;
  #chromium: ChromiumWindow | null = null;

  constructor(events: EventEmitter) {
    this.#events = events;
  }

  attach(chromium: ChromiumWindow): void {
    this.#chromium = chromium;
  }

  observe({ width, height, focused }: View): void {
    const [oldWidth, oldHeight] = this.contentSize;
    this.contentSize = [width, height];
    if (oldWidth !== width || oldHeight !== height) this.#events.emit('resize');
    if (focused !== this.isFocused) {
      this.isFocused = focused;
      this.#events.emit(focused ? 'focus' : 'blur');
    }
    void this.#refreshState();
  }

  setContentSize(width: number, height: number): void {
    this.contentSize = [width, height];
    this.#send(({ browser, windowId }) => browser.send('Browser.setContentsSize', { windowId, width, height }));
  }

  setState(windowState: WindowState): void {
    this.#send(async ({ browser, windowId }) => {
      // Chromium goes from one of these states to another through `normal` alone.
      if (windowState !== 'normal') {
        await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
      }
      await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
      await this.#refreshState();
    });
  }

  async #refreshState(): Promise<void> {
    if (this.#chromium === null) return;
    const { browser, windowId } = this.#chromium;
    const found = await browser.send('Browser.getWindowBounds', { windowId }).catch(() => null);
    const state = found?.bounds.windowState ?? this.state;
    if (state === this.state) return;
    const [, left] = stateEvents[this.state];
    const [entered] = stateEvents[state];
    this.state = state;
    if (left !== null) this.#events.emit(left);
    if (entered !== null) this.#events.emit(entered);
  }

  /** A window that is going away needs none of it. */
  #send(command: (chromium: ChromiumWindow) => Promise<unknown>): void {
    if (this.#chromium !== null) command(this.#chromium).catch(() => undefined);
  }
}
