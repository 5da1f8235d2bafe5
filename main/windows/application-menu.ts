import { Menu } from 'electron';
import { type SessionMenuOptions, sessionMenu } from './menu-template.ts';

/** Shows the session's menu at the pointer. */
export function showSessionMenu(options: SessionMenuOptions): void {
  Menu.buildFromTemplate(sessionMenu(options)).popup();
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
          { label: 'Session', submenu: sessionMenu(options) },
          { role: 'windowMenu' },
        ])
      : null;
  Menu.setApplicationMenu(menu);
}
