import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { loopback } from './tcp.ts';

/** Listens, tells its port and waits for as few connections as the kernel allows. */
const listening = `
const server = require('node:net').createServer();
server.listen({ port: 0, host: '${loopback}', backlog: 1 }, () => {
  process.stdout.write(String(server.address().port));
});
`;

/** A connection on loopback is made at once, or waits for one that is taken, ms. */
const patience = 300;

/** A port where connecting is neither answered nor refused: its server takes none, and no more fit before it. */
export async function startUnanswering(): Promise<{ readonly port: number; readonly stop: () => void }> {
  const server = spawn(process.execPath, ['-e', listening], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(server.stdout, 'data')) as [Buffer];
  const port = Number(said.toString());
  server.kill('SIGSTOP');
  const waiting: Socket[] = [];
  for (let isFull = false; !isFull; ) {
    const socket = connect({ port, host: loopback }).on('error', () => {});
    waiting.push(socket);
    isFull = await Promise.race([once(socket, 'connect').then(() => false), wait(patience, true)]);
  }
  return {
    port,
    stop: () => {
      for (const socket of waiting) socket.destroy();
      server.kill('SIGKILL');
    },
  };
}
