/** What menus and keys can ask for. The window performs it; main only shows the menu. */
export const menuActions = [
  'new-session',
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
  'rename-tab',
  'close-tab',
  'next-tab',
  'previous-tab',
  'full-screen',
  'about',
] as const;

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
