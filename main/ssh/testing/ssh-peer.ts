import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type AuthContext, type Connection, Server, type ServerConfig, type Session } from 'ssh2';

/** For tests: an SSH server in this process, over ssh2's own server side, for what a real sshd cannot be made to do. */
export interface SshPeer {
  readonly port: number;
  /** SSH_MSG_IGNORE packets that came in. */
  readonly ignored: () => number;
  /** Key exchanges that were done, on all connections. */
  readonly handshakes: () => number;
  readonly connections: readonly Connection[];
  readonly sockets: readonly Socket[];
  readonly stop: () => Promise<void>;
}

export interface SshPeerOptions {
  readonly config?: Partial<ServerConfig>;
  /** Default: everybody is let in. */
  readonly onAuthentication?: (context: AuthContext) => void;
  /** Its identification has come; before its key exchange. */
  readonly onConnection?: (connection: Connection) => void;
  /** Default: sessions are refused. */
  readonly onSession?: (session: Session, connection: Connection) => void;
}

export async function startSshPeer(options: SshPeerOptions = {}): Promise<SshPeer> {
  let ignored = 0;
  let handshakes = 0;
  const connections: Connection[] = [];
  const sockets: Socket[] = [];
  const hostKeys = [makeHostKey()];
  const debug = (message: string) => {
    if (message.endsWith('Inbound: Received IGNORE')) ignored += 1;
    if (message.endsWith('Handshake completed')) handshakes += 1;
  };
  const ssh = new Server({ hostKeys, ...options.config, debug }, (connection) => {
    connections.push(connection);
    options.onConnection?.(connection);
    connection.on('authentication', options.onAuthentication ?? ((context) => context.accept())).on('error', () => {});
    const { onSession } = options;
    if (onSession !== undefined) connection.on('session', (accept) => onSession(accept(), connection));
  });
  const server = createServer((socket) => {
    sockets.push(socket);
    ssh.injectSocket(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    ignored: () => ignored,
    handshakes: () => handshakes,
    connections,
    sockets,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A private key of type ecdsa-sha2-nistp256. Not by ssh2, whose ed25519 keys are malformed now and then. */
export const makeHostKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({ type: 'sec1', format: 'pem' }).toString();
