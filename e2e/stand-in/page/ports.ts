import type { Connection } from './connection.ts';

/** Makes the page's end of a port of main: a real MessagePort, its other end bridged to the connection. */
export function openPorts(connection: Connection): (port: number) => MessagePort {
  const bridged = new Map<number, MessagePort>();

  connection.onBytes((port, bytes) => bridged.get(port)?.postMessage(bytes, [bytes.buffer]));
  connection.onMessage((message) => {
    if (message.kind === 'port-message') bridged.get(message.port)?.postMessage(message.data);
    if (message.kind === 'port-close') {
      bridged.get(message.port)?.close();
      bridged.delete(message.port);
    }
  });

  return (port) => {
    const channel = new MessageChannel();
    const inner = channel.port2;
    bridged.set(port, inner);
    inner.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data instanceof Uint8Array) connection.sendBytes(port, data);
      else connection.send({ kind: 'port-message', port, data });
    };
    inner.addEventListener('close', () => {
      if (bridged.delete(port)) connection.send({ kind: 'port-close', port });
    });
    return channel.port1;
  };
}
