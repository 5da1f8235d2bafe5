import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSshd } from '../../../lab/sshd.ts';
import { loopback } from '../../../lab/tcp.ts';
import { buildProgram } from '../../built-program.ts';
import type { ClientTarget } from '../../faults/clients/client.ts';
import { startWorker, type Worker } from '../../sessions/worker.ts';
import { textOf } from '../files/texts.ts';
import type { ReceiverCalls } from './calls.ts';

/** Holdfast's first choice where the processor helps with AES, as nearly all do. */
export const cipher = 'aes128-gcm@openssh.com';

export const megabyte = 1_000_000;

/** Of the file that is printed again and again. */
const fileMegabytes = 10;

/** An sshd with a log to print, and processes that receive it. */
export interface Stage {
  readonly target: ClientTarget;
  /** Where Holdfast's own files are. */
  readonly folder: string;
  /** Of the other programs. */
  readonly peersFolder: string;
  /** Prints about so much, in whole files: a command, and how many bytes that are. */
  readonly print: (megabytes: number) => { readonly command: string; readonly bytes: number };
  /** A process of Holdfast's session core; ends with the stage, if not before. */
  readonly start: () => Worker<ReceiverCalls>;
}

/** All of it is stopped and removed when `act` has ended; a run that is under way ends when `signal` is aborted. */
export async function onStage<T>(signal: AbortSignal, act: (stage: Stage) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-receive-'));
  const sshd = await startSshd({ config: [`Ciphers ${cipher}`] });
  const receiver = await buildProgram(new URL('receiver.ts', import.meta.url));
  const workers: Worker<ReceiverCalls>[] = [];
  const stopAll = () => Promise.all(workers.map((worker) => worker.stop()));
  signal.addEventListener('abort', stopAll, { once: true });
  try {
    const { port, userName, clientKey: keyFile, hostKey } = sshd;
    const target: ClientTarget = { host: loopback, port, userName, keyFile, hostKeyLine: hostKey.publicLine };
    await writeFile(join(folder, 'known_hosts'), `[${loopback}]:${port} ${target.hostKeyLine}\n`);
    const text = textOf('plain', fileMegabytes * megabyte);
    const file = join(folder, 'plain.log');
    await writeFile(file, text);
    const peersFolder = join(folder, 'peers');
    await mkdir(peersFolder);
    return await act({
      target,
      folder,
      peersFolder,
      print: (megabytes) => {
        const times = Math.ceil(megabytes / fileMegabytes);
        return { command: `cat ${Array.from({ length: times }, () => file).join(' ')}`, bytes: times * text.length };
      },
      start: () => {
        const worker = startWorker<ReceiverCalls>(receiver.url, folder);
        workers.push(worker);
        return worker;
      },
    });
  } finally {
    signal.removeEventListener('abort', stopAll);
    await stopAll();
    receiver.remove();
    await sshd.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
