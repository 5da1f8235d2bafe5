import { connect, createServer, type Socket } from 'node:net';
import { listen } from './tcp.ts';

/** A proxy in the manner of a Telnet gateway: a line says where to go, and it tells what it does in lines. */
export interface TelnetProxy {
  readonly port: number;
  /** The first lines that came, one for each connection. */
  readonly commands: readonly string[];
  readonly stop: () => void;
}

/** Follows `connect HOST PORT`, and refuses every other line. */
export async function startTelnetProxy(): Promise<TelnetProxy> {
  const sockets = new Set<Socket>();
  const commands: string[] = [];
  const keep = (socket: Socket) => {
    sockets.add(socket.on('error', () => socket.destroy()));
    return socket;
  };
  const server = createServer((client) => {
    keep(client).write('Welcome to the gateway.\r\n');
    client.once('data', (chunk: Buffer) => {
      // Who sends the command speaks on at once, as PuTTY does.
      const end = chunk.indexOf('\n') + 1;
      const line = chunk.toString('utf8', 0, end).replace(/\n$/, '');
      commands.push(line);
      const [, host, port] = /(?:^|\s)connect (\S+) (\d+)\s*$/.exec(line) ?? [];
      if (host === undefined) return client.end('% Unknown command\r\n');
      client.write(`Trying ${host}...\r\n`);
      const target = keep(connect({ host, port: Number(port) }));
      target.write(chunk.subarray(end));
      target.pipe(client).pipe(target);
    });
  });
  const port = await listen(server);
  return {
    port,
    commands,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
