import type { FromPage, ToPage } from '../link/wire.ts';

/** The page's end of the WebSocket. Functions of this folder run in the page: their text is sent there. */
export interface Connection {
  readonly send: (message: FromPage) => void;
  readonly sendBytes: (port: number, bytes: Uint8Array) => void;
  readonly onMessage: (listener: (message: ToPage) => void) => void;
  readonly onBytes: (listener: (port: number, bytes: Uint8Array) => void) => void;
}

/** Opens it while no Content Security Policy of the page is known yet: one for all ports, kept for the page's life. */
export function openConnection(url: string): Connection {
  const headerBytes = 4;
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  const listeners: ((message: ToPage) => void)[] = [];
  const byteListeners: ((port: number, bytes: Uint8Array) => void)[] = [];
  const waiting: (string | Uint8Array<ArrayBuffer>)[] = [];

  const post = (frame: string | Uint8Array<ArrayBuffer>) => {
    if (socket.readyState === WebSocket.CONNECTING) waiting.push(frame);
    else socket.send(frame);
  };
  socket.onopen = () => {
    for (const frame of waiting.splice(0)) socket.send(frame);
  };
  socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) => {
    if (typeof event.data === 'string') {
      const message = JSON.parse(event.data) as ToPage;
      for (const listener of listeners) listener(message);
      return;
    }
    const port = new DataView(event.data).getUint32(0, true);
    for (const listener of byteListeners) listener(port, new Uint8Array(event.data, headerBytes));
  };

  return {
    send: (message) => post(JSON.stringify(message)),
    sendBytes: (port, bytes) => {
      const frame = new Uint8Array(headerBytes + bytes.length);
      new DataView(frame.buffer).setUint32(0, port, true);
      frame.set(bytes, headerBytes);
      post(frame);
    },
    onMessage: (listener) => listeners.push(listener),
    onBytes: (listener) => byteListeners.push(listener),
  };
}
