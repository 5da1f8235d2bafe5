import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { freePort } from '../../../../e2e/lab/tcp.ts';

/** The TCP port of display 0. */
const firstPort = 6000;

/** What nc holds before Linux drops the packets of more: one connection that it serves, and two that wait. */
const held = 3;

/** The name of a display at which connections are neither taken nor refused; it ends with the test. */
export async function startSilentDisplay(): Promise<string> {
  const port = await freePort();
  const server = spawn('nc', ['-lk', '127.0.0.1', String(port)], { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(server, 'exit');
  const fillers = new Set<ReturnType<typeof connect>>();
  onTestFinished(async () => {
    for (const filler of fillers) filler.destroy();
    server.kill('SIGKILL');
    await ended;
  });
  const isTaken = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      fillers.add(socket.on('error', () => resolve(false)));
    });
  let taken = 0;
  while (taken < held) taken += (await isTaken()) ? 1 : 0;
  return `127.0.0.1:${port - firstPort}`;
}
