import type { DialogAnswer, DialogForm, MenuForm } from './link/wire.ts';
import type { PageHost } from './page-host.ts';

type Overlay =
  | { readonly kind: 'menu'; readonly menu: MenuForm }
  | { readonly kind: 'dialog'; readonly dialog: DialogForm };

/** Menus and dialogs that are drawn over a page. One is shown at a time; the page's end answers it. */
export class Overlays {
  readonly #host: PageHost;
  #open: { readonly id: number; readonly resolve: (answer: unknown) => void } | null = null;
  #lastId = 0;

  constructor(host: PageHost) {
    this.#host = host;
    host.on('unlinked', () => this.#finish(null));
    host.on('exited', () => this.#finish(null));
  }

  /** The choice, or null if the menu went away without one. */
  showMenu(menu: MenuForm): Promise<number | null> {
    return this.#show({ kind: 'menu', menu }) as Promise<number | null>;
  }

  /** What was said, or null if the dialog could not be shown or went away with the page. */
  showDialog(dialog: DialogForm): Promise<DialogAnswer | null> {
    return this.#show({ kind: 'dialog', dialog }) as Promise<DialogAnswer | null>;
  }

  dismiss(): void {
    this.#host.tell({ kind: 'dismiss' });
    this.#finish(null);
  }

  handleAnswer(id: number, answer: unknown): void {
    if (this.#open?.id === id) this.#finish(answer);
  }

  #show(overlay: Overlay): Promise<unknown> {
    this.#finish(null);
    const { link } = this.#host;
    if (link === null) return Promise.resolve(null);
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      this.#open = { id, resolve };
      link.send({ id, ...overlay });
    });
  }

  #finish(answer: unknown): void {
    const open = this.#open;
    this.#open = null;
    open?.resolve(answer);
  }
}
