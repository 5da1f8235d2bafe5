import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeKeyPair } from '../../lab/key-pair.ts';
import { loopback } from '../../lab/tcp.ts';
import { buildProgram } from '../built-program.ts';
import type { ClientTarget } from '../faults/clients/client.ts';
import type { HolderCalls, ServerCalls, Usage } from './calls.ts';
import type { SessionsOptions } from './options.ts';
import { type PeerName, type Peers, peerNames, startPeers, whyNoPeers } from './peers.ts';
import { startWorker, type Worker } from './worker.ts';

/** The counting server, and all sessions open on it. */
export interface Stage {
  readonly server: Worker<ServerCalls>;
  readonly holder: Worker<HolderCalls>;
  /** Those that can be measured here. */
  readonly peers: readonly { readonly name: PeerName; readonly held: Peers }[];
  /** Of the holder, before its first session. */
  readonly empty: Usage;
  /** Until all sessions of the holder were open. */
  readonly openedSeconds: number;
  readonly stop: () => Promise<void>;
}

export type StageOptions = Pick<SessionsOptions, 'sessions' | 'peers' | 'period'> & {
  /** Those to be beside it, if they can be here. Default: all. */
  readonly programs?: readonly PeerName[];
  readonly signal?: AbortSignal;
  readonly onProgress: (text: string) => void;
};

/** The line typed into each session at the end, and what only a session that lives prints. */
export const question = { line: 'are-you-there', answer: 'still-here' } as const;

/** Logins of Holdfast under way at once. */
const atOnce = 8;

/** Starts everything; throws if something doesn't start, or a session doesn't open. */
export async function setStage({
  sessions,
  peers: count,
  period,
  onProgress,
  ...options
}: StageOptions): Promise<Stage> {
  const { programs = peerNames, signal } = options;
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-sessions-'));
  const undo: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const server = startWorker<ServerCalls>(new URL('counting-server.ts', import.meta.url), folder);
    undo.push(server.stop);
    const { port, hostKeyLine } = await server.call('start', question);
    const { file: keyFile } = await makeKeyPair(folder, 'client-key');
    await writeFile(join(folder, 'known_hosts'), `[${loopback}]:${port} ${hostKeyLine}\n`);
    const targetOf = (userName: string): ClientTarget => ({ host: loopback, port, userName, keyFile, hostKeyLine });

    const program = await buildProgram(new URL('holder.ts', import.meta.url));
    undo.push(async () => program.remove());
    const holder = startWorker<HolderCalls>(program.url, folder);
    undo.push(holder.stop);
    const empty = await holder.call('usage', null);
    onProgress(`Opening ${sessions} sessions in one process of Holdfast…`);
    await holder.call('open', { sessions, atOnce, keepaliveSeconds: period, target: targetOf('holdfast'), folder });
    const { at: openedAt } = await holder.call('usage', null);

    const peers: { name: PeerName; held: Peers }[] = [];
    for (const name of programs.filter((each) => whyNoPeers(each) === null)) {
      signal?.throwIfAborted();
      onProgress(`Opening ${count} processes of ${name}…`);
      const own = join(folder, name);
      await mkdir(own);
      const target = targetOf(name);
      const held = await startPeers({ name, count, target, keepaliveSeconds: period, folder: own, signal });
      undo.push(held.stop);
      peers.push({ name, held });
    }
    return { server, holder, peers, empty, openedSeconds: (openedAt - empty.at) / 1000, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
