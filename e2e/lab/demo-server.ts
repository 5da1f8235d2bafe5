import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import ssh2 from 'ssh2';
import { type DemoConnection, type DemoConnectionOptions, serveDemoConnection } from './demo-connection.ts';
import { makeHostKey } from './host-key.ts';
import { listen } from './tcp.ts';

export type { CheckAnswer } from './check-answers.ts';
export type { DemoConnection } from './demo-connection.ts';

export interface DemoServerOptions extends DemoConnectionOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Private host key, OpenSSH or PEM. Default: a new ECDSA key. */
  readonly hostKey?: string;
}

/** An SSH server in this process, with a small shell, that counts null packets. Accepts any login unless told otherwise. */
export interface DemoServer {
  readonly port: number;
  /** `type` and base64 blob, as in known_hosts after the host's name. */
  readonly hostKeyLine: string;
  /** Every connection since the start, in order. */
  readonly connections: readonly DemoConnection[];
  /** Calls back on each SSH_MSG_IGNORE, with performance.now(), until the returned function is called. */
  readonly onIgnore: (listener: (connection: DemoConnection, at: number) => void) => () => void;
  readonly stop: () => Promise<void>;
}

export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const hostKey = options.hostKey ?? makeHostKey();
  const parsed = ssh2.utils.parseKey(hostKey);
  if (parsed instanceof Error) throw parsed;
  const connections: DemoConnection[] = [];
  const sockets = new Set<Socket>();
  const listeners = new Set<(connection: DemoConnection, at: number) => void>();

  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const connection = serveDemoConnection(socket, hostKey, options, (at) => {
      for (const listener of listeners) listener(connection, at);
    });
    connections.push(connection);
  });
  const port = await listen(server, options.port);
  return {
    port,
    hostKeyLine: `${parsed.type} ${parsed.getPublicSSH().toString('base64')}`,
    connections,
    onIgnore: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
