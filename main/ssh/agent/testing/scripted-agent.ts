import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createMessageReader, framed } from '../connection.ts';

/** For tests: an agent in this process, for keys and faults that a real ssh-agent can't be made to have. */
export interface ScriptedAgent {
  /** The messages that it was sent. */
  readonly requests: readonly Buffer[];
  readonly stop: () => Promise<void>;
}

/** `answer`: a message, or raw bytes to write as they are; null hangs up. */
export async function startScriptedAgent(
  socketPath: string,
  answer: (request: Buffer) => Buffer | { readonly raw: Buffer } | null,
): Promise<ScriptedAgent> {
  const requests: Buffer[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    const read = createMessageReader();
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      for (const request of read(chunk) ?? []) {
        requests.push(request);
        const reply = answer(request);
        if (reply === null) socket.destroy();
        else socket.write('raw' in reply ? reply.raw : framed(reply));
      }
    });
  });
  server.listen(socketPath);
  await once(server, 'listening');
  return {
    requests,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
