import type { AppInfo } from '#contract/channels/channels.ts';
import type { Actions } from '../actions/actions.ts';
import { type KeyAction, type Keys, keyAction } from './keys.ts';
import { createAltAlone, type SystemKeys, systemKeyAction } from './system-keys.ts';

interface KeyListenerOptions {
  readonly platform: AppInfo['platform'];
  readonly keys: () => Keys;
  readonly actions: Pick<Actions, 'takes' | 'perform'>;
  /** What the session in front has chosen; null without one. */
  readonly systemKeys: () => SystemKeys | null;
}

/**
 * Performs the program's own keys, before the terminal could send them to the host; the returned function ends that.
 * In a text field, copying, pasting and the like stay the field's.
 */
export function listenForKeys({
  platform,
  keys,
  actions: { takes, perform },
  systemKeys,
}: KeyListenerOptions): () => void {
  const undo = new AbortController();
  const listen = <K extends 'keydown' | 'keyup' | 'mousedown'>(name: K, handle: (event: WindowEventMap[K]) => void) =>
    window.addEventListener(name, handle, { capture: true, signal: undo.signal });
  const isAltAlone = createAltAlone();

  listen('keydown', (event) => {
    isAltAlone(event);
    if (isAsked(event.target)) return;
    const system = systemKeys();
    const action = keyAction(keys(), event) ?? (system && systemKeyAction(platform, event, system));
    if (action === null || !takes(action) || (isTextAction(action) && isTextField(event.target))) return;
    event.preventDefault();
    event.stopPropagation();
    perform(action);
  });
  listen('keyup', (event) => {
    if (isAltAlone(event) && platform !== 'macos' && systemKeys()?.altOnly === true) perform({ kind: 'show-menu' });
  });
  listen('mousedown', isAltAlone);
  return () => undo.abort();
}

const textActions: readonly KeyAction['kind'][] = ['copy', 'paste', 'copy-by', 'paste-by'];
const isTextAction = ({ kind }: KeyAction) => textActions.includes(kind);

/** A field that a key is to be pressed into. */
const isAsked = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('[data-key-capture]') !== null;

/** The terminal's own textarea is no text field of the program's. */
function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea') && target.closest('.terminal-view') === null
  );
}
