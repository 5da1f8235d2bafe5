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
  'copy',
  'paste',
  'copy-all',
  'clear-scrollback',
  'reset-terminal',
  'find',
  'previous-prompt',
  'next-prompt',
  'rename-tab',
  'close-tab',
  'next-tab',
  'previous-tab',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'full-screen',
  'about',
] as const;

/** What menus and the command palette call them: PuTTY's words where PuTTY has the entry. */
export const actionLabels: Readonly<Record<(typeof menuActions)[number], string>> = {
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
  copy: 'Copy',
  paste: 'Paste',
  'copy-all': 'Copy All to Clipboard',
  'clear-scrollback': 'Clear Scrollback',
  'reset-terminal': 'Reset Terminal',
  find: 'Find…',
  'previous-prompt': 'Previous Prompt',
  'next-prompt': 'Next Prompt',
  'rename-tab': 'Rename Tab…',
  'close-tab': 'Close Tab',
  'next-tab': 'Next Tab',
  'previous-tab': 'Previous Tab',
  'zoom-in': 'Larger Font',
  'zoom-out': 'Smaller Font',
  'zoom-reset': 'Font of the Settings',
  'full-screen': 'Full Screen',
  about: 'About Holdfast',
};

export type MenuAction =
  | { readonly kind: (typeof menuActions)[number] }
  | { readonly kind: 'open-saved'; readonly name: string };

/** What the menu can offer now. */
export interface MenuContext {
  /** A tab is shown. */
  readonly hasSession: boolean;
  /** Its session is closed and can be restarted. */
  readonly canRestart: boolean;
  readonly hasSelection: boolean;
}
