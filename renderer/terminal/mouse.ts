import type { IDisposable, Terminal } from '@xterm/xterm';
import type { AppInfo, ClipboardKind } from '#contract/channels.ts';

export interface MouseActions {
  /** The user selected text with the mouse, on a system where that copies. */
  readonly copyTo: (to: ClipboardKind) => void;
  readonly pasteFrom: (from: ClipboardKind) => void;
  readonly showMenu: () => void;
}

/** Where a finished selection goes: Windows terminals copy it, X11 has PRIMARY for it, macOS does nothing. */
const selectionGoesTo: Readonly<Record<AppInfo['platform'], ClipboardKind | null>> = {
  windows: 'clipboard',
  linux: 'selection',
  macos: null,
};

/**
 * Selecting, pasting and the context menu with the mouse, as each system expects them. Events are taken before
 * xterm.js sees them, unless the program in the terminal has asked for the mouse; Shift overrides it, as in xterm.
 */
export function bindMouse(
  terminal: Terminal,
  element: HTMLElement,
  platform: AppInfo['platform'],
  actions: MouseActions,
): IDisposable {
  const undo = new AbortController();
  const listen = <K extends keyof HTMLElementEventMap>(name: K, handle: (event: HTMLElementEventMap[K]) => void) =>
    element.addEventListener(name, handle, { capture: true, signal: undo.signal });
  const isHosts = (event: MouseEvent) => terminal.modes.mouseTrackingMode !== 'none' && !event.shiftKey;
  const take = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };

  let selecting = false;
  const to = selectionGoesTo[platform];
  if (to !== null) {
    listen('mousedown', (event) => {
      if (event.button === 0) selecting = true;
    });
    // On the window, because a drag may end outside the terminal; bubbling, because xterm.js ends its own drag first.
    const finish = () => {
      if (selecting && terminal.hasSelection()) actions.copyTo(to);
      selecting = false;
    };
    window.addEventListener('mouseup', finish, { signal: undo.signal });
  }

  if (platform === 'linux') {
    // Chromium's own paste by the middle button is suppressed: it would come a second time.
    const isPaste = (event: MouseEvent) => event.button === 1 && !isHosts(event);
    for (const name of ['mousedown', 'mouseup'] as const) {
      listen(name, (event) => {
        if (isPaste(event)) take(event);
      });
    }
    listen('auxclick', (event) => {
      if (!isPaste(event)) return;
      take(event);
      terminal.focus();
      actions.pasteFrom('selection');
    });
  }

  listen('contextmenu', (event) => {
    take(event);
    const byRightButton = event.button === 2;
    if (byRightButton && isHosts(event)) return;
    if (byRightButton && platform === 'windows' && !event.ctrlKey) actions.pasteFrom('clipboard');
    else actions.showMenu();
  });

  return { dispose: () => undo.abort() };
}
