import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Result } from '#contract/failure.ts';
import type { Forward } from '#contract/forwards/forward.ts';
import { parseOptionForward } from '#contract/forwards/forward-notation.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Sshd } from '../../../../e2e/lab/sshd.ts';
import { freePort } from '../../../../e2e/lab/tcp.ts';
import type { OpenForward, Transport } from '../../../session/ports/transport.ts';
import { type Trial, tryTransport } from '../../testing/transport-trial.ts';

/** Logs in to the lab's sshd; the connection ends with the test. */
export async function logIn(sshd: Sshd, profile: Partial<Profile> = {}): Promise<Trial> {
  const { userName, clientKey: keyFile } = sshd;
  const login = { portNumber: sshd.port, userName, keyFile, noShell: true, tryAgent: false };
  const trial = tryTransport({ profile: { ...login, ...profile } });
  onTestFinished(() => trial.transport.close());
  await trial.opened();
  return trial;
}

/** A forward in the words of -L, -R and -D. */
export function forwardOf(option: string): Forward {
  const kind = ({ L: 'local', R: 'remote', D: 'dynamic' } as const)[option[1] as 'L' | 'R' | 'D'];
  const read = parseOptionForward(kind, option.slice(3));
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

export interface Settled extends OpenForward {
  readonly listening: Result<readonly string[]>;
}

/** Opens a forward and waits until it listens or fails. */
export function openForward(
  transport: Transport,
  forward: Forward,
  { acceptsAll = false, replacesSocket = false } = {},
): Promise<Settled> {
  return new Promise((resolve) => {
    const opened = transport.openForward({
      forward,
      acceptsAll,
      replacesSocket,
      onSettled: (listening) => resolve({ ...opened, listening }),
    });
  });
}

/** Opens a forward that must listen, on a port that is free; `option` has PORT where that goes. */
export async function openOnFreePort(
  transport: Transport,
  option: string,
): Promise<Settled & { readonly port: number }> {
  const port = await freePort();
  const settled = await openForward(transport, forwardOf(option.replace('PORT', String(port))));
  if (!settled.listening.ok) throw new Error(settled.listening.failure.message);
  return { ...settled, port };
}

export interface Target {
  readonly port: number;
  readonly server: Server;
  readonly connections: readonly Socket[];
}

/** A server that a forward leads to; it ends with the test. */
export async function startTarget(handle: (socket: Socket) => void, host = '127.0.0.1'): Promise<Target> {
  const connections: Socket[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    connections.push(socket);
    socket.on('error', () => {});
    handle(socket);
  });
  server.listen(0, host);
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of connections) socket.destroy();
  });
  return { port: (server.address() as AddressInfo).port, server, connections };
}

/** Gives back what it gets. */
export const echo = (socket: Socket): void => {
  socket.pipe(socket);
};

/** Runs a program; resolves to its exit code and what it printed, standard error after standard output. */
export function run(
  program: string,
  args: readonly string[],
  input = '',
): Promise<{ readonly code: number; readonly text: string }> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { timeout: 30_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), text: stdout + stderr });
    });
    child.stdin?.on('error', () => {}).end(input); // it may have ended before
  });
}
