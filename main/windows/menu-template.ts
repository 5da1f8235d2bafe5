import type { MenuItemConstructorOptions } from 'electron';
import { actionLabels, type MenuAction, type MenuContext } from '#contract/menu.ts';

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

  const entry = (kind: Exclude<MenuAction['kind'], 'open-saved'>, enabled = true, accelerator = '') => ({
    label: actionLabels[kind],
    enabled,
    // The page handles the keys, so that a key reaches the session where the menu does not want it.
    ...(accelerator === '' ? {} : { accelerator, registerAccelerator: false }),
    click: () => onAction({ kind }),
  });
  const separator = { type: 'separator' as const };
  const { hasSession, hasSelection, canRestart } = context;

  return [
    entry('copy', hasSelection, key('Cmd+C', 'Ctrl+Shift+C')),
    entry('paste', hasSession, key('Cmd+V', 'Ctrl+Shift+V')),
    separator,
    entry('event-log', hasSession),
    entry('tunnels', hasSession),
    separator,
    entry('new-session', true, key('Cmd+T', 'Ctrl+Shift+T')),
    entry('quick-connect', true, key('Shift+Cmd+O', 'Ctrl+Shift+O')),
    entry('duplicate-session', hasSession),
    savedSessionsMenu(savedSessions, onAction),
    entry('import-sessions'),
    entry('export-sessions'),
    entry('restart-session', canRestart),
    entry('change-settings', hasSession, key('Cmd+,', '')),
    separator,
    entry('copy-all', hasSession),
    entry('clear-scrollback', hasSession),
    entry('reset-terminal', hasSession),
    entry('find', hasSession, key('Cmd+F', 'Ctrl+Shift+F')),
    entry('previous-prompt', hasSession, key('Cmd+Up', 'Ctrl+Shift+Up')),
    entry('next-prompt', hasSession, key('Cmd+Down', 'Ctrl+Shift+Down')),
    separator,
    entry('rename-tab', hasSession),
    entry('close-tab', hasSession, key('Cmd+W', 'Ctrl+Shift+W')),
    separator,
    entry('command-palette', true, key('Shift+Cmd+P', 'Ctrl+Shift+P')),
    {
      label: 'Font Size',
      enabled: hasSession,
      submenu: [
        entry('zoom-in', true, key('Cmd+=', 'Ctrl+=')),
        entry('zoom-out', true, key('Cmd+-', 'Ctrl+-')),
        entry('zoom-reset', true, key('Cmd+0', 'Ctrl+0')),
      ],
    },
    entry('full-screen', true, fullScreenKey(platform)),
    {
      label: 'Open ssh:// Links',
      type: 'checkbox',
      checked: options.followsLinks,
      click: ({ checked }) => options.onFollowLinks(checked),
    },
    entry('about'),
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
  return platform === 'darwin' ? 'Ctrl+Cmd+F' : 'F11';
}
