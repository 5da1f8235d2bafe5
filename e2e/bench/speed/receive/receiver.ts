import { setTimeout as wait } from 'node:timers/promises';
import { defaultProfile } from '#contract/profile.ts';
import type { SessionSnapshot } from '#contract/session.ts';
import { createSessionCore } from '../../session-core.ts';
import { serve } from '../../sessions/worker.ts';
import type { Received, ReceiveRequest, ReceiverCalls } from './calls.ts';

/** A process of Holdfast's session core with one session at a time, whose output nobody reads. */

async function receive({ target, command, folder }: ReceiveRequest): Promise<Received> {
  const before = process.cpuUsage();
  const began = performance.now();
  let bytes = 0;
  let noteChange: (snapshot: SessionSnapshot) => void = () => undefined;
  const ended = new Promise<SessionSnapshot>((resolve) => {
    noteChange = (snapshot) => {
      if (snapshot.state.kind === 'closed' || snapshot.prompt !== null) resolve(snapshot);
    };
  });
  const registry = createSessionCore({ folder, passesThrough: true, onChange: (snapshot) => noteChange(snapshot) });
  const profile = {
    ...defaultProfile,
    hostName: target.host,
    portNumber: target.port,
    userName: target.userName,
    keyFile: target.keyFile,
    tryAgent: false,
    remoteCommand: command,
    noPty: true,
    // A session whose tab closes itself tells nothing of its end.
    closeOnExit: 'never' as const,
  };
  const session = registry.open({ profile, savedAs: null });
  session.pump.attach((message) => {
    if (!(message instanceof Uint8Array)) return;
    bytes += message.length;
    session.pump.credit(message.length);
  });
  const { state, prompt } = await ended;
  // The pump may hold the last piece back for some milliseconds.
  while (!session.pump.isDrained()) await wait(1);
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  if (state.kind !== 'closed' || state.reason.kind !== 'exited') {
    throw new Error(`The session did not end as it should: ${JSON.stringify({ state, prompt })}`);
  }
  registry.dispose();
  return { bytes, ms, cpuMs: (user + system) / 1000 };
}

serve({ receive } satisfies ReceiverCalls);
