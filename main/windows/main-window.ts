import { fileURLToPath } from 'node:url';
import { BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { harden } from './hardening.ts';

/** The page and its preload, beside the built main bundle. */
const pageUrl = new URL('../renderer/index.html', import.meta.url);
const preloadUrl = new URL('../preload/index.cjs', import.meta.url);

/** Room for a terminal of 80 x 24 at the default font; the first session sizes the window exactly. */
const startSize = { width: 800, height: 600 } as const;

/** The dialog's panels scroll below this; it is 800 x 600 at a zoom of 200 %. */
const leastSize = { width: 400, height: 300 } as const;

/** Opens the program's window, hidden until its page has something to show. */
export function openMainWindow(): BrowserWindow {
  const window = new BrowserWindow({
    ...startSize,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    useContentSize: true,
    show: false,
    title: 'Holdfast',
    autoHideMenuBar: true,
    webPreferences: {
      preload: fileURLToPath(preloadUrl),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // Sessions go on in a hidden window; their output is parsed so that credit flows.
      backgroundThrottling: false,
    },
  });
  harden(window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadFile(fileURLToPath(pageUrl));
  return window;
}

/** Whether a message comes from the main frame of this window, showing the program's own page. */
export function isFromPageOf(window: BrowserWindow | null, event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  if (window === null || frame === null || event.sender !== window.webContents) return false;
  return frame === window.webContents.mainFrame && isOwnPage(frame.url);
}

/** Exported for its tests. The page is one file: a fragment or a query does not make it another. */
export function isOwnPage(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === 'file:' && parsed.pathname === pageUrl.pathname && parsed.host === '';
}
