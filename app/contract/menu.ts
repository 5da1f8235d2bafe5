import type { LanguageChoice } from './language/choice.ts';
import { english } from './language/language.ts';
import type { Profile } from './profile/profile.ts';
import type { Side } from './tabs/layout.ts';
import type { WindowId } from './tabs/tab.ts';

/** What menus and keys can ask for. The window performs it; main only shows the menu. */
export const menuActions = [
  'new-session',
  'quick-connect',
  'command-palette',
  'duplicate-session',
  'restart-session',
  'import-sessions',
  'export-sessions',
  'change-settings',
  'event-log',
  'tunnels',
  'files',
  'copy',
  'paste',
  'copy-all',
  'clear-scrollback',
  'reset-terminal',
  'find',
  'previous-prompt',
  'next-prompt',
  'split-right',
  'split-below',
  'zoom-pane',
  'focus-left',
  'focus-right',
  'focus-up',
  'focus-down',
  'resize-left',
  'resize-right',
  'resize-up',
  'resize-down',
  'move-pane-to-tab',
  'close-pane',
  'broadcast-switch',
  'broadcast-tab',
  'broadcast-all',
  'broadcast-pick',
  'rename-tab',
  'duplicate-tab',
  'move-tab-left',
  'move-tab-right',
  'move-to-new-window',
  'close-tab',
  'close-other-tabs',
  'close-tabs-to-right',
  'reopen-tab',
  'next-tab',
  'previous-tab',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'dismiss-notices',
  'full-screen',
  'keyboard-shortcuts',
  'about',
] as const;

/** What menus and the command palette call them: PuTTY's words where PuTTY has the entry. */
export const actionLabels: Readonly<Record<(typeof menuActions)[number], string>> = english({
  'new-session': 'New Session…',
  'quick-connect': 'Quick Connect…',
  'import-sessions': 'Import Sessions…',
  'export-sessions': 'Export Sessions…',
  'command-palette': 'Command Palette…',
  'duplicate-session': 'Duplicate Session',
  'restart-session': 'Restart Session',
  'change-settings': 'Change Settings…',
  'event-log': 'Event Log',
  tunnels: 'Tunnels…',
  files: 'Files',
  copy: 'Copy',
  paste: 'Paste',
  'copy-all': 'Copy All to Clipboard',
  'clear-scrollback': 'Clear Scrollback',
  'reset-terminal': 'Reset Terminal',
  find: 'Find…',
  'previous-prompt': 'Previous Prompt',
  'next-prompt': 'Next Prompt',
  'split-right': 'Split Right',
  'split-below': 'Split Below',
  'zoom-pane': 'Zoom Pane',
  'focus-left': 'Focus the Pane at the Left',
  'focus-right': 'Focus the Pane at the Right',
  'focus-up': 'Focus the Pane Above',
  'focus-down': 'Focus the Pane Below',
  'resize-left': 'Move the Divider Left',
  'resize-right': 'Move the Divider Right',
  'resize-up': 'Move the Divider Up',
  'resize-down': 'Move the Divider Down',
  'move-pane-to-tab': 'Move Pane to Its Own Tab',
  'close-pane': 'Close Pane',
  'broadcast-switch': 'Broadcast Typing On or Off',
  'broadcast-tab': 'Broadcast to the Panes of This Tab',
  'broadcast-all': 'Broadcast to All Tabs',
  'broadcast-pick': 'Broadcast to Chosen Panes…',
  'rename-tab': 'Rename Tab…',
  'duplicate-tab': 'Duplicate Tab',
  'move-tab-left': 'Move Tab Left',
  'move-tab-right': 'Move Tab Right',
  'move-to-new-window': 'Move Tab to New Window',
  'close-tab': 'Close Tab',
  'close-other-tabs': 'Close Other Tabs',
  'close-tabs-to-right': 'Close Tabs to the Right',
  'reopen-tab': 'Reopen Closed Tab',
  'next-tab': 'Next Tab',
  'previous-tab': 'Previous Tab',
  'zoom-in': 'Larger Font',
  'zoom-out': 'Smaller Font',
  'zoom-reset': 'Font of the Settings',
  'dismiss-notices': 'Dismiss Notices',
  'full-screen': 'Full Screen',
  'keyboard-shortcuts': 'Keyboard Shortcuts…',
  about: 'About Holdfast',
});

/** One that needs nothing but its name: a member for each, so that a switch can tell them apart. */
type SimpleAction = { [K in (typeof menuActions)[number]]: { readonly kind: K } }[(typeof menuActions)[number]];

export type MenuAction =
  | SimpleAction
  /** In a pane beside the focused one where a side is given, else in a tab. */
  | { readonly kind: 'open-saved'; readonly name: string; readonly side?: Side }
  | { readonly kind: 'move-to-window'; readonly window: WindowId }
  | { readonly kind: 'tab-colour'; readonly colour: Profile['colour'] }
  /** Of the whole program. */
  | { readonly kind: 'language'; readonly choice: LanguageChoice };

/** What the menu can offer now. */
export interface MenuContext {
  /** A tab is shown. */
  readonly hasSession: boolean;
  /** Its session is closed and can be restarted. */
  readonly canRestart: boolean;
  readonly hasSelection: boolean;
  /** Its tab has several panes. */
  readonly isSplit: boolean;
  /** The focused pane has room for another one at its right, and below it. */
  readonly hasRoomAtRight: boolean;
  readonly hasRoomBelow: boolean;
  /** Other tabs stand before it in its row, and behind it. */
  readonly hasTabsAtLeft: boolean;
  readonly hasTabsAtRight: boolean;
  /** What the menu is of: all that can be done, or a tab alone. */
  readonly of: 'session' | 'tab';
}
