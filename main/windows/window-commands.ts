import { app, type BrowserWindow, screen } from 'electron';
import type { MenuContext } from '#contract/menu.ts';
import type { WindowId } from '#contract/tabs/tab.ts';
import type { CommandHandlers } from '../ipc/router.ts';
import { writeClipboard } from './clipboards.ts';
import { fittedSize } from './fitted-size.ts';
import { createWindowTitles } from './window-titles.ts';

type WindowCommands = Omit<
  CommandHandlers,
  | `session.${string}`
  | `tabs.${string}`
  | `broadcast.${string}`
  | `files.${string}`
  | `path.${string}`
  | `recents.${string}`
  | `language.${string}`
>;

export interface WindowCommandsOptions {
  readonly window: (id: WindowId) => BrowserWindow | null;
  readonly showMenu: (context: MenuContext, from: WindowId) => void;
  readonly handleReady: (id: WindowId) => void;
  readonly handleCloseHeard: (id: WindowId) => void;
  readonly handleCloseRefused: () => void;
}

/** What the page may ask of the window around it. */
export function windowCommands({ window, showMenu, ...handlers }: WindowCommandsOptions): WindowCommands {
  const showTitles = createWindowTitles();
  return {
    'clipboard.write': ({ to, text, rich }) => void writeClipboard(to, text, rich),
    'menu.show': showMenu,
    'window.title': (titles, from) => {
      const current = window(from);
      if (current !== null) showTitles(current, titles);
    },
    'window.attention': (_, from) => {
      const current = window(from);
      if (current === null || current.isFocused()) return;
      app.dock?.bounce('informational');
      current.flashFrame(true);
      current.once('focus', () => current.flashFrame(false));
    },
    'window.full-screen': ({ on }, from) => window(from)?.setFullScreen(on),
    'window.behaviour': ({ isResizable, isAlwaysOnTop }, from) => {
      window(from)?.setResizable(isResizable);
      window(from)?.setAlwaysOnTop(isAlwaysOnTop);
    },
    'window.resize-by': (change, from) => {
      const current = window(from);
      // A window that fills the screen by the user's choice stays so.
      if (current === null || current.isMaximized() || current.isFullScreen()) return;
      const [width = 0, height = 0] = current.getContentSize();
      const size = fittedSize({ width, height }, change, screen.getDisplayMatching(current.getBounds()).workAreaSize);
      current.setContentSize(size.width, size.height);
    },
    'window.ask-close': (_, from) => window(from)?.close(),
    'window.close': (_, from) => window(from)?.destroy(),
    'window.close-heard': (_, from) => handlers.handleCloseHeard(from),
    'window.close-refused': handlers.handleCloseRefused,
    'window.ready': (_, from) => handlers.handleReady(from),
  };
}
