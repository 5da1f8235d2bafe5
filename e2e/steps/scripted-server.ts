import { createServer, type Socket } from 'node:net';
import ssh2 from 'ssh2';
import { makeHostKey } from '../lab/host-key.ts';
import { sendServerPacket } from '../lab/server-packets.ts';
import { listen } from '../lab/tcp.ts';

/** An SSH server that does what a spec says, byte for byte. Anyone may log in, with no password. */
export interface ScriptedServer {
  readonly port: number;
  /** The shell of the nth connection, counted from 0; waits for it. */
  readonly shell: (index: number) => Promise<ScriptedShell>;
  /** Ends all connections without a word, and goes on listening. */
  readonly hangUp: () => void;
  readonly stop: () => Promise<void>;
}

/** The server's end of one shell. Nothing is echoed. */
export interface ScriptedShell {
  /** Resolves when all of it is on its way, which SSH's window may delay. Text goes as UTF-8. */
  readonly write: (output: string | Uint8Array) => Promise<void>;
  /** All that the client has typed since the last {@link forget}, one character for each byte. */
  readonly typed: () => string;
  readonly forget: () => void;
  /** Columns x rows, as the client told last. */
  readonly size: () => string;
  /** Sends a packet of any content, encrypted and authenticated as it should be. */
  readonly sendPacket: (payload: Uint8Array) => void;
  /** Sends as if the client had given a window without end (RFC 4254, 5.2). */
  readonly ignoreWindow: () => void;
  /** Bytes on the wire that are no packet. */
  readonly sendRubbish: (bytes: Uint8Array) => void;
}

export async function startScriptedServer(): Promise<ScriptedServer> {
  const hostKey = makeHostKey();
  const shells: ScriptedShell[] = [];
  const waiting = new Map<number, (shell: ScriptedShell) => void>();
  const sockets = new Set<Socket>();
  const handleShell = (shell: ScriptedShell) => {
    waiting.get(shells.length)?.(shell);
    shells.push(shell);
  };
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, hostKey, handleShell);
  });
  const port = await listen(server);
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    hangUp,
    shell: async (index) => shells[index] ?? new Promise((resolve) => waiting.set(index, resolve)),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      hangUp();
      await closed;
    },
  };
}

function serve(socket: Socket, hostKey: string, onShell: (shell: ScriptedShell) => void): void {
  const server = new ssh2.Server({ hostKeys: [hostKey] }, (connection) => {
    connection.on('error', () => undefined); // a client that goes away is no failure of the server
    connection.on('authentication', (context) => context.accept());
    connection.on('session', (accept) => {
      let size = '';
      const session = accept();
      const note = ({ cols, rows }: { readonly cols: number; readonly rows: number }) => {
        size = `${cols}x${rows}`;
      };
      session.on('pty', (granted, _refused, info) => {
        note(info);
        granted?.();
      });
      session.on('window-change', (_granted, _refused, info) => note(info));
      session.on('shell', (granted) => {
        const channel = granted();
        let typed = '';
        channel.on('data', (bytes: Buffer) => {
          typed += bytes.toString('latin1');
        });
        onShell({
          write: (output) => new Promise((resolve) => channel.write(output, () => resolve())),
          typed: () => typed,
          forget: () => {
            typed = '';
          },
          size: () => size,
          sendPacket: (payload) => sendServerPacket(connection, payload),
          ignoreWindow: () => {
            (channel as unknown as { outgoing: { window: number } }).outgoing.window = Number.MAX_SAFE_INTEGER;
          },
          sendRubbish: (bytes) => socket.write(bytes),
        });
      });
    });
  });
  server.injectSocket(socket);
}
