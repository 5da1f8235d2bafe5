import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { BrowserWindowStandIn } from './browser-window.ts';
import { ClipboardItemStandIn, clipboard } from './clipboard.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { MenuItemStandIn, MenuStandIn } from './menu.ts';
import { MessageChannelStandIn } from './message-ports.ts';
import { nativeTheme } from './native-theme.ts';
import { NotificationStandIn } from './notification.ts';
import { safeStorage } from './safe-storage.ts';
import { screen } from './screen.ts';
import { shell } from './shell.ts';

/** The `electron` module of the main process, as far as applications here use it. */
const electron = {
  app,
  BrowserWindow: BrowserWindowStandIn,
  clipboard,
  ClipboardItem: ClipboardItemStandIn,
  dialog,
  ipcMain,
  Menu: MenuStandIn,
  MenuItem: MenuItemStandIn,
  MessageChannelMain: MessageChannelStandIn,
  nativeTheme,
  Notification: NotificationStandIn,
  /** Sleep and wake are not seen here: it never says anything. */
  powerMonitor: new EventEmitter(),
  safeStorage,
  screen,
  shell,
};

// As `electron .` sets it: the second word of the command line is the application's own.
Object.assign(process, { defaultApp: true });

export {
  app,
  BrowserWindowStandIn as BrowserWindow,
  ClipboardItemStandIn as ClipboardItem,
  clipboard,
  dialog,
  ipcMain,
  MenuItemStandIn as MenuItem,
  MenuStandIn as Menu,
  MessageChannelStandIn as MessageChannelMain,
  NotificationStandIn as Notification,
  nativeTheme,
  safeStorage,
  screen,
  shell,
};
export const { powerMonitor } = electron;
/** electron-store imports it so. */
export default electron;
