import { EventEmitter } from 'node:events';
import { type ChromiumWindow, launchChromium } from './chromium/launch.ts';
import { Navigation } from './chromium/navigation.ts';
import { tellSpecs } from './control.ts';
import { expectPage } from './link/loopback.ts';
import { PageLink } from './link/page-link.ts';
import type { FromPage, ToPage } from './link/wire.ts';
import { pageScript } from './page/script.ts';

export interface PageHostOptions {
  readonly preload: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly mayNavigate: (url: string) => boolean;
}

interface PageHostEvents {
  started: [ChromiumWindow];
  /** From a document whose address the browser has confirmed. */
  message: [FromPage];
  /** The document that sent messages is gone. */
  unlinked: [];
  loaded: [];
  crashed: [];
  'window-open': [url: string];
  /** The window is about to close: the answer says whether it may. */
  'close-asked': [answer: (mayClose: boolean) => void];
  exited: [];
}

/** Chromium and its page, behind a WebContents. */
export class PageHost extends EventEmitter<PageHostEvents> {
  readonly #options: PageHostOptions;
  #chromium: ChromiumWindow | null = null;
  #navigation: Navigation | null = null;
  #starting: Promise<Navigation> | null = null;
  #link: PageLink | null = null;

  constructor(options: PageHostOptions) {
    super();
    this.#options = options;
  }

  get chromium(): ChromiumWindow | null {
    return this.#chromium;
  }

  /** The browser's word for what the window shows. */
  get url(): string {
    return this.#navigation?.url ?? '';
  }

  /** The document that may be talked to now. */
  get link(): PageLink | null {
    return this.#link?.isVerified ? this.#link : null;
  }

  async load(url: string): Promise<void> {
    this.#starting ??= this.#start().catch(failToStart);
    await (await this.#starting).load(url);
  }

  reload(): void {
    this.#navigation?.reload().catch(() => undefined);
  }

  tell(message: ToPage): void {
    this.link?.send(message);
  }

  async #start(): Promise<Navigation> {
    const { url: socketUrl, forget } = expectPage((socket) => this.#accept(new PageLink(socket)));
    const chromium = await launchChromium(this.#options);
    this.#chromium = chromium;
    void chromium.ended.then(() => {
      forget();
      this.#link?.end();
      this.emit('exited');
    });
    const navigation = new Navigation(chromium.page, chromium.targetId, this.#options.mayNavigate);
    this.#navigation = navigation;
    navigation.on('committed', (url) => this.#link?.verify(url));
    navigation.on('loaded', () => this.emit('loaded'));
    navigation.once('loaded', () => tellSpecs({ cdp: chromium.controlAddress }));
    this.#watch(chromium, navigation);
    await navigation.watch();
    await chromium.page.send('Inspector.enable');
    await chromium.page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: pageScript(socketUrl, this.#options.preload),
    });
    this.emit('started', chromium);
    return navigation;
  }

  #watch({ page, browser, targetId }: ChromiumWindow, navigation: Navigation): void {
    page.on('Inspector.targetCrashed', () => this.emit('crashed'));
    page.on('Page.windowOpen', ({ url }) => this.emit('window-open', url));
    browser.on('Target.targetCreated', ({ targetInfo }) => {
      // Whatever the handler said: a second window would be one that main does not know.
      if (targetInfo.openerId !== targetId) return;
      browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined);
    });
    page.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type !== 'beforeunload') return;
      const answer = (accept: boolean) => {
        page.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined);
      };
      if (navigation.isNavigating) answer(true);
      else this.emit('close-asked', answer);
    });
  }

  #accept(link: PageLink): void {
    this.#link = link;
    link.on('message', (message) => {
      if (message.kind === 'hello') link.verify(this.#navigation?.documentUrl ?? '');
      else this.emit('message', message);
    });
    link.on('close', () => {
      if (this.#link !== link) return;
      this.#link = null;
      this.emit('unlinked');
    });
  }
}

/** There is nothing that the application could do without its window, and nothing to show it in. */
function failToStart(error: Error): never {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
