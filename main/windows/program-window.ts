import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import type { EventName, Events } from '#contract/channels/channels.ts';
import { askWhetherToClose } from './ask-whether-to-close.ts';
import { createCloseQuestion } from './close-question.ts';
import { createCrashDelay } from './crash-delay.ts';
import { leastSize } from './fitted-size.ts';
import { harden } from './hardening.ts';
import { isOwnPage, pageUrl, preloadUrl } from './page.ts';
import { reportWindowState } from './window-state.ts';

/** Room for a terminal of 80 x 24 at the default font; the first session sizes the window exactly. */
const startSize = { width: 800, height: 600 } as const;

/** One window of the program, as long as it is open. */
export interface ProgramWindow {
  readonly browser: BrowserWindow;
  readonly send: <N extends EventName>(name: N, payload: Events[N]) => void;
  /** Whether its page listens to events. */
  readonly isListening: () => boolean;
  /** The page listens now. */
  readonly handleReady: () => void;
  /** The page asks the user whether the window may close. */
  readonly handleCloseHeard: () => void;
  /** Whether a message comes from the program's own page, in the main frame of this window. */
  readonly isSender: (event: IpcMainEvent | IpcMainInvokeEvent) => boolean;
}

export interface ProgramWindowOptions {
  /** How many sessions the user is asked about before it closes; null: nothing is to be asked. */
  readonly openSessions: () => number | null;
  readonly onClosed: () => void;
  /** See CloseQuestionOptions. */
  readonly onRefused: () => void;
}

export function openProgramWindow({ openSessions, onClosed, onRefused }: ProgramWindowOptions): ProgramWindow {
  const browser = new BrowserWindow({
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
  let isListening = false;
  let stopReporting: () => void = () => undefined;
  const send: ProgramWindow['send'] = (name, payload) => {
    if (!browser.isDestroyed()) browser.webContents.send(name, payload);
  };
  const closing = createCloseQuestion({
    askPage: (sessions) => send('window.close-asked', { openSessions: sessions }),
    askNatively: async (sessions) => browser.isDestroyed() || askWhetherToClose(browser, sessions),
    close: () => browser.destroy(),
    onRefused,
  });

  harden(browser.webContents);
  browser.once('ready-to-show', () => browser.show());
  browser.on('close', (event) => {
    const count = openSessions();
    // Only a page that listens can ask.
    if (count === null || !isListening) return;
    event.preventDefault();
    closing.ask(count);
  });
  browser.on('unresponsive', () => closing.setHanging(true));
  browser.on('responsive', () => closing.setHanging(false));
  const crashDelayMs = createCrashDelay(() => performance.now());
  let reloading: NodeJS.Timeout | undefined;
  // The sessions are here, in main: a page that crashed comes back and shows them again.
  browser.webContents.on('render-process-gone', () => {
    isListening = false;
    reloading = setTimeout(() => browser.webContents.reload(), crashDelayMs());
  });
  browser.on('closed', () => {
    clearTimeout(reloading);
    stopReporting();
    closing.dispose();
    isListening = false;
    onClosed();
  });
  void browser.loadFile(fileURLToPath(pageUrl));

  return {
    browser,
    send,
    isListening: () => isListening,
    handleReady: () => {
      isListening = true;
      stopReporting();
      stopReporting = reportWindowState({ window: browser, app, report: (state) => send('window.state', state) });
    },
    handleCloseHeard: closing.handleHeard,
    isSender: ({ sender, senderFrame }) =>
      !browser.isDestroyed() &&
      sender === browser.webContents &&
      senderFrame === browser.webContents.mainFrame &&
      isOwnPage(senderFrame.url),
  };
}
