import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The lab listens on loopback alone. */
export const loopback = '127.0.0.1';

/** A port that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** Listens on loopback, on `port` or on a free one, and gives the port. */
export async function listen(server: Server, port = 0): Promise<number> {
  server.listen(port, loopback);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

export interface TcpServer {
  readonly port: number;
  /** All that it was ever given. */
  readonly sockets: readonly Socket[];
  readonly stop: () => void;
}

/** A server that does this with each connection, and outlives their errors. */
export async function startTcpServer(onConnection: (socket: Socket) => void): Promise<TcpServer> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => {}));
    onConnection(socket);
  });
  const port = await listen(server);
  return {
    port,
    sockets,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** The first bytes that the server at `port` says by itself; null if it can't be reached or closes without a word. */
export function greetingOf(port: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: loopback });
    const finish = (bytes: Buffer | null) => {
      socket.destroy();
      resolve(bytes);
    };
    socket.once('data', finish);
    socket.once('error', () => finish(null));
    socket.once('close', () => finish(null));
  });
}

/** Whether something listens on a port. */
export function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: loopback });
    const finish = (connected: boolean) => {
      socket.destroy();
      resolve(connected);
    };
    socket.once('connect', () => finish(true)).once('error', () => finish(false));
  });
}
