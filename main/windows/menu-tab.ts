import type { MenuItemConstructorOptions } from 'electron';
import { t } from '#contract/language/language.ts';
import type { MenuContext } from '#contract/menu.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import { type MenuEntries, separator } from './menu-entry.ts';
import type { SessionMenuOptions } from './menu-template.ts';

/** What is done to a tab as a whole: the menu of one, and a part of the session's. */
export function tabMenu(
  { entry, item }: MenuEntries,
  { hasSession, isSplit, hasTabsAtLeft, hasTabsAtRight }: MenuContext,
  windows: SessionMenuOptions['windows'],
): MenuItemConstructorOptions[] {
  return [
    entry('rename-tab', hasSession),
    {
      label: t('Tab Colour'),
      enabled: hasSession,
      submenu: settingsTable.colour.choices.map(({ value, label }) =>
        item(t(label), { kind: 'tab-colour', colour: value }),
      ),
    },
    entry('duplicate-tab', hasSession),
    separator,
    entry('move-tab-left', hasTabsAtLeft),
    entry('move-tab-right', hasTabsAtRight),
    entry('move-pane-to-tab', isSplit),
    entry('move-to-new-window', hasTabsAtLeft || hasTabsAtRight),
    {
      label: t('Move to Window'),
      enabled: hasSession && windows.length > 0,
      submenu: windows.map(({ id, title }) => item(title, { kind: 'move-to-window', window: id })),
    },
    separator,
    entry('close-tab', hasSession),
    entry('close-other-tabs', hasTabsAtLeft || hasTabsAtRight),
    entry('close-tabs-to-right', hasTabsAtRight),
    entry('reopen-tab', true),
  ];
}
