import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CloseReason, SessionState } from '#contract/session/session.ts';
import { keyLoginProfile } from '../../key-login.ts';
import type { Cause, ClientEvent, ClientStart, FaultClient } from './client.ts';
import type { FromHoldfast, ToHoldfast } from './holdfast-messages.ts';

const program = fileURLToPath(new URL('../holdfast-client.ts', import.meta.url));
/** Where `--import tsx` is found. */
const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** Starts a process with a session of Holdfast's core. */
export async function startHoldfast(start: ClientStart): Promise<FaultClient> {
  const { target, settings, folder } = start;
  await writeFile(join(folder, 'known_hosts'), `[${target.host}]:${target.port} ${target.hostKeyLine}\n`);
  const child = start.spawn(process.execPath, ['--import', 'tsx', program], {
    cwd: root,
    env: { ...start.environment, HOME: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { pid, stdin, stdout } = child;
  if (pid === undefined || stdin === null || stdout === null) throw new Error("Holdfast's core did not start.");
  const exited = once(child, 'exit');
  stdin.on('error', () => undefined); // it was killed
  const events: ClientEvent[] = [];
  const log: string[] = [];
  const output: string[] = [];
  let state: SessionState['kind'] = 'connecting';
  let cause: Cause | null = null;

  const handleState = (next: SessionState, at: number) => {
    if (next.kind === 'open') events.push({ kind: 'opened', at });
    if (next.kind === 'closed' || next.kind === 'reconnecting') {
      const wasOpen = state === 'open';
      if (wasOpen) events.push({ kind: 'ended', at });
      // Attempts to connect again that fail say nothing of why it was lost.
      if (wasOpen || cause === null) cause = causeOf(next.reason, false);
      else if (next.kind === 'closed' && state === 'closed') cause = causeOf(next.reason, true);
    }
    state = next.kind;
  };
  const handle = (message: FromHoldfast) => {
    switch (message.kind) {
      case 'state':
        return handleState(message.state, message.at);
      case 'stalled':
        events.push({ kind: message.stalled ? 'stalled' : 'recovered', at: message.at });
        return;
      case 'output':
        output.push(message.text);
        return;
      case 'log':
        log.push(message.text);
    }
  };
  child.on('exit', () => {
    cause ??= { ...nothingJudged, says: 'its process ended' };
  });
  createInterface({ input: stdout }).on('line', (line) => handle(JSON.parse(line)));
  const tell = (message: ToHoldfast) => stdin.write(`${JSON.stringify(message)}\n`);

  tell({
    kind: 'open',
    folder,
    profile: {
      ...keyLoginProfile(target),
      keepaliveSeconds: settings.keepaliveSeconds,
      aliveCheckSeconds: settings.checkSeconds,
      aliveCheckCount: settings.checkCount,
      whenStalled: settings.whenStalled,
      whenLost: settings.whenLost,
    },
  });
  return {
    name: 'holdfast',
    pid,
    type: (text) => tell({ kind: 'type', text }),
    output: () => output.join(''),
    events,
    cause: () => cause,
    restart: () => tell({ kind: 'restart' }),
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

const nothingJudged = { verdict: null, confidence: null, remedy: null, reviewed: false } as const;

function causeOf(reason: CloseReason, reviewed: boolean): Cause {
  const verdict = 'verdict' in reason ? reason.verdict : null;
  const failure = 'failure' in reason ? reason.failure.message : 'The session ended.';
  return {
    verdict: verdict?.kind ?? null,
    confidence: verdict?.confidence ?? null,
    remedy: verdict?.remedy.kind ?? null,
    reviewed,
    says: verdict?.sentence ?? failure,
  };
}
