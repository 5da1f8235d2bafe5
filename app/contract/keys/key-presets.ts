import type { menuActions } from '../menu.ts';
import type { System } from '../settings/definition.ts';

/** What a key can be bound to: an entry of a menu, the menu itself, and what the Selection panel has clipboards for. */
export type BoundAction =
  | (typeof menuActions)[number]
  | 'show-menu'
  | 'copy-by-letter'
  | 'paste-by-letter'
  | 'copy-by-insert'
  | 'paste-by-insert';

/** By the key's name: `ctrl+shift+t`, its modifiers in the order ctrl, alt, shift, meta. Letters are those of the layout. */
export type KeyTable = Readonly<Record<string, BoundAction>>;

const tabs: KeyTable = {
  'ctrl+tab': 'next-tab',
  'ctrl+shift+tab': 'previous-tab',
  'ctrl+shift+pageup': 'move-tab-left',
  'ctrl+shift+pagedown': 'move-tab-right',
};

/** The keys that PuTTY has, and what a window with tabs can't be without: all others go to the host. */
const putty: KeyTable = {
  ...tabs,
  'ctrl+shift+c': 'copy-by-letter',
  'ctrl+shift+v': 'paste-by-letter',
  'ctrl+insert': 'copy-by-insert',
  'shift+insert': 'paste-by-insert',
  'shift+f10': 'show-menu',
};

const desktop: KeyTable = {
  ...putty,
  'ctrl+shift+t': 'new-session',
  'ctrl+shift+o': 'quick-connect',
  'ctrl+shift+p': 'command-palette',
  'ctrl+shift+w': 'close-pane',
  'ctrl+shift+e': 'split-right',
  'ctrl+shift+d': 'split-below',
  'ctrl+shift+x': 'zoom-pane',
  'ctrl+shift+b': 'broadcast-switch',
  'ctrl+shift+y': 'reopen-tab',
  'alt+arrowleft': 'focus-left',
  'alt+arrowright': 'focus-right',
  'alt+arrowup': 'focus-up',
  'alt+arrowdown': 'focus-down',
  'alt+shift+arrowleft': 'resize-left',
  'alt+shift+arrowright': 'resize-right',
  'alt+shift+arrowup': 'resize-up',
  'alt+shift+arrowdown': 'resize-down',
  'ctrl+shift+f': 'find',
  'ctrl+shift+arrowup': 'previous-prompt',
  'ctrl+shift+arrowdown': 'next-prompt',
  'ctrl+shift+m': 'dismiss-notices',
  f11: 'full-screen',
  // Plus is on the key of the equals sign.
  'ctrl+=': 'zoom-in',
  'ctrl++': 'zoom-in',
  'ctrl+shift++': 'zoom-in',
  'ctrl+-': 'zoom-out',
  'ctrl+0': 'zoom-reset',
};

const macos: KeyTable = {
  ...tabs,
  'meta+t': 'new-session',
  'shift+meta+o': 'quick-connect',
  'shift+meta+p': 'command-palette',
  'meta+w': 'close-pane',
  'meta+d': 'split-right',
  'shift+meta+d': 'split-below',
  'shift+meta+enter': 'zoom-pane',
  'shift+meta+i': 'broadcast-switch',
  'shift+meta+t': 'reopen-tab',
  'alt+meta+arrowleft': 'focus-left',
  'alt+meta+arrowright': 'focus-right',
  'alt+meta+arrowup': 'focus-up',
  'alt+meta+arrowdown': 'focus-down',
  'ctrl+meta+arrowleft': 'resize-left',
  'ctrl+meta+arrowright': 'resize-right',
  'ctrl+meta+arrowup': 'resize-up',
  'ctrl+meta+arrowdown': 'resize-down',
  'meta+c': 'copy',
  'meta+v': 'paste',
  'meta+f': 'find',
  'meta+arrowup': 'previous-prompt',
  'meta+arrowdown': 'next-prompt',
  'meta+,': 'change-settings',
  'shift+meta+[': 'previous-tab',
  'shift+meta+]': 'next-tab',
  'shift+meta+m': 'dismiss-notices',
  'ctrl+meta+f': 'full-screen',
  'meta+=': 'zoom-in',
  'meta++': 'zoom-in',
  'shift+meta++': 'zoom-in',
  'meta+-': 'zoom-out',
  'meta+0': 'zoom-reset',
};

/** Keys to begin with, in the manner of PuTTY or of a system's own terminals. */
export const keyPresets = {
  putty,
  windows: desktop,
  linux: { ...desktop, 'ctrl+pageup': 'previous-tab', 'ctrl+pagedown': 'next-tab' },
  macos,
} as const satisfies Record<'putty' | System, KeyTable>;

export type KeyPreset = keyof typeof keyPresets;

export const presetLabels: Readonly<Record<KeyPreset, string>> = {
  putty: 'PuTTY',
  windows: 'Windows',
  linux: 'Linux',
  macos: 'macOS',
};

/** The modifier with which a digit shows the tab of that number. */
export const digitModifiers: Readonly<Record<KeyPreset, string | null>> = {
  putty: null,
  windows: null,
  linux: 'alt',
  macos: 'meta',
};
