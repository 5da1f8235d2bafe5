import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Electron from 'electron';
import type { ChromiumWindow } from './chromium/launch.ts';
import { createEvent } from './event.ts';
import type { View } from './link/wire.ts';
import { nativeTheme } from './native-theme.ts';
import { screen } from './screen.ts';
import { WebContentsStandIn } from './web-contents.ts';
import { windowList } from './window-list.ts';
import { WindowPlace } from './window-place.ts';

/** Electron's own defaults. */
const defaultSize = { width: 800, height: 600 };

/** An application window of Chromium's. It appears when its first page is loaded, whatever `show` says. */
export class BrowserWindowStandIn extends EventEmitter {
  static getAllWindows = () => windowList.all();
  static getFocusedWindow = () => windowList.all().find((window) => window.isFocused()) ?? null;
  static fromWebContents = (contents: unknown) =>
    windowList.all().find((window) => window.webContents === contents) ?? null;

  readonly id: number;
  readonly webContents: WebContentsStandIn;
  readonly #place = new WindowPlace(this);
  #title: string;
  #isResizable = true;
  #isAlwaysOnTop = false;
  #isFlashing = false;
  #isDestroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const { width = defaultSize.width, height = defaultSize.height, title = '', webPreferences } = options;
    this.#title = title;
    this.webContents = new WebContentsStandIn({ preload: webPreferences?.preload, width, height });
    this.id = this.webContents.id;
    const { host } = this.webContents;
    host.once('started', (chromium) => this.#handleStart(chromium, width, height));
    host.once('loaded', () => this.emit('ready-to-show'));
    host.on('message', (message) => {
      if (message.kind === 'view') this.#handleView(message.view);
    });
    host.on('close-asked', (answer) => answer(this.#mayClose()));
    host.once('exited', () => this.#handleExit());
    windowList.add(this);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url);
  }

  async loadFile(file: string): Promise<void> {
    await this.loadURL(pathToFileURL(resolve(file)).href);
  }

  /** Asks by the `close` event, as Electron does; then like {@link destroy}. False if it stays open. */
  close(): boolean {
    const mayClose = this.#mayClose();
    if (mayClose) this.destroy();
    return mayClose;
  }

  destroy(): void {
    const { chromium } = this.webContents.host;
    if (chromium === null) this.#handleExit();
    else chromium.close();
  }

  isDestroyed = (): boolean => this.#isDestroyed;
  isFocused = (): boolean => this.#place.isFocused;
  isFullScreen = (): boolean => this.#place.state === 'fullscreen';
  isMaximized = (): boolean => this.#place.state === 'maximized';
  isMinimized = (): boolean => this.#place.state === 'minimized';
  isVisible = (): boolean => this.webContents.host.chromium !== null && !this.isMinimized();

  /** Chromium's window is there already. */
  show(): void {
    this.focus();
  }

  focus(): void {
    this.webContents.host.chromium?.page.send('Page.bringToFront').catch(() => undefined);
  }

  /** Kept and told, and not done: Chromium's protocol has no such states. */
  isResizable = (): boolean => this.#isResizable;
  setResizable = (on: boolean): void => {
    this.#isResizable = on;
  };
  isAlwaysOnTop = (): boolean => this.#isAlwaysOnTop;
  setAlwaysOnTop = (on: boolean): void => {
    this.#isAlwaysOnTop = on;
  };

  setFullScreen = (on: boolean): void => this.#place.setState(on ? 'fullscreen' : 'normal');
  maximize = (): void => this.#place.setState('maximized');
  minimize = (): void => this.#place.setState('minimized');
  restore = (): void => this.#place.setState('normal');

  getContentSize = (): number[] => this.#place.contentSize;
  setContentSize = (width: number, height: number): void => this.#place.setContentSize(width, height);

  /** Without its frame, and its place on the screen: a page doesn't know them. */
  getBounds = (): Electron.Rectangle => {
    const [width = 0, height = 0] = this.#place.contentSize;
    return { x: 0, y: 0, width, height };
  };

  getTitle = (): string => this.#title;

  setTitle(title: string): void {
    this.#title = title;
    this.webContents.host.tell({ kind: 'title', title: this.#isFlashing ? `● ${title}` : title });
  }

  /** Chromium can't have its window pointed at: the title does it. */
  flashFrame(on: boolean): void {
    this.#isFlashing = on;
    this.setTitle(this.#title);
  }

  #handleStart(chromium: ChromiumWindow, width: number, height: number): void {
    this.#place.attach(chromium);
    this.#place.setContentSize(width, height);
    nativeTheme.attach(chromium.page);
  }

  #handleView(view: View): void {
    nativeTheme.observe(view.dark);
    screen.observe(view);
    this.#place.observe(view);
  }

  #mayClose(): boolean {
    const event = createEvent();
    this.emit('close', event);
    return !event.defaultPrevented;
  }

  #handleExit(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.webContents.markDestroyed();
    this.emit('closed');
    windowList.remove(this);
  }
}
