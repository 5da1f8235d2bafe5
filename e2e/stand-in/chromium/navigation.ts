import { EventEmitter } from 'node:events';
import type { Cdp } from './cdp.ts';
import { blankPage } from './flags.ts';

interface NavigationEvents {
  /** The browser shows another document, at this address (without its fragment). */
  committed: [url: string];
  loaded: [];
}

/** What the window's main frame shows, and whether it may show something else. */
export class Navigation extends EventEmitter<NavigationEvents> {
  #url = '';
  #fragment = '';
  #isNavigating = false;
  #expected: string | null = null;
  readonly #page: Cdp;
  readonly #mainFrame: string;
  readonly #mayNavigate: (url: string) => boolean;

  /** `mayNavigate` is asked about every address that main itself did not load. */
  constructor(page: Cdp, mainFrame: string, mayNavigate: (url: string) => boolean) {
    super();
    this.#page = page;
    this.#mainFrame = mainFrame;
    this.#mayNavigate = mayNavigate;
  }

  /** Without its fragment. */
  get documentUrl(): string {
    return this.#url;
  }

  get url(): string {
    return this.#url + this.#fragment;
  }

  /** True from the moment at which another document was asked for until it is there. */
  get isNavigating(): boolean {
    return this.#isNavigating;
  }

  async watch(): Promise<void> {
    const page = this.#page;
    const started = (frameId: string) => {
      if (frameId === this.#mainFrame) this.#isNavigating = true;
    };
    page.on('Page.frameRequestedNavigation', ({ frameId, disposition }) => {
      if (disposition === 'currentTab') started(frameId);
    });
    page.on('Page.frameStartedNavigating', ({ frameId, navigationType }) => {
      if (!/samedocument/i.test(navigationType)) started(frameId);
    });
    page.on('Page.frameStoppedLoading', ({ frameId }) => {
      if (frameId === this.#mainFrame) this.#isNavigating = false;
    });
    page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== this.#mainFrame) return;
      const [document = '', fragment] = url.split('#', 2);
      this.#url = document;
      this.#fragment = fragment === undefined ? '' : `#${fragment}`;
    });
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.#isNavigating = false;
      this.#url = frame.url;
      this.#fragment = frame.urlFragment ?? '';
      this.emit('committed', this.#url);
    });
    page.on('Page.loadEventFired', () => this.#handleLoad());
    page.on('Fetch.requestPaused', ({ requestId, frameId, request }) => {
      const mayLoad = frameId !== this.#mainFrame || this.#isExpected(request.url) || this.#mayNavigate(request.url);
      const decided = mayLoad
        ? page.send('Fetch.continueRequest', { requestId })
        : page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      decided.catch(() => undefined);
    });
    await page.send('Page.enable');
    await page.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] });
  }

  /** Resolves once the document has loaded. */
  async load(url: string): Promise<void> {
    this.#expected = url.replace(/#.*$/, '');
    const loaded = new Promise<void>((resolve) => this.once('loaded', resolve));
    const { errorText } = await this.#page.send('Page.navigate', { url });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }

  async reload(): Promise<void> {
    await this.#page.send('Page.reload');
  }

  #isExpected(url: string): boolean {
    return url === this.#expected || url === this.#url;
  }

  #handleLoad(): void {
    if (this.#url === '' || this.#url === blankPage) return;
    // Chromium asks `beforeunload` only where somebody has used the page; main always wants to be asked.
    this.#page.send('Runtime.evaluate', { expression: '0', userGesture: true }).catch(() => undefined);
    this.emit('loaded');
  }
}
