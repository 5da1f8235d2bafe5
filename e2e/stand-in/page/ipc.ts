import type { Connection } from './connection.ts';

type Listener = (event: unknown, ...args: unknown[]) => void;

/** The `electron` module of a sandboxed preload: ipcRenderer, contextBridge and webUtils. */
export function createPreloadElectron(connection: Connection, openPort: (port: number) => MessagePort) {
  const listeners = new Map<string, Listener[]>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;

  // Electron refuses what cannot be cloned; JSON alone would drop it without a word.
  const cloned = (args: readonly unknown[]) => structuredClone(args);
  const add = (channel: string, listener: Listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener) => {
    const kept = [...(listeners.get(channel) ?? [])];
    const index = kept.lastIndexOf(listener);
    if (index >= 0) kept.splice(index, 1);
    listeners.set(channel, kept);
    return ipcRenderer;
  };

  const ipcRenderer = {
    on: add,
    addListener: add,
    off: remove,
    removeListener: remove,
    once: (channel: string, listener: Listener) => {
      const once: Listener = (event, ...args) => {
        remove(channel, once);
        listener(event, ...args);
      };
      return add(channel, once);
    },
    removeAllListeners: (channel: string) => {
      listeners.delete(channel);
      return ipcRenderer;
    },
    send: (channel: string, ...args: unknown[]) => connection.send({ kind: 'send', channel, args: cloned(args) }),
    invoke: async (channel: string, ...args: unknown[]) => {
      lastId += 1;
      const id = lastId;
      connection.send({ kind: 'invoke', id, channel, args: cloned(args) });
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
  };

  connection.onMessage((message) => {
    if (message.kind === 'event') {
      const event = { sender: ipcRenderer, senderId: 0, ports: message.ports.map(openPort) };
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args);
    } else if (message.kind === 'result' || message.kind === 'error') {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'result') call?.resolve(message.value);
      else call?.reject(new Error(message.message));
    }
  });

  const contextBridge = {
    exposeInMainWorld: (name: string, api: object) => {
      if (name in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(window, name, { value: Object.freeze({ ...api }), enumerable: true });
    },
  };
  /** A page is never told where its files lie: specs that drop some say it beforehand, by their names. */
  const webUtils = {
    getPathForFile: ({ name }: File): string =>
      (window as { readonly standInDropped?: Readonly<Record<string, string>> }).standInDropped?.[name] ?? '',
  };
  return { ipcRenderer, contextBridge, webUtils };
}
