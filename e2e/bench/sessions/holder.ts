import { networkInterfaces } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { defaultProfile } from '#contract/profile.ts';
import type { SessionId, SessionState } from '#contract/session.ts';
import { findCharacterSet } from '../../../main/character-sets/character-sets.ts';
import { createHopKeepalive } from '../../../main/keepalive/hop-keepalive.ts';
import { addressesOf, createNetworkWatch } from '../../../main/keepalive/network-watch.ts';
import { createPathBook } from '../../../main/keepalive/path-book.ts';
import { createSleepWatch } from '../../../main/keepalive/sleep-watch.ts';
import { systemClock } from '../../../main/keepalive/system-clock.ts';
import { createRegistry } from '../../../main/session/registry.ts';
import type { Session } from '../../../main/session/session-parts.ts';
import { noLog } from '../../../main/session/testing/no-log.ts';
import type { OpenTransport } from '../../../main/session/transport.ts';
import { createHostProbe } from '../../../main/ssh/probes/probe-host.ts';
import { createSshTransports } from '../../../main/ssh/ssh-transports.ts';
import type { HolderCalls, OpenRequest } from './calls.ts';
import { serve } from './worker.ts';

/** Holdfast's session core without its window, wired as in main/index.ts, with any number of sessions. */

interface Held {
  readonly session: Session;
  /** The end of what it printed. */
  readonly output: () => string;
}

/** Between two looks, ms. */
const lookEvery = 20;

/** More than an answer has. */
const keptCharacters = 200;

const held: Held[] = [];
const sent: number[][] = [];
const states = new Map<SessionId, SessionState>();

/** Notes when each null packet is handed to ssh2, which writes it to the socket before it returns. */
const noting =
  (open: OpenTransport): OpenTransport =>
  (options) => {
    const times: number[] = [];
    sent.push(times);
    const transport = open(options);
    return {
      ...transport,
      sendNullPacket: () => {
        times.push(performance.now());
        transport.sendNullPacket();
      },
    };
  };

/** Nothing is saved here. */
const resolveHop = () => null;

async function open({ sessions, atOnce, keepaliveSeconds, target, folder }: OpenRequest): Promise<null> {
  let made = 0;
  const network = createNetworkWatch(systemClock, () => addressesOf(networkInterfaces()));
  const registry = createRegistry({
    findCharacterSet,
    openTransport: noting(
      createSshTransports({
        folder,
        clock: systemClock,
        resolveHop,
        keepHopAlive: createHopKeepalive(systemClock),
        onNotice: () => undefined,
      }),
    ),
    openLog: noLog,
    probeHost: createHostProbe({ clock: systemClock, resolveHop, hasNetwork: network.isConnected }),
    network,
    paths: createPathBook({ memory: { paths: [], servers: [] }, localNetwork: () => 'bench', wallClock: Date.now }),
    sleep: createSleepWatch(systemClock, Date.now),
    clock: systemClock,
    wallClock: Date.now,
    onNotice: () => undefined,
    newId: () => `session-${made++}` as SessionId,
    onChange: ({ id, state }) => states.set(id, state),
    onLog: () => undefined,
    onRemoved: () => undefined,
  });
  const profile = {
    ...defaultProfile,
    hostName: target.host,
    portNumber: target.port,
    userName: target.userName,
    keyFile: target.keyFile,
    tryAgent: false,
    keepaliveSeconds,
  };
  const openOne = async () => {
    const session = registry.open({ profile, savedAs: null });
    held.push({ session, output: outputOf(session) });
    await untilOpen(session.snapshot().id);
  };
  const openSome = async () => {
    while (held.length < sessions) await openOne();
  };
  await Promise.all(Array.from({ length: atOnce }, openSome));
  return null;
}

function outputOf({ pump }: Session): () => string {
  let text = '';
  pump.attach((message) => {
    if (!(message instanceof Uint8Array)) return;
    text = (text + Buffer.from(message).toString('latin1')).slice(-keptCharacters);
    pump.credit(message.length);
  });
  return () => text;
}

async function untilOpen(id: SessionId): Promise<void> {
  for (;;) {
    const state = states.get(id);
    if (state?.kind === 'open') return;
    if (state?.kind === 'closed') throw new Error(`A session did not open: ${JSON.stringify(state.reason)}`);
    await wait(lookEvery);
  }
}

serve({
  open,
  usage: async () => {
    const { user, system } = process.cpuUsage();
    return { at: performance.now(), cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss() };
  },
  ask: async ({ line, answer, withinSeconds }) => {
    const end = performance.now() + withinSeconds * 1000;
    for (const { session } of held) session.write(Buffer.from(`${line}\r`));
    const answered = () => held.filter(({ output }) => output().includes(answer)).length;
    while (answered() < held.length && performance.now() < end) await wait(lookEvery);
    return answered();
  },
  sent: async () => sent,
} satisfies HolderCalls);
