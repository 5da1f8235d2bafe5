import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findProgram } from '../../lab/programs.ts';
import { type ClientStart, type ClientTarget, type FaultClient, isOpen } from '../faults/clients/client.ts';
import { startOpenSsh } from '../faults/clients/openssh.ts';
import { startPlink } from '../faults/clients/plink.ts';
import type { AskRequest } from './calls.ts';

/** Programs that hold one session a process. */
export const peerNames = ['ssh', 'plink'] as const;
export type PeerName = (typeof peerNames)[number];

/** Some processes of one of them, each with a session open. */
export interface Peers {
  /** On the processor since their start, all together, ms. */
  readonly cpuMs: () => Promise<number>;
  /** Their memory, all together, bytes; what they share is divided among those that share it (PSS). */
  readonly memoryBytes: () => Promise<number>;
  /** Types a line into each and waits for its answer; how many have answered. */
  readonly ask: (request: AskRequest) => Promise<number>;
  readonly stop: () => Promise<void>;
}

export interface PeersRequest {
  readonly name: PeerName;
  readonly count: number;
  readonly target: ClientTarget;
  /** Null packets with plink, ServerAliveInterval with ssh. */
  readonly keepaliveSeconds: number;
  readonly folder: string;
  /** Rejects soon once it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** Why it can't be measured here, as a sentence; null if it can. */
export function whyNoPeers(name: PeerName): string | null {
  if (!existsSync('/proc/self/schedstat') || !existsSync('/proc/self/smaps_rollup')) {
    return 'This system does not tell what a process uses as Linux does.';
  }
  return findProgram(name) === null ? `${name} is not installed.` : null;
}

/** Logins under way at once. */
const atOnce = 4;

/** From the start of a program to its first output, at most, on a busy machine. Seconds. */
const startSeconds = 60;

/** Between two looks, ms. */
const lookEvery = 20;

const starters = {
  ssh: startOpenSsh,
  plink: startPlink,
} as const satisfies Record<PeerName, (start: ClientStart) => Promise<FaultClient>>;

/** Resolves when all are open; throws if one does not open. */
export async function startPeers({
  name,
  count,
  target,
  keepaliveSeconds,
  folder,
  signal,
}: PeersRequest): Promise<Peers> {
  const clients: FaultClient[] = [];
  let begun = 0;
  const startOne = async () => {
    signal?.throwIfAborted();
    begun += 1;
    const own = join(folder, `${name}-${begun}`);
    await mkdir(own);
    const settings = {
      keepaliveSeconds,
      checkSeconds: keepaliveSeconds,
      checkCount: 3,
      whenStalled: 'mark',
      whenLost: 'wait',
    } as const;
    const environment = { PATH: process.env.PATH ?? '', TERM: 'xterm', LANG: 'C.UTF-8' };
    const client = await starters[name]({ target, settings, folder: own, environment, spawn });
    clients.push(client);
    await until(() => isOpen(client) || client.cause() !== null, startSeconds);
    if (!isOpen(client)) throw new Error(`${name} did not come up: ${client.cause()?.says ?? 'it did not say why'}.`);
  };
  const startSome = async () => {
    while (begun < count) await startOne();
  };
  const stop = async () => {
    await Promise.all(clients.map((client) => client.stop()));
  };
  const started = await Promise.allSettled(Array.from({ length: atOnce }, startSome));
  const failure = started.find((each) => each.status === 'rejected');
  if (failure !== undefined) {
    await stop();
    throw failure.reason;
  }
  return {
    cpuMs: () => sumOf(clients, cpuMsOf),
    memoryBytes: () => sumOf(clients, memoryBytesOf),
    ask: async ({ line, answer, withinSeconds }) => {
      for (const client of clients) client.type(`${line}\r`);
      const answered = () => clients.filter((client) => client.output().includes(answer)).length;
      await until(() => answered() === clients.length, withinSeconds);
      return answered();
    },
    stop,
  };
}

async function until(isReached: () => boolean, withinSeconds: number): Promise<void> {
  const end = performance.now() + withinSeconds * 1000;
  while (!isReached() && performance.now() < end) await wait(lookEvery);
}

async function sumOf(clients: readonly FaultClient[], of: (pid: number) => Promise<number>): Promise<number> {
  const each = await Promise.all(clients.map(({ pid }) => of(pid)));
  return each.reduce((sum, one) => sum + one, 0);
}

/** Of its only thread, in nanoseconds; /proc/PID/stat counts in hundredths of a second. */
async function cpuMsOf(pid: number): Promise<number> {
  const [nanoseconds] = (await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ');
  return Number(nanoseconds) / 1e6;
}

async function memoryBytesOf(pid: number): Promise<number> {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}
