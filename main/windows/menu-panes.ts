import type { MenuItemConstructorOptions } from 'electron';
import type { Side } from '#contract/layout.ts';
import type { MenuContext } from '#contract/menu.ts';
import { type MenuEntries, separator } from './menu-entry.ts';

/** What is done to the panes of a tab. `savedSessions`: names of those that a new pane can be of. */
export function panesMenu(
  { entry, item }: MenuEntries,
  { hasSession, isSplit }: MenuContext,
  savedSessions: readonly string[],
): MenuItemConstructorOptions {
  const saved = (label: string, side: Side): MenuItemConstructorOptions => ({
    label,
    enabled: savedSessions.length > 0,
    submenu: savedSessions.map((name) => item(name, { kind: 'open-saved', name, side })),
  });
  return {
    label: 'Panes',
    enabled: hasSession,
    submenu: [
      entry('split-right', hasSession, 'Cmd+D', 'Ctrl+Shift+E'),
      entry('split-below', hasSession, 'Shift+Cmd+D', 'Ctrl+Shift+D'),
      saved('Open Saved Session at the Right', 'right'),
      saved('Open Saved Session Below', 'below'),
      separator,
      entry('zoom-pane', isSplit, 'Shift+Cmd+Enter', 'Ctrl+Shift+X'),
      entry('focus-left', isSplit, 'Alt+Cmd+Left', 'Alt+Left'),
      entry('focus-right', isSplit, 'Alt+Cmd+Right', 'Alt+Right'),
      entry('focus-up', isSplit, 'Alt+Cmd+Up', 'Alt+Up'),
      entry('focus-down', isSplit, 'Alt+Cmd+Down', 'Alt+Down'),
      separator,
      entry('close-pane', isSplit, 'Cmd+W', 'Ctrl+Shift+W'),
      separator,
      entry('broadcast-switch', hasSession, 'Shift+Cmd+I', 'Ctrl+Shift+B'),
      entry('broadcast-tab', isSplit),
      entry('broadcast-all', hasSession),
      entry('broadcast-pick', hasSession),
    ],
  };
}
