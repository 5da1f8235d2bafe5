import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent, MessagePortMain } from 'electron';
import type { DataPortMessage, EventName, Events } from '#contract/channels/channels.ts';
import type { WindowId } from '#contract/tabs/tab.ts';
import { openProgramWindow, type ProgramWindow } from './program-window.ts';

/** The program's windows: one or more, or none on macOS after they were closed. */
export interface Windows {
  /** Opens a window where there is none, or brings the one that was used last to the front. */
  readonly open: () => void;
  readonly openAnother: () => WindowId;
  /** Null: the one that was used last. */
  readonly focus: (id: WindowId | null) => void;
  /** Closes it without a question. */
  readonly discard: (id: WindowId) => void;
  /** The one that was used last. */
  readonly current: () => BrowserWindow | null;
  readonly browserOf: (id: WindowId) => BrowserWindow | null;
  /** In the order of their opening. */
  readonly ids: () => readonly WindowId[];
  /** To all. Dropped by a window whose page is not there yet: it asks for everything. */
  readonly send: <N extends EventName>(name: N, payload: Events[N]) => void;
  /** Dropped where there is no such window. */
  readonly sendTo: <N extends EventName>(id: WindowId | null, name: N, payload: Events[N]) => void;
  /** Tells the user something that belongs to no session, once. Kept until there is a page to show it. */
  readonly notify: (text: string) => void;
  /** The same for what nobody needs to act upon: the page lets it go by itself. */
  readonly tell: (text: string) => void;
  /** The window that was used last of those whose pages listen to events; null while there is none. */
  readonly listening: () => WindowId | null;
  /** The page listens now. */
  readonly handleReady: (id: WindowId) => void;
  /** The page asks the user whether the window may close. */
  readonly handleCloseHeard: (id: WindowId) => void;
  readonly postPort: (id: WindowId, message: DataPortMessage, port: MessagePortMain) => void;
  /** The window whose page, the program's own, a message comes from in its main frame; null for all others. */
  readonly senderOf: (event: IpcMainEvent | IpcMainInvokeEvent) => WindowId | null;
}

export interface WindowsOptions {
  /** How many sessions the user is asked about before the window closes; null: nothing is to be asked. */
  readonly openSessions: (id: WindowId) => number | null;
  /** It was closed; others are still open. */
  readonly onClosed: (id: WindowId) => void;
  /** Its page hangs, and the user has said that it stays open. */
  readonly onRefused: () => void;
}

export function createWindows({ openSessions, onClosed, onRefused }: WindowsOptions): Windows {
  /** The one that was used last comes last. */
  let byUse: readonly WindowId[] = [];
  const windows = new Map<WindowId, ProgramWindow>();
  const untold: Events['notice'][] = [];
  const last = () => windows.get(byUse.at(-1) ?? 0);

  const openAnother = (): WindowId => {
    const window = openProgramWindow({
      openSessions: () => openSessions(id),
      onClosed: () => {
        windows.delete(id);
        byUse = byUse.filter((other) => other !== id);
        if (windows.size > 0) onClosed(id);
      },
      onRefused,
    });
    const { id } = window.browser;
    windows.set(id, window);
    byUse = [...byUse, id];
    window.browser.on('focus', () => {
      byUse = [...byUse.filter((other) => other !== id), id];
    });
    return id;
  };

  const sendTo: Windows['sendTo'] = (id, name, payload) => windows.get(id ?? 0)?.send(name, payload);
  const listening = () => byUse.findLast((id) => windows.get(id)?.isListening()) ?? null;
  const show = (notice: Events['notice']) => {
    const to = listening();
    if (to === null) untold.push(notice);
    else sendTo(to, 'notice', notice);
  };

  return {
    open: () => {
      const window = last();
      if (window === undefined) openAnother();
      else window.browser.focus();
    },
    openAnother,
    focus: (id) => {
      const window = id === null ? last() : windows.get(id);
      if (window?.browser.isMinimized()) window.browser.restore();
      window?.browser.focus();
    },
    discard: (id) => windows.get(id)?.browser.destroy(),
    current: () => last()?.browser ?? null,
    browserOf: (id) => windows.get(id)?.browser ?? null,
    ids: () => [...windows.keys()],
    send: (name, payload) => {
      for (const window of windows.values()) window.send(name, payload);
    },
    sendTo,
    notify: (text) => show({ text, stays: true }),
    tell: (text) => show({ text, stays: false }),
    listening,
    handleReady: (id) => {
      windows.get(id)?.handleReady();
      for (const notice of untold.splice(0)) sendTo(id, 'notice', notice);
    },
    handleCloseHeard: (id) => windows.get(id)?.handleCloseHeard(),
    postPort: (id, message, port) =>
      windows.get(id)?.browser.webContents.postMessage('holdfast-data-port', message, [port]),
    senderOf: (event) => [...windows].find(([, window]) => window.isSender(event))?.[0] ?? null,
  };
}
