import type { AppInfo } from '#contract/channels.ts';
import type { MenuAction } from '#contract/menu.ts';

/** What a key can ask for: whatever a menu can, and some things that have no place in one. */
export type KeyAction =
  | MenuAction
  /** Zero-based; the last one is wanted as -1. */
  | { readonly kind: 'select-tab'; readonly index: number }
  | { readonly kind: 'show-menu' }
  | { readonly kind: 'close-window' }
  /** By keys whose clipboard, or none, the session's settings name. */
  | { readonly kind: 'copy-by' | 'paste-by'; readonly keys: 'insertKeys' | 'letterKeys' };

/** The part of a KeyboardEvent that decides. */
export type KeyPress = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>;

type Platform = AppInfo['platform'];
type Table = Readonly<Record<string, KeyAction>>;

/** Letters are named by `key`, so that they follow the keyboard's layout, in lower case. */
const shared: Table = {
  'ctrl+shift+t': { kind: 'new-session' },
  'ctrl+shift+o': { kind: 'quick-connect' },
  'ctrl+shift+p': { kind: 'command-palette' },
  'ctrl+shift+w': { kind: 'close-pane' },
  'ctrl+shift+e': { kind: 'split-right' },
  'ctrl+shift+d': { kind: 'split-below' },
  'ctrl+shift+x': { kind: 'zoom-pane' },
  'ctrl+shift+b': { kind: 'broadcast-switch' },
  'ctrl+shift+y': { kind: 'reopen-tab' },
  'alt+arrowleft': { kind: 'focus-left' },
  'alt+arrowright': { kind: 'focus-right' },
  'alt+arrowup': { kind: 'focus-up' },
  'alt+arrowdown': { kind: 'focus-down' },
  'alt+shift+arrowleft': { kind: 'resize-left' },
  'alt+shift+arrowright': { kind: 'resize-right' },
  'alt+shift+arrowup': { kind: 'resize-up' },
  'alt+shift+arrowdown': { kind: 'resize-down' },
  'ctrl+shift+c': { kind: 'copy-by', keys: 'letterKeys' },
  'ctrl+shift+v': { kind: 'paste-by', keys: 'letterKeys' },
  'ctrl+shift+f': { kind: 'find' },
  'ctrl+shift+arrowup': { kind: 'previous-prompt' },
  'ctrl+shift+arrowdown': { kind: 'next-prompt' },
  'ctrl+insert': { kind: 'copy-by', keys: 'insertKeys' },
  'shift+insert': { kind: 'paste-by', keys: 'insertKeys' },
  'shift+f10': { kind: 'show-menu' },
};

/** On every system, as in its browsers. */
const everywhere: Table = {
  'ctrl+tab': { kind: 'next-tab' },
  'ctrl+shift+tab': { kind: 'previous-tab' },
  'ctrl+shift+pageup': { kind: 'move-tab-left' },
  'ctrl+shift+pagedown': { kind: 'move-tab-right' },
};

/** The sizes of the font, by the modifier of the system: as in its browsers; plus is on the key of the equals sign. */
const zooming = (modifier: 'ctrl' | 'meta'): Table => ({
  [`${modifier}+=`]: { kind: 'zoom-in' },
  [`${modifier}++`]: { kind: 'zoom-in' },
  [modifier === 'ctrl' ? 'ctrl+shift++' : 'shift+meta++']: { kind: 'zoom-in' },
  [`${modifier}+-`]: { kind: 'zoom-out' },
  [`${modifier}+0`]: { kind: 'zoom-reset' },
});

const tables: Readonly<Record<Platform, Table>> = {
  windows: { ...everywhere, ...shared, ...zooming('ctrl'), f11: { kind: 'full-screen' } },
  linux: {
    ...everywhere,
    ...shared,
    ...zooming('ctrl'),
    'ctrl+pageup': { kind: 'previous-tab' },
    'ctrl+pagedown': { kind: 'next-tab' },
    f11: { kind: 'full-screen' },
  },
  macos: {
    ...everywhere,
    ...zooming('meta'),
    'meta+t': { kind: 'new-session' },
    'shift+meta+o': { kind: 'quick-connect' },
    'shift+meta+p': { kind: 'command-palette' },
    'meta+w': { kind: 'close-pane' },
    'meta+d': { kind: 'split-right' },
    'shift+meta+d': { kind: 'split-below' },
    'shift+meta+enter': { kind: 'zoom-pane' },
    'shift+meta+i': { kind: 'broadcast-switch' },
    'shift+meta+t': { kind: 'reopen-tab' },
    'alt+meta+arrowleft': { kind: 'focus-left' },
    'alt+meta+arrowright': { kind: 'focus-right' },
    'alt+meta+arrowup': { kind: 'focus-up' },
    'alt+meta+arrowdown': { kind: 'focus-down' },
    'ctrl+meta+arrowleft': { kind: 'resize-left' },
    'ctrl+meta+arrowright': { kind: 'resize-right' },
    'ctrl+meta+arrowup': { kind: 'resize-up' },
    'ctrl+meta+arrowdown': { kind: 'resize-down' },
    'meta+c': { kind: 'copy' },
    'meta+v': { kind: 'paste' },
    'meta+f': { kind: 'find' },
    'meta+arrowup': { kind: 'previous-prompt' },
    'meta+arrowdown': { kind: 'next-prompt' },
    'meta+,': { kind: 'change-settings' },
    'shift+meta+[': { kind: 'previous-tab' },
    'shift+meta+]': { kind: 'next-tab' },
    'ctrl+meta+f': { kind: 'full-screen' },
  },
};

/** The modifier with which a digit selects a tab. */
const digitModifier: Readonly<Record<Platform, string | null>> = { windows: null, linux: 'alt', macos: 'meta' };

/**
 * What a key asks of the program; null leaves it to the terminal. Ctrl and a letter alone always goes to the host.
 */
export function keyAction(platform: Platform, press: KeyPress): KeyAction | null {
  const modifiers = modifiersOf(press);
  const digit = /^Digit([1-9])$/.exec(press.code)?.[1];
  if (digit !== undefined && modifiers === digitModifier[platform]) {
    return { kind: 'select-tab', index: digit === '9' ? -1 : Number(digit) - 1 };
  }
  const name = [modifiers, keyName(press)].filter((part) => part !== '').join('+');
  return tables[platform][name] ?? null;
}

function modifiersOf({ ctrlKey, shiftKey, altKey, metaKey }: KeyPress): string {
  const held = { ctrl: ctrlKey, alt: altKey, shift: shiftKey, meta: metaKey };
  return Object.entries(held)
    .flatMap(([name, isHeld]) => (isHeld ? [name] : []))
    .join('+');
}

/** What a key is called in the tables: what it types, or its place where that is no ASCII letter or changes with Shift. */
function keyName({ code, key }: KeyPress): string {
  if (code === 'BracketLeft') return '[';
  if (code === 'BracketRight') return ']';
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const typesOtherScript = (key.codePointAt(0) ?? 0) > 0x7f;
  return (letter !== undefined && typesOtherScript ? letter : key).toLowerCase();
}
