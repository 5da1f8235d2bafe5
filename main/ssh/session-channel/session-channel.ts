import type { Client, ClientChannel } from 'ssh2';
import type { Failure } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Clock } from '../../keepalive/clock.ts';
import type { EndCause, Transport, TypingOptions, X11Standing } from '../../session/ports/transport.ts';
import type { offerX11 } from '../forwards/x11-forward.ts';
import type { Lifetime } from '../lifetime.ts';
import { quietly } from '../quietly.ts';
import { changeSize } from '../ssh2-internals/channels.ts';
import { environmentToSend } from './environment.ts';
import { type Output, readOutput } from './output.ts';
import { type ProgramEvent, startProgram } from './program.ts';
import { passThrough, type TerminalEnds, terminalEnds } from './terminal-ends.ts';

type Exit = Extract<EndCause, { readonly kind: 'exited' }>;

export interface SessionChannelRequest {
  readonly profile: Profile;
  readonly host: string;
  readonly columns: number;
  readonly rows: number;
  /** This computer's variables, of which the session may send some. */
  readonly environment: NodeJS.ProcessEnv;
  /** See SshDependencies. */
  readonly passesThrough: boolean;
  readonly clock: Clock;
  readonly lifetime: Lifetime;
  readonly onRefused: (failure: Failure) => void;
  readonly onExited: (exit: Exit) => void;
}

/**
 * The program that the session is for, on a channel of its own, or none where the profile starts no shell. It tells of
 * `open`, `x11` and `data` by the lifetime, and keeps what is asked of it before it runs.
 */
export interface SessionChannel
  extends Pick<Transport, 'write' | 'endInput' | 'pause' | 'resume' | 'resize' | 'setTyping'> {
  /** For after the login; `x11` is what can be offered of a display, null where none is wanted. */
  readonly start: (client: Client, x11: ReturnType<typeof offerX11> | null) => void;
  readonly isOpen: () => boolean;
  /** What the program has told of its end, while its channel is still there. */
  readonly exit: () => Exit | null;
  /** Tells of all that has come, paused or not. */
  readonly flush: () => void;
  /** See Output. */
  readonly isOverrun: () => boolean;
}

/** What there is of a program that runs. */
interface Running {
  readonly client: Client;
  readonly channel: ClientChannel;
  readonly output: Output;
  readonly ends: TerminalEnds;
}

export function createSessionChannel(request: SessionChannelRequest): SessionChannel {
  const { profile, host, lifetime, onRefused, onExited } = request;
  let size = { columns: request.columns, rows: request.rows };
  let isPaused = false;
  let typing: TypingOptions = profile;
  let isOpen = false;
  let running: Running | null = null;
  let exit: Exit | null = null;

  const live = () => (lifetime.signal.aborted ? null : running);
  const open = () => {
    isOpen = true;
    lifetime.emit({ kind: 'open' });
  };
  const sendSize = () => {
    const now = live();
    if (now !== null) quietly(() => changeSize(now.client, now.channel, size.columns, size.rows));
  };
  const tellX11 = (standing: X11Standing) => {
    lifetime.log(standing.kind === 'on' ? 'X11 forwarding is on.' : standing.reason);
    lifetime.emit({ kind: 'x11', standing });
  };

  const run = (client: Client, channel: ClientChannel) => {
    // Streams begin to flow on the next tick: no data comes before `open` was told.
    const show = (bytes: Uint8Array, isError = false) => lifetime.emit({ kind: 'data', bytes, isError });
    const onInterrupt = () => onExited({ kind: 'exited', code: null, signal: 'INT' });
    const ends = request.passesThrough
      ? passThrough(channel)
      : terminalEnds(channel, !profile.noPty, typing, { onEcho: show, onInterrupt });
    const output = readOutput(client, channel, request.clock, (bytes, isError) => show(ends.shown(bytes), isError));
    running = { client, channel, output, ends };
    if (isPaused) output.pause();
    open();
  };

  const handleProgram = (client: Client, event: ProgramEvent) => {
    if (lifetime.signal.aborted) return;
    if (event.kind === 'started') run(client, event.channel);
    else if (event.kind === 'refused') onRefused(event.failure);
    else if (event.kind === 'x11') tellX11(event.standing);
    else if (event.kind === 'exit') exit = { kind: 'exited', code: event.code, signal: event.signal };
    else onExited(exit ?? { kind: 'exited', code: null, signal: null });
  };

  return {
    start: (client, x11) => {
      if (profile.noShell) return open();
      if (x11?.kind === 'failed') tellX11(x11);
      const asked = size;
      const onEvent = (event: ProgramEvent) => {
        handleProgram(client, event);
        if (event.kind === 'started' && size !== asked) sendSize();
      };
      const environment = environmentToSend(profile, request.environment);
      const offer = x11?.kind === 'offered' ? x11 : null;
      const program = { client, host, profile, environment, ...size, x11: offer, onEvent, onLog: lifetime.log };
      quietly(() => startProgram(program));
    },
    isOpen: () => isOpen,
    exit: () => exit,
    flush: () => running?.output.flush(),
    isOverrun: () => running?.output.isOverrun() ?? false,
    write: (bytes, onTaken) => live()?.ends.write(bytes, onTaken),
    endInput: () => {
      const channel = live()?.channel;
      if (channel !== undefined) quietly(() => channel.end());
    },
    pause: () => {
      isPaused = true;
      live()?.output.pause();
    },
    resume: () => {
      isPaused = false;
      live()?.output.resume();
    },
    resize: (columns, rows) => {
      size = { columns, rows };
      sendSize();
    },
    setTyping: (changed) => {
      typing = changed;
      live()?.ends.setTyping(changed);
    },
  };
}
