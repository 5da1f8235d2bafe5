import type { Terminal } from '@xterm/xterm';
import type { AppInfo, ClipboardKind } from '#contract/channels/channels.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalPart } from '../terminal-parts.ts';
import { type ButtonAction, copiesAtOnce, mousePastes, mouseScheme } from './mouse-scheme.ts';

export interface MouseActions {
  readonly copyTo: (to: ClipboardKind) => void;
  readonly pasteFrom: (from: ClipboardKind) => void;
  readonly showMenu: () => void;
}

const buttons = { left: 0, middle: 1, right: 2 } as const;

/**
 * Selecting, pasting and the context menu with the mouse, as the profile has it. Events are taken before xterm.js sees
 * them, unless the program in the terminal has asked for the mouse; Shift overrides it, as in xterm.
 */
export function bindMouse(
  terminal: Terminal,
  element: HTMLElement,
  platform: AppInfo['platform'],
  actions: MouseActions,
  profile: Profile,
): TerminalPart {
  const undo = new AbortController();
  const listen = <K extends keyof HTMLElementEventMap>(name: K, handle: (event: HTMLElementEventMap[K]) => void) =>
    element.addEventListener(name, handle, { capture: true, signal: undo.signal });
  const isTracked = () => terminal.modes.mouseTrackingMode !== 'none';
  const isHosts = ({ shiftKey }: MouseEvent) => isTracked() && !(shiftKey && settings.mouseOverride);
  const take = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };

  let settings = profile;
  let selecting = false;
  /** What xterm.js gets in place of the user's own event; seen here first, on its way. */
  let replacement: MouseEvent | null = null;
  const replace = (event: MouseEvent, init: MouseEventInit) => {
    take(event);
    replacement = likeButWith(event, init);
    event.target?.dispatchEvent(replacement);
    replacement = null;
  };

  /** By a left click with Shift, as which xterm.js extends; the drag that follows goes on with it. */
  const extend = (event: MouseEvent) => {
    selecting = true;
    replace(event, { button: buttons.left, buttons: 1, shiftKey: true, altKey: false, detail: 1 });
  };

  const handleLeft = (event: MouseEvent) => {
    // xterm.js lets Shift override the program in any case: it has no say while the setting is off.
    if (isHosts(event)) return event.shiftKey ? replace(event, { shiftKey: false }) : undefined;
    selecting = true;
    const isBlock = settings.selectionMode === 'rectangular';
    // Alt selects a block in xterm.js.
    return isBlock && !event.shiftKey ? replace(event, { altKey: !event.altKey }) : undefined;
  };

  const actionOf = ({ button, ctrlKey }: MouseEvent): ButtonAction => {
    const { middle, right } = mouseScheme(settings, platform);
    if (button === buttons.right) return ctrlKey ? 'menu' : right;
    return button === buttons.middle ? middle : 'none';
  };
  const paste = () => {
    const from = mousePastes(settings, platform);
    terminal.focus();
    if (from !== null) actions.pasteFrom(from);
  };

  listen('mousedown', (event) => {
    if (event === replacement) return;
    if (event.button === buttons.left) return handleLeft(event);
    if (isHosts(event)) return;
    const action = actionOf(event);
    if (action === 'extend') extend(event);
    // Chromium's own paste or scrolling by the middle button would come beside it.
    else if (event.button === buttons.middle) take(event);
  });
  listen('mouseup', (event) => {
    // xterm.js ends its own drag by this event.
    if (event.button === buttons.middle && !isHosts(event)) event.preventDefault();
  });
  listen('auxclick', (event) => {
    if (event.button !== buttons.middle || isHosts(event)) return;
    take(event);
    if (actionOf(event) === 'paste') paste();
  });
  listen('contextmenu', (event) => {
    take(event);
    // The keyboard asks for the menu, too, with another button.
    if (event.button !== buttons.right) return actions.showMenu();
    if (isHosts(event)) return;
    const action = actionOf(event);
    if (action === 'paste') paste();
    if (action === 'menu') actions.showMenu();
  });

  // On the window, and before others, because a drag may end anywhere, also on what keeps the event for itself.
  const finish = () => {
    if (selecting && terminal.hasSelection()) {
      actions.copyTo('selection');
      if (copiesAtOnce(settings, platform)) actions.copyTo('clipboard');
    }
    selecting = false;
  };
  window.addEventListener('mouseup', finish, { capture: true, signal: undo.signal });

  return {
    apply: (next) => {
      settings = next;
    },
    dispose: () => undo.abort(),
  };
}

/** The same event but for these; listeners of the page see no other difference. */
function likeButWith(event: MouseEvent, init: MouseEventInit): MouseEvent {
  const { detail, view, screenX, screenY, clientX, clientY, ctrlKey, shiftKey, altKey, metaKey, button } = event;
  const keys = { ctrlKey, shiftKey, altKey, metaKey };
  const place = { screenX, screenY, clientX, clientY };
  const { buttons: held } = event;
  return new MouseEvent(event.type, {
    ...{ bubbles: true, cancelable: true, composed: true, detail, view, ...place, ...keys, button, buttons: held },
    ...init,
  });
}
