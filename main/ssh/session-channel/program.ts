import type { Client, ClientChannel } from 'ssh2';
import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Pair } from '#contract/settings/definition.ts';
import type { X11Standing } from '../../session/ports/transport.ts';
import type { X11Offer } from '../forwards/x11-forward.ts';
import { harmlessLine } from '../sanitise.ts';
import { answerAfterExit, openSession, request } from '../ssh2-internals/channels.ts';
import { leastWindow } from './receive-window.ts';
import { encodeTerminalModes } from './terminal-modes.ts';

export type ProgramEvent =
  /** The shell or command runs; `data` is read from now on. */
  | { readonly kind: 'started'; readonly channel: ClientChannel }
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** What came of the X11 that the server was offered. */
  | { readonly kind: 'x11'; readonly standing: X11Standing }
  /** exit-status or exit-signal (RFC 4254, 6.10), whose name is made harmless; the channel may stay open. */
  | { readonly kind: 'exit'; readonly code: number | null; readonly signal: string | null }
  /** The channel is closed and all that came by it was read. */
  | { readonly kind: 'closed' };

export interface ProgramRequest {
  readonly client: Client;
  readonly host: string;
  readonly profile: Profile;
  readonly environment: readonly Pair[];
  readonly columns: number;
  readonly rows: number;
  /** Null: programs in the session get no display. */
  readonly x11: X11Offer | null;
  readonly onEvent: (event: ProgramEvent) => void;
  readonly onLog: (text: string) => void;
}

/**
 * Opens a channel, with a terminal unless the profile wants none, and starts the shell, or the profile's remote
 * command, in it.
 */
export function startProgram(options: ProgramRequest): void {
  openSession(options.client, leastWindow, (channel) => {
    if (channel === null) options.onEvent({ kind: 'refused', failure: noChannel(options.host) });
    else void start(channel, options);
  });
}

/** Sends all requests at once, as OpenSSH does: a shell costs one round trip, not one for each variable. */
async function start(
  channel: ClientChannel,
  { client, host, profile, environment, ...options }: ProgramRequest,
): Promise<void> {
  channel.on('exit', (code: number | null, signal?: string) =>
    options.onEvent({ kind: 'exit', code, signal: signal === undefined ? null : harmlessLine(signal) }),
  );
  channel.on('close', () => options.onEvent({ kind: 'closed' }));
  channel.on('error', () => {});
  answerAfterExit(client, channel);
  const { columns, rows } = options;
  const command = profile.remoteCommand;
  const agent = profile.agentForwarding === 'off' ? null : request(client, channel, { kind: 'agent-forwarding' });
  const { terminalType } = profile;
  const terminal = { kind: 'pty', terminalType, columns, rows, modes: encodeTerminalModes(profile) } as const;
  const pty = profile.noPty ? null : request(client, channel, terminal);
  const x11 = options.x11 === null ? null : askForX11(client, channel, options.x11);
  const asked = environment.map((pair) => request(client, channel, { kind: 'environment', ...pair }));
  const started = request(client, channel, command === '' ? { kind: 'shell' } : { kind: 'exec', command });

  if (agent !== null) {
    options.onLog((await agent) ? 'The agent is forwarded to the server.' : 'The server refused agent forwarding.');
  }
  if ((await pty) === false) options.onLog('The server refused to allocate a terminal.');
  if (x11 !== null) options.onEvent({ kind: 'x11', standing: await x11 });
  const taken = await Promise.all(asked);
  for (const text of environmentLog(environment, taken)) options.onLog(text);
  if (!(await started)) {
    options.onEvent({ kind: 'refused', failure: noProgram(host, command) });
    return;
  }
  options.onLog(command === '' ? 'Started a shell.' : 'Started the remote command.');
  options.onEvent({ kind: 'started', channel });
}

async function askForX11(client: Client, channel: ClientChannel, offer: X11Offer): Promise<X11Standing> {
  const { cookie, screen, standing } = offer;
  return (await request(client, channel, { kind: 'x11', cookie, screen })) ? standing : x11Refused();
}

const x11Refused = (): X11Standing => ({
  kind: 'failed',
  reason: t('The server refused X11 forwarding: it needs X11Forwarding in its sshd_config, and xauth.'),
});

/** Names are the profile's own, so fit for a log. */
function environmentLog(pairs: readonly Pair[], taken: readonly boolean[]): readonly string[] {
  if (pairs.length === 0) return [];
  const refused = pairs.filter((_pair, index) => taken[index] !== true).map(({ name }) => name);
  const sent = `Sent ${pairs.length} environment ${pairs.length === 1 ? 'variable' : 'variables'}.`;
  return refused.length === 0
    ? [sent]
    : [sent, `The server did not take these (its AcceptEnv): ${refused.join(', ')}.`];
}

const noChannel = (host: string): Failure => ({
  code: 'channel-refused',
  message: t('{host} accepted the login and then refused to open a session.', { host }),
  retryable: true,
  hint: t('The server may allow no more sessions (MaxSessions), or this account may be for forwarding only.'),
});

const noProgram = (host: string, command: string): Failure => ({
  code: 'channel-refused',
  message: t(
    command === ''
      ? '{host} accepted the login and then refused to start a shell.'
      : '{host} accepted the login and then refused to start the remote command.',
    { host },
  ),
  retryable: true,
});
