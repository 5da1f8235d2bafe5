import { once } from 'node:events';
import type { NatSide } from './nat.ts';

/** For tests: one TCP connection to an echo server, held by a process of its own, which can be in a namespace. */
export interface Conversation {
  readonly say: (text: string) => void;
  /** Resolves when all that was said has come back. */
  readonly heard: () => Promise<void>;
  /** Resolves with the error's code, or `end`, when the connection is over. */
  readonly over: () => Promise<string>;
  readonly stop: () => void;
}

const serverScript = `
  const [host, port] = process.argv.slice(1);
  const server = require('node:net').createServer((socket) => socket.on('error', () => {}).pipe(socket));
  server.listen(Number(port), host, () => console.log('listening'));
`;

const clientScript = `
  const [host, port] = process.argv.slice(1);
  const socket = require('node:net').connect(Number(port), host);
  const tell = (line) => process.stdout.write(line + '\\n');
  socket.on('connect', () => tell('open')).on('data', (bytes) => tell('heard ' + bytes.length));
  socket.on('error', (error) => tell('over ' + error.code)).on('end', () => tell('over end'));
  process.stdin.on('data', (bytes) => socket.write(bytes));
`;

/** Starts an echo server, which runs until its machine is stopped; resolves when it listens. */
export async function startEcho(side: NatSide, host: string, port: number): Promise<void> {
  const server = side.spawn(process.execPath, ['-e', serverScript, host, String(port)], {});
  if (server.stdout !== null) await once(server.stdout, 'data');
}

/** Connects to an echo server; rejects with the error's code if that fails. */
export async function converse(side: NatSide, host: string, port: number): Promise<Conversation> {
  const holder = side.spawn(process.execPath, ['-e', clientScript, host, String(port)], {});
  const waiting = new Set<() => void>();
  let said = 0;
  let back = 0;
  let end: string | null = null;
  let open = false;
  let partial = '';
  holder.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (partial + chunk).split('\n');
    partial = lines.pop() ?? '';
    for (const [kind, value = ''] of lines.map((line) => line.split(' '))) {
      if (kind === 'open') open = true;
      if (kind === 'heard') back += Number(value);
      if (kind === 'over') end ??= value;
    }
    for (const check of [...waiting]) check();
  });
  const until = (isReached: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!isReached()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  const stop = () => holder.kill('SIGKILL');
  await until(() => open || end !== null);
  if (!open) {
    stop();
    throw new Error(end ?? '');
  }
  return {
    say: (text) => {
      said += Buffer.byteLength(text);
      holder.stdin?.write(text);
    },
    heard: () => until(() => back === said),
    over: async () => {
      await until(() => end !== null);
      return end ?? '';
    },
    stop,
  };
}
