import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, type MessagePortMain } from 'electron';
import type { DataPortMessage, EventName, Events } from '#contract/channels.ts';
import type { WindowId } from '#contract/tab.ts';
import { askWhetherToClose } from './ask-whether-to-close.ts';
import { createCloseQuestion } from './close-question.ts';
import { createCrashDelay } from './crash-delay.ts';
import { harden } from './hardening.ts';
import { isOwnPage, pageUrl, preloadUrl } from './page.ts';
import { reportWindowState } from './window-state.ts';

/** Room for a terminal of 80 x 24 at the default font; the first session sizes the window exactly. */
const startSize = { width: 800, height: 600 } as const;

/** The dialog's panels scroll below this; it is 800 x 600 at a zoom of 200 %. */
const leastSize = { width: 400, height: 300 } as const;

/** The program's window: there is one, or none on macOS after it was closed. */
export interface MainWindow {
  /** Opens the window, or brings the open one to the front. */
  readonly open: () => void;
  readonly focus: () => void;
  readonly current: () => BrowserWindow | null;
  /** Dropped while there is no window: a new one asks for everything. */
  readonly send: <N extends EventName>(name: N, payload: Events[N]) => void;
  /** Tells the user something that belongs to no session. Kept until there is a page to show it. */
  readonly notify: (text: string) => void;
  /** The window, once its page listens to events; null before. */
  readonly listening: () => WindowId | null;
  /** The page listens now. */
  readonly handleReady: () => void;
  /** The page asks the user whether the window may close. */
  readonly handleCloseHeard: () => void;
  readonly postPort: (message: DataPortMessage, port: MessagePortMain) => void;
  /** The window whose page, the program's own, a message comes from in its main frame; null for all others. */
  readonly senderOf: (event: IpcMainEvent | IpcMainInvokeEvent) => WindowId | null;
}

export function createMainWindow({ openSessions }: { readonly openSessions: () => number }): MainWindow {
  let current: BrowserWindow | null = null;
  let isListening = false;
  let stopReporting: () => void = () => undefined;
  const untold: string[] = [];

  const send: MainWindow['send'] = (name, payload) => current?.webContents.send(name, payload);

  const closing = createCloseQuestion({
    askPage: (openSessions) => send('window.close-asked', { openSessions }),
    askNatively: async (openSessions) => current === null || askWhetherToClose(current, openSessions),
    close: () => current?.destroy(),
  });

  const open = () => {
    if (current !== null) {
      current.focus();
      return;
    }
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
        // Output of a hidden window's sessions is parsed all the same, so that credit flows.
        backgroundThrottling: false,
      },
    });
    current = window;
    harden(window.webContents);
    window.once('ready-to-show', () => window.show());
    window.on('close', (event) => {
      const count = openSessions();
      // Only a page that listens can ask.
      if (count === 0 || !isListening) return;
      event.preventDefault();
      closing.ask(count);
    });
    window.on('unresponsive', () => closing.setHanging(true));
    window.on('responsive', () => closing.setHanging(false));
    const crashDelayMs = createCrashDelay(() => performance.now());
    let reloading: NodeJS.Timeout | undefined;
    // The sessions are here, in main: a page that crashed comes back and shows them again.
    window.webContents.on('render-process-gone', () => {
      isListening = false;
      reloading = setTimeout(() => window.webContents.reload(), crashDelayMs());
    });
    window.on('closed', () => {
      clearTimeout(reloading);
      stopReporting();
      closing.dispose();
      closing.setHanging(false);
      current = null;
      isListening = false;
    });
    void window.loadFile(fileURLToPath(pageUrl));
  };

  return {
    open,
    focus: () => {
      if (current?.isMinimized()) current.restore();
      current?.focus();
    },
    current: () => current,
    send,
    notify: (text) => {
      if (isListening) send('notice', { text });
      else untold.push(text);
    },
    listening: () => (isListening && current !== null ? current.id : null),
    handleReady: () => {
      isListening = true;
      stopReporting();
      if (current !== null)
        stopReporting = reportWindowState({ window: current, app, report: (state) => send('window.state', state) });
      for (const text of untold.splice(0)) send('notice', { text });
    },
    handleCloseHeard: closing.handleHeard,
    postPort: (message, port) => current?.webContents.postMessage('holdfast-data-port', message, [port]),
    senderOf: ({ sender, senderFrame }) =>
      current !== null &&
      sender === current.webContents &&
      senderFrame === current.webContents.mainFrame &&
      isOwnPage(senderFrame.url)
        ? current.id
        : null,
  };
}
