import type { MenuItemConstructorOptions } from 'electron';
import type { MenuAction, MenuContext } from '#contract/menu.ts';

/** More saved sessions than this do not fit a menu: the configuration dialog lists them all. */
const maxSavedSessions = 40;

export interface SessionMenuOptions {
  readonly context: MenuContext;
  /** Names of the saved sessions, in order. */
  readonly savedSessions: readonly string[];
  readonly platform: NodeJS.Platform;
  /** Whether ssh:// links are followed. */
  readonly followsLinks: boolean;
  readonly onFollowLinks: (follow: boolean) => void;
  readonly onAction: (action: MenuAction) => void;
}

/** The window and context menu of a session, PuTTY's entries in PuTTY's order. */
export function sessionMenu(options: SessionMenuOptions): MenuItemConstructorOptions[] {
  const { context, savedSessions, platform, onAction } = options;
  const key = (mac: string, other: string) => (platform === 'darwin' ? mac : other);

  const entry = (label: string, kind: Exclude<MenuAction['kind'], 'open-saved'>, enabled = true, accelerator = '') => ({
    label,
    enabled,
    // The page handles the keys, so that a key reaches the session where the menu does not want it.
    ...(accelerator === '' ? {} : { accelerator, registerAccelerator: false }),
    click: () => onAction({ kind }),
  });
  const separator = { type: 'separator' as const };
  const { hasSession, hasSelection, canRestart } = context;

  return [
    entry('Copy', 'copy', hasSelection, key('Cmd+C', 'Ctrl+Shift+C')),
    entry('Paste', 'paste', hasSession, key('Cmd+V', 'Ctrl+Shift+V')),
    separator,
    entry('Event Log', 'event-log', hasSession),
    entry('Tunnels…', 'tunnels', hasSession),
    separator,
    entry('New Session…', 'new-session', true, key('Cmd+T', 'Ctrl+Shift+T')),
    entry('Duplicate Session', 'duplicate-session', hasSession),
    savedSessionsMenu(savedSessions, onAction),
    entry('Import Sessions…', 'import-sessions'),
    entry('Export Sessions…', 'export-sessions'),
    entry('Restart Session', 'restart-session', canRestart),
    entry('Change Settings…', 'change-settings', hasSession, key('Cmd+,', '')),
    separator,
    entry('Copy All to Clipboard', 'copy-all', hasSession),
    entry('Clear Scrollback', 'clear-scrollback', hasSession),
    entry('Reset Terminal', 'reset-terminal', hasSession),
    entry('Find…', 'find', hasSession, key('Cmd+F', 'Ctrl+Shift+F')),
    separator,
    entry('Rename Tab…', 'rename-tab', hasSession),
    entry('Close Tab', 'close-tab', hasSession, key('Cmd+W', 'Ctrl+Shift+W')),
    separator,
    entry('Full Screen', 'full-screen', true, fullScreenKey(platform)),
    {
      label: 'Open ssh:// Links',
      type: 'checkbox',
      checked: options.followsLinks,
      click: ({ checked }) => options.onFollowLinks(checked),
    },
    entry('About Holdfast', 'about'),
  ];
}

function savedSessionsMenu(
  names: readonly string[],
  onAction: SessionMenuOptions['onAction'],
): MenuItemConstructorOptions {
  return {
    label: 'Saved Sessions',
    enabled: names.length > 0,
    submenu: names.slice(0, maxSavedSessions).map((name) => ({
      // An ampersand marks an access key in a label; doubled it is itself.
      label: name.replaceAll('&', '&&'),
      click: () => onAction({ kind: 'open-saved', name }),
    })),
  };
}

function fullScreenKey(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'Alt+Enter';
  return platform === 'darwin' ? 'Ctrl+Cmd+F' : 'F11';
}
