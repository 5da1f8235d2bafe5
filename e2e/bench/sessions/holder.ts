import { setTimeout as wait } from 'node:timers/promises';
import type { SessionId, SessionState } from '#contract/session/session.ts';
import type { OpenTransport } from '../../../main/session/ports/transport.ts';
import type { Session } from '../../../main/session/session-parts.ts';
import { keyLoginProfile } from '../key-login.ts';
import { createSessionCore } from '../session-core.ts';
import type { HolderCalls, OpenRequest } from './calls.ts';
import { serve } from './worker.ts';

/** A process of Holdfast's session core with any number of sessions. */

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

async function open({ sessions, atOnce, keepaliveSeconds, target, folder }: OpenRequest): Promise<null> {
  const registry = createSessionCore({
    folder,
    through: noting,
    onChange: ({ id, state }) => states.set(id, state),
  });
  const profile = {
    ...keyLoginProfile(target),
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
