/** What is drawn over the page in place of a native menu or dialog. */
export interface Overlay {
  readonly root: ShadowRoot;
  /** Shows it, with `content` inside. */
  readonly open: (content: Node, handlers: OverlayHandlers) => void;
  readonly close: () => void;
}

interface OverlayHandlers {
  readonly onKey: (event: KeyboardEvent) => void;
  /** A click on this element of the overlay. */
  readonly onClick: (target: Element) => void;
  readonly onHover: (target: Element) => void;
  /** A press outside of everything that the overlay shows. */
  readonly onOutside: () => void;
}

/**
 * The page must not see what happens in the overlay, as it would not see a native menu: its events end at the window,
 * before any listener of the page, and moving the focus there and back looks like nothing at all.
 */
export function createOverlay(css: string): Overlay {
  const host = document.createElement('holdfast-stand-in-overlay');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  let handlers: OverlayHandlers | null = null;
  let focusBefore: Element | null = null;

  const isInside = (event: Event) => event.composedPath().includes(host);
  const targetOf = (event: Event) => event.composedPath()[0] as Element;

  const handle = (event: Event) => {
    if (handlers === null) return;
    if (!isInside(event)) {
      if (event.type === 'pointerdown') handlers.onOutside();
      if (event instanceof FocusEvent && event.relatedTarget === host) event.stopImmediatePropagation();
      return;
    }
    event.stopImmediatePropagation();
    if (event.type === 'keydown') handlers.onKey(event as KeyboardEvent);
    if (event.type === 'click') handlers.onClick(targetOf(event));
    if (event.type === 'pointerover') handlers.onHover(targetOf(event));
    if (event.type === 'contextmenu') event.preventDefault();
  };
  const kinds = ['keydown', 'keyup', 'keypress', 'pointerdown', 'pointerup', 'pointerover', 'mousedown', 'mouseup'];
  const more = ['click', 'auxclick', 'contextmenu', 'wheel', 'focus', 'focusin', 'blur', 'focusout', 'input', 'paste'];
  for (const kind of [...kinds, ...more]) addEventListener(kind, handle, { capture: true, passive: false });

  const close = () => {
    if (handlers === null) return;
    if (focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    handlers = null;
    root.replaceChildren();
    host.remove();
  };
  const open = (content: Node, newHandlers: OverlayHandlers) => {
    close();
    focusBefore = document.activeElement;
    handlers = newHandlers;
    root.replaceChildren(content);
    document.documentElement.append(host);
  };
  return { root, open, close };
}
