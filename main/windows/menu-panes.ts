import type { MenuItemConstructorOptions } from 'electron';
import { t } from '#contract/language/language.ts';
import type { MenuContext } from '#contract/menu.ts';
import type { Side } from '#contract/tabs/layout.ts';
import { type MenuEntries, separator } from './menu-entry.ts';

/** What is done to the panes of a tab. `savedSessions`: names of those that a new pane can be of. */
export function panesMenu(
  { entry, item }: MenuEntries,
  { hasSession, isSplit, hasRoomAtRight, hasRoomBelow }: MenuContext,
  savedSessions: readonly string[],
): MenuItemConstructorOptions {
  const saved = (label: string, side: Side, hasRoom: boolean): MenuItemConstructorOptions => ({
    label,
    enabled: hasRoom && savedSessions.length > 0,
    submenu: savedSessions.map((name) => item(name, { kind: 'open-saved', name, side })),
  });
  return {
    label: t('Panes'),
    enabled: hasSession,
    submenu: [
      entry('split-right', hasRoomAtRight),
      entry('split-below', hasRoomBelow),
      saved(t('Open Saved Session at the Right'), 'right', hasRoomAtRight),
      saved(t('Open Saved Session Below'), 'below', hasRoomBelow),
      separator,
      entry('zoom-pane', isSplit),
      entry('focus-left', isSplit),
      entry('focus-right', isSplit),
      entry('focus-up', isSplit),
      entry('focus-down', isSplit),
      separator,
      entry('move-pane-to-tab', isSplit),
      entry('close-pane', isSplit),
      separator,
      entry('broadcast-switch', hasSession),
      entry('broadcast-tab', isSplit),
      entry('broadcast-all', hasSession),
      entry('broadcast-pick', hasSession),
    ],
  };
}
