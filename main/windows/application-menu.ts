import { type BrowserWindow, Menu } from 'electron';
import { t } from '#contract/language/language.ts';
import type { WindowId } from '#contract/tabs/tab.ts';
import { type SessionMenuOptions, sessionMenu } from './menu-template.ts';
import type { Windows } from './windows.ts';

/** Shows the session's menu at the pointer, over the window that asked for it. */
export function showSessionMenu(options: SessionMenuOptions, window: BrowserWindow | null): void {
  Menu.buildFromTemplate(sessionMenu(options)).popup(window === null ? {} : { window });
}

/**
 * macOS keeps an application's menus at the top of the screen, and its editing keys work through them. Elsewhere the
 * window has no menu bar, as PuTTY's has none: its menu is behind the button in the tab bar and the right mouse button.
 */
export function setApplicationMenu(options: SessionMenuOptions): void {
  const menu =
    options.platform === 'darwin'
      ? Menu.buildFromTemplate([
          { role: 'appMenu' },
          { role: 'editMenu' },
          { label: t('Session'), submenu: sessionMenu(options) },
          { role: 'windowMenu' },
        ])
      : null;
  Menu.setApplicationMenu(menu);
}

/** The windows that a tab of this one can be taken to. */
export const otherWindows = (
  windows: Pick<Windows, 'ids' | 'browserOf'>,
  from: WindowId | null,
): SessionMenuOptions['windows'] =>
  windows
    .ids()
    .filter((id) => id !== from)
    .map((id) => ({ id, title: windows.browserOf(id)?.getTitle() ?? '' }));
