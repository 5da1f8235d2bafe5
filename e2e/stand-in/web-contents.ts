import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { createEvent } from './event.ts';
import { ipcMain } from './ipc-main.ts';
import type { FromPage } from './link/wire.ts';
import type { MessagePortStandIn } from './message-ports.ts';
import { Overlays } from './overlays.ts';
import { PageHost } from './page-host.ts';
import { SessionStandIn } from './session.ts';

interface WebContentsOptions {
  readonly preload: string | undefined;
  readonly width: number;
  readonly height: number;
}

type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** What Chromium's status for SIGSEGV and the like comes to; the protocol does not tell it. */
const crashExitCode = 5;

let lastId = 0;

/** The page of one window, with Electron's methods and events. */
export class WebContentsStandIn extends EventEmitter {
  readonly id: number;
  readonly session = new SessionStandIn();
  readonly host: PageHost;
  readonly overlays: Overlays;
  /** One object for good, since applications compare it; only documents of the main frame are linked. */
  readonly mainFrame: { readonly url: string; readonly parent: null };
  #isDestroyed = false;
  #isCrashed = false;
  #openHandler: WindowOpenHandler = () => ({ action: 'deny' });

  constructor(options: WebContentsOptions) {
    super();
    lastId += 1;
    this.id = lastId;
    const host = new PageHost({ ...options, mayNavigate: (url) => this.#mayNavigate(url) });
    this.host = host;
    this.overlays = new Overlays(host);
    this.mainFrame = {
      get url() {
        return host.url;
      },
      parent: null,
    };
    host.on('message', (message) => this.#handle(message));
    host.on('loaded', () => {
      this.#isCrashed = false;
      this.emit('dom-ready', createEvent());
      this.emit('did-finish-load', createEvent());
    });
    host.on('crashed', () => {
      this.#isCrashed = true;
      this.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: crashExitCode });
    });
    host.on('window-open', (url) => this.#openHandler({ url, disposition: 'new-window' } as Electron.HandlerDetails));
  }

  getURL(): string {
    return this.host.url;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  isCrashed(): boolean {
    return this.#isCrashed;
  }

  async loadURL(url: string): Promise<void> {
    await this.host.load(url);
  }

  reload(): void {
    this.host.reload();
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    this.host.tell({ kind: 'event', channel, args, ports: [] });
  }

  postMessage(channel: string, message: unknown, transfer: readonly MessagePortStandIn[] = []): void {
    const { link } = this.host;
    if (link === null) return;
    const ports = transfer.map((port) => port.transfer(link));
    link.send({ kind: 'event', channel, args: [message], ports });
  }

  /** Chromium has gone. */
  markDestroyed(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.emit('destroyed');
  }

  #handle(message: FromPage): void {
    if (message.kind === 'send') ipcMain.emit(message.channel, this.#ipcEvent(), ...message.args);
    if (message.kind === 'invoke') void this.#answer(message);
    if (message.kind === 'answer') this.overlays.handleAnswer(message.id, message.answer);
  }

  async #answer({ id, channel, args }: Extract<FromPage, { kind: 'invoke' }>): Promise<void> {
    const { link } = this.host;
    try {
      const value = await ipcMain.invoke(channel, this.#ipcEvent() as unknown as Electron.IpcMainInvokeEvent, args);
      link?.send({ kind: 'result', id, value });
    } catch (error) {
      link?.send({ kind: 'error', id, message: `Error invoking remote method '${channel}': ${String(error)}` });
    }
  }

  #ipcEvent() {
    const reply = (channel: string, ...args: unknown[]) => this.send(channel, ...args);
    return { sender: this, senderFrame: this.mainFrame, processId: this.id, frameId: 1, ports: [], reply };
  }

  #mayNavigate(url: string): boolean {
    const event = Object.assign(createEvent(), { url, isMainFrame: true });
    this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }
}
