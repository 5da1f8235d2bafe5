import type { AppInfo } from '#contract/channels.ts';
import type { MenuAction, menuActions } from '#contract/menu.ts';

/** The contract's menu actions, one member for each, so that a switch can tell them apart. */
type SimpleAction = { [K in (typeof menuActions)[number]]: { readonly kind: K } }[(typeof menuActions)[number]];

/** What a key can ask for: whatever a menu can, and some things that have no place in one. */
export type KeyAction =
  | SimpleAction
  | Extract<MenuAction, { readonly kind: 'open-saved' }>
  /** Zero-based; the last one is wanted as -1. */
  | { readonly kind: 'select-tab'; readonly index: number }
  | { readonly kind: 'move-tab'; readonly by: 1 | -1 }
  | { readonly kind: 'show-menu' }
  | { readonly kind: 'close-window' };

/** The part of a KeyboardEvent that decides. */
export type KeyPress = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>;

type Platform = AppInfo['platform'];
type Table = Readonly<Record<string, KeyAction>>;

/** Letters are named by `key`, so that they follow the keyboard's layout, in lower case. */
const shared: Table = {
  'ctrl+shift+t': { kind: 'new-session' },
  'ctrl+shift+o': { kind: 'quick-connect' },
  'ctrl+shift+p': { kind: 'command-palette' },
  'ctrl+shift+w': { kind: 'close-tab' },
  'ctrl+shift+c': { kind: 'copy' },
  'ctrl+shift+v': { kind: 'paste' },
  'ctrl+shift+f': { kind: 'find' },
  'ctrl+shift+arrowup': { kind: 'previous-prompt' },
  'ctrl+shift+arrowdown': { kind: 'next-prompt' },
  'ctrl+insert': { kind: 'copy' },
  'shift+insert': { kind: 'paste' },
  'shift+f10': { kind: 'show-menu' },
};

/** On every system, as in its browsers. */
const everywhere: Table = {
  'ctrl+tab': { kind: 'next-tab' },
  'ctrl+shift+tab': { kind: 'previous-tab' },
  'ctrl+shift+pageup': { kind: 'move-tab', by: -1 },
  'ctrl+shift+pagedown': { kind: 'move-tab', by: 1 },
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
    'meta+w': { kind: 'close-tab' },
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
