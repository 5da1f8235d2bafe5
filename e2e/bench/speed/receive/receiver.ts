import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { SessionSnapshot } from '#contract/session/session.ts';
import { keyLoginProfile } from '../../key-login.ts';
import { createSessionCore } from '../../session-core.ts';
import { serve } from '../../sessions/worker.ts';
import type { Memory, Received, ReceiveRequest, ReceiverCalls, RememberRequest } from './calls.ts';

/** A process of Holdfast's session core with one session at a time, whose output nobody reads. */

/** Resolves at the end of the session. `onBytes` is told how many have come. */
async function run(
  { target, command, folder }: ReceiveRequest,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Received> {
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
    ...keyLoginProfile(target),
    remoteCommand: command,
    noPty: true,
    // A session whose tab closes itself tells nothing of its end.
    closeOnExit: 'never' as const,
  };
  const session = registry.open({ profile, savedAs: null });
  session.pump.attach((message) => {
    if (!(message instanceof Uint8Array)) return;
    bytes += message.length;
    onBytes(bytes);
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

async function remember({ lookAt, ...request }: RememberRequest): Promise<readonly Memory[]> {
  const memories: Memory[] = [];
  await run(request, (bytes) => {
    const next = lookAt[memories.length];
    if (next !== undefined && bytes >= next) memories.push(memoryNow());
  });
  return memories;
}

function memoryNow(): Memory {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  // What the first one finds are buffers too, which it frees in the background: the second waits for that.
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss };
}

serve({ receive: (request) => run(request), remember } satisfies ReceiverCalls);
