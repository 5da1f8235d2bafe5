import type { MenuItemConstructorOptions } from 'electron';
import type { MenuAction, MenuContext } from '#contract/menu.ts';
import type { WindowId } from '#contract/tab.ts';
import { createMenuEntries, separator } from './menu-entry.ts';
import { panesMenu } from './menu-panes.ts';
import { tabMenu } from './menu-tab.ts';

/** More saved sessions than this do not fit a menu: the configuration dialog lists them all. */
const maxSavedSessions = 40;

export interface SessionMenuOptions {
  readonly context: MenuContext;
  /** The other windows of the program. */
  readonly windows: readonly { readonly id: WindowId; readonly title: string }[];
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
  const { context, platform } = options;
  const savedSessions = options.savedSessions.slice(0, maxSavedSessions);
  const entries = createMenuEntries(platform, options.onAction);
  const { entry, item } = entries;
  const { hasSession, hasSelection, canRestart, isSplit } = context;
  if (context.of === 'tab') return tabMenu(entries, hasSession, options.windows);

  return [
    entry('copy', hasSelection, 'Cmd+C', 'Ctrl+Shift+C'),
    entry('paste', hasSession, 'Cmd+V', 'Ctrl+Shift+V'),
    separator,
    entry('event-log', hasSession),
    entry('tunnels', hasSession),
    entry('files', hasSession),
    separator,
    entry('new-session', true, 'Cmd+T', 'Ctrl+Shift+T'),
    entry('quick-connect', true, 'Shift+Cmd+O', 'Ctrl+Shift+O'),
    entry('duplicate-session', hasSession),
    {
      label: 'Saved Sessions',
      enabled: savedSessions.length > 0,
      submenu: savedSessions.map((name) => item(name, { kind: 'open-saved', name })),
    },
    entry('import-sessions'),
    entry('export-sessions'),
    entry('restart-session', canRestart),
    entry('change-settings', hasSession, 'Cmd+,', ''),
    separator,
    entry('copy-all', hasSession),
    entry('clear-scrollback', hasSession),
    entry('reset-terminal', hasSession),
    entry('find', hasSession, 'Cmd+F', 'Ctrl+Shift+F'),
    entry('previous-prompt', hasSession, 'Cmd+Up', 'Ctrl+Shift+Up'),
    entry('next-prompt', hasSession, 'Cmd+Down', 'Ctrl+Shift+Down'),
    separator,
    panesMenu(entries, context, savedSessions),
    { label: 'Tab', enabled: hasSession, submenu: tabMenu(entries, hasSession, options.windows) },
    entry('rename-tab', hasSession),
    isSplit ? entry('close-tab', hasSession) : entry('close-tab', hasSession, 'Cmd+W', 'Ctrl+Shift+W'),
    separator,
    entry('command-palette', true, 'Shift+Cmd+P', 'Ctrl+Shift+P'),
    {
      label: 'Font Size',
      enabled: hasSession,
      submenu: [
        entry('zoom-in', true, 'Cmd+=', 'Ctrl+='),
        entry('zoom-out', true, 'Cmd+-', 'Ctrl+-'),
        entry('zoom-reset', true, 'Cmd+0', 'Ctrl+0'),
      ],
    },
    entry('full-screen', true, 'Ctrl+Cmd+F', 'F11'),
    {
      label: 'Open ssh:// Links',
      type: 'checkbox',
      checked: options.followsLinks,
      click: ({ checked }) => options.onFollowLinks(checked),
    },
    entry('about'),
  ];
}
