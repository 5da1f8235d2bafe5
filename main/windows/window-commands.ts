import { app, type BrowserWindow, screen } from 'electron';
import type { MenuContext } from '#contract/menu.ts';
import type { CommandHandlers } from '../ipc/router.ts';
import { writeClipboard } from './clipboards.ts';
import { fittedSize } from './fitted-size.ts';
import { createWindowTitles } from './window-titles.ts';

type WindowCommands = Omit<
  CommandHandlers,
  `session.${string}` | `tabs.${string}` | `files.${string}` | `path.${string}` | `recents.${string}`
>;

export interface WindowCommandsOptions {
  readonly window: () => BrowserWindow | null;
  readonly showMenu: (context: MenuContext) => void;
  readonly handleReady: () => void;
  readonly handleCloseHeard: () => void;
}

/** What the page may ask of the window around it. */
export function windowCommands({ window, showMenu, ...handlers }: WindowCommandsOptions): WindowCommands {
  const showTitles = createWindowTitles();
  return {
    'clipboard.write': ({ to, text, rich }) => void writeClipboard(to, text, rich),
    'menu.show': showMenu,
    'window.title': (titles) => {
      const current = window();
      if (current !== null) showTitles(current, titles);
    },
    'window.attention': () => {
      const current = window();
      if (current === null || current.isFocused()) return;
      app.dock?.bounce('informational');
      current.flashFrame(true);
      current.once('focus', () => current.flashFrame(false));
    },
    'window.full-screen': ({ on }) => window()?.setFullScreen(on),
    'window.behaviour': ({ isResizable, isAlwaysOnTop }) => {
      window()?.setResizable(isResizable);
      window()?.setAlwaysOnTop(isAlwaysOnTop);
    },
    'window.resize-by': (change) => {
      const current = window();
      // A window that fills the screen by the user's choice stays so.
      if (current === null || current.isMaximized() || current.isFullScreen()) return;
      const [width = 0, height = 0] = current.getContentSize();
      const size = fittedSize({ width, height }, change, screen.getDisplayMatching(current.getBounds()).workAreaSize);
      current.setContentSize(size.width, size.height);
    },
    'window.ask-close': () => window()?.close(),
    'window.close': () => window()?.destroy(),
    'window.close-heard': handlers.handleCloseHeard,
    'window.ready': handlers.handleReady,
  };
}
