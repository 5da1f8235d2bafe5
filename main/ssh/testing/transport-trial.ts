import { success } from '#contract/failure.ts';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import type { Clock } from '../../keepalive/clock.ts';
import type { EndCause, PacketTrace, Transport, TransportEvent } from '../../session/ports/transport.ts';
import type { SshDependencies } from '../dependencies.ts';
import type { HostKeyPolicy } from '../host-keys/host-key-policy.ts';
import { createKeptPassphrases } from '../keys/kept-passphrases.ts';
import { createSshTransport } from '../ssh-transport.ts';

/** Real time, `factor` times as fast: a limit of 30 s ends after 30 s / factor. Knows its armed timers. */
export function clockOf(factor = 1): Clock & { readonly pending: () => number } {
  const timers = new Set<NodeJS.Timeout>();
  return {
    now: () => performance.now() * factor,
    after: (ms, callback) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        callback();
      }, ms / factor);
      timers.add(timer);
      return () => {
        clearTimeout(timer);
        timers.delete(timer);
      };
    },
    pending: () => timers.size,
  };
}

/** Takes every host. */
export const trusting: HostKeyPolicy = {
  knownKeys: () => ({ types: [], hasAuthority: false }),
  learn: async () => null,
  check: async () => success('known'),
};

/** Knows no saved sessions, and keeps no jump host alive. */
export const noHops: Pick<SshDependencies, 'resolveHop' | 'keepHopAlive'> = {
  resolveHop: () => null,
  keepHopAlive: () => ({ noteReceived: () => undefined, stop: () => undefined }),
};

export interface Trial {
  readonly transport: Transport;
  readonly events: readonly TransportEvent[];
  readonly prompts: readonly Prompt[];
  /** What came of each of them: an answer, or its end. */
  readonly asked: readonly Promise<PromptAnswer>[];
  /** Resolves once the events satisfy it; rejects, with the events, if they ended without. */
  readonly until: (isReached: () => boolean) => Promise<void>;
  readonly opened: () => Promise<void>;
  readonly ended: () => Promise<EndCause>;
  readonly output: () => string;
  readonly log: () => string;
  readonly count: (kind: TransportEvent['kind']) => number;
}

export interface TrialOptions {
  readonly profile: Partial<Profile>;
  readonly dependencies?: Partial<SshDependencies>;
  readonly answer?: (prompt: Prompt) => PromptAnswer | Promise<PromptAnswer>;
  readonly trace?: PacketTrace;
}

/** Opens a transport to a server on loopback and keeps all that it tells. */
export function tryTransport(options: TrialOptions): Trial {
  const events: TransportEvent[] = [];
  const prompts: Prompt[] = [];
  const asked: Promise<PromptAnswer>[] = [];
  const waiting = new Set<() => void>();
  const dependencies: SshDependencies = {
    hostKeys: trusting,
    clock: clockOf(),
    homeDir: '/nowhere',
    environment: {},
    findAgents: async () => [],
    passphrases: createKeptPassphrases(),
    x11: { display: null, authorityFile: '/nowhere', hostName: 'here' },
    ...noHops,
    notePassed: () => undefined,
  };
  const open = createSshTransport({ ...dependencies, ...options.dependencies });
  const cancel = { kind: 'cancel' } as const;
  const transport = open({
    profile: { ...defaultProfile, hostName: '127.0.0.1', ...options.profile },
    columns: 80,
    rows: 24,
    ...(options.trace === undefined ? {} : { trace: options.trace }),
    onEvent: (event) => {
      events.push(event);
      for (const check of [...waiting]) check();
    },
    ask: async (prompt, signal) => {
      prompts.push(prompt);
      const answer = options.answer?.(prompt) ?? cancel;
      for (const check of [...waiting]) check();
      const aborted = new Promise<PromptAnswer>((resolve) => signal.addEventListener('abort', () => resolve(cancel)));
      const outcome = Promise.race([answer, aborted]);
      asked.push(outcome);
      return outcome;
    },
  });

  const endCause = () => events.flatMap((event) => (event.kind === 'ended' ? [event.cause] : []))[0];
  const until = (isReached: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const check = () => {
        if (!isReached() && endCause() === undefined) return;
        waiting.delete(check);
        if (isReached()) resolve();
        else reject(new Error(`It ended before:\n${JSON.stringify(endCause())}\n${log()}`));
      };
      waiting.add(check);
      check();
    });
  const count = (kind: TransportEvent['kind']) => events.filter((event) => event.kind === kind).length;
  const log = () => events.flatMap((event) => (event.kind === 'log' ? [event.text] : [])).join('\n');
  const output = () =>
    Buffer.concat(events.flatMap((event) => (event.kind === 'data' ? [event.bytes] : []))).toString();

  return {
    transport,
    events,
    prompts,
    asked,
    until,
    opened: () => until(() => count('open') > 0),
    ended: async () => {
      await until(() => endCause() !== undefined);
      return endCause() as EndCause;
    },
    output,
    log,
    count,
  };
}
