import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { commandNames, eventNames, requestNames } from '#contract/channels/channel-names.ts';
import type { Bridge, Commands } from '#contract/channels/channels.ts';

/**
 * The only door between the page and main. Names are checked against the contract here, so that a compromised page
 * cannot reach a channel that is not declared; payloads are parsed in main.
 */
const allowed = new Set<string>([...requestNames, ...commandNames, ...eventNames]);

const check = (name: string): string => {
  if (!allowed.has(name)) throw new Error('Unknown channel');
  return name;
};

/** Where files lie that were dropped on the page; one that the page has made up lies nowhere. */
const pathsOf = (files: readonly object[]): readonly string[] =>
  files.map((file) => webUtils.getPathForFile(file as File)).filter((path) => path !== '');

const bridge: Bridge = {
  request: (name, payload) => ipcRenderer.invoke(check(name), payload),
  command: (name, payload) => ipcRenderer.send(check(name), payload),
  uploadDropped: (files, to) => {
    const payload: Commands['files.upload-dropped'] = { ...to, localPaths: pathsOf(files) };
    if (payload.localPaths.length > 0) ipcRenderer.send('files.upload-dropped', payload);
  },
  sendDropped: (files, to) => {
    const payload: Commands['session.send-dropped'] = { ...to, localPaths: pathsOf(files) };
    if (payload.localPaths.length > 0) ipcRenderer.send('session.send-dropped', payload);
  },
  on: (name, listener) => {
    const handle = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(check(name), handle);
    return () => ipcRenderer.removeListener(name, handle);
  },
};

contextBridge.exposeInMainWorld('holdfast', bridge);

// A MessagePort cannot cross the context bridge; the page's own postMessage can carry it.
ipcRenderer.on('holdfast-data-port', (event, message: unknown) => {
  window.postMessage(message, '*', [...event.ports]);
});
