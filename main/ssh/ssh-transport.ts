import type { Client, ClientChannel } from 'ssh2';
import { type Failure, failed } from '#contract/failure.ts';
import type { Prompt, PromptAnswer } from '#contract/prompt.ts';
import { filesLost } from '../session/ports/remote-files.ts';
import type {
  EndCause,
  OpenTransport,
  SocketOptions,
  Transport,
  TransportOptions,
  TypingOptions,
  X11Standing,
} from '../session/ports/transport.ts';
import { startConnection } from './connection/connection.ts';
import { hangUp } from './connection/hang-up.ts';
import { internalFailure, overrunFailure } from './connection-failures.ts';
import type { SshDependencies } from './dependencies.ts';
import { closedForward, createTransportForwards, type TransportForwards } from './forwards/forwards.ts';
import { createLifetime } from './lifetime.ts';
import { quietly } from './quietly.ts';
import { openRoute } from './route/open-route.ts';
import { planRoute, type Stop } from './route/route-plan.ts';
import { wayOf } from './route/way.ts';
import { environmentToSend } from './session-channel/environment.ts';
import { type Output, readOutput } from './session-channel/output.ts';
import { type ProgramEvent, startProgram } from './session-channel/program.ts';
import { passThrough, type TerminalEnds, terminalEnds } from './session-channel/terminal-ends.ts';
import { openSftp } from './sftp/open-sftp.ts';
import { sendAliveCheck } from './ssh2-internals/alive-check.ts';
import { changeSize } from './ssh2-internals/channels.ts';
import { sendIgnore } from './ssh2-internals/packets.ts';
import { targetOf } from './target.ts';
import { isReplaced } from './wire/own-address.ts';
import { setSocketOptions } from './wire/socket.ts';
import type { Wire } from './wire/wire.ts';

/** The transport over ssh2 and an own socket. */
export const createSshTransport =
  (dependencies: SshDependencies): OpenTransport =>
  (options) =>
    openTransport(dependencies, options);

/** How far it has come; `channel` is null where the profile starts no shell. */
type Stage =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'authenticated' }
  | {
      readonly kind: 'open';
      readonly channel: ClientChannel | null;
      readonly output: Output | null;
      readonly ends: TerminalEnds | null;
    };

function openTransport(dependencies: SshDependencies, options: TransportOptions): Transport {
  const { profile } = options;
  const target = targetOf(profile);
  const plan = planRoute(profile, dependencies.resolveHop);
  const way = plan.ok ? wayOf(plan.value) : { peer: target.host, through: '' };
  const lifetime = createLifetime(options.onEvent);
  let stage: Stage = { kind: 'connecting' };
  let exit: Extract<EndCause, { readonly kind: 'exited' }> | null = null;
  let size = { columns: options.columns, rows: options.rows };
  let isPaused = false;
  let socketOptions: SocketOptions = profile;
  let typing: TypingOptions = profile;
  let wire: Wire | null = null;
  let ownAddress: string | null = null;
  let connection: Client | null = null;
  let forwards: TransportForwards | null = null;

  const ask = (prompt: Prompt, signal?: AbortSignal): Promise<PromptAnswer> =>
    options.ask(prompt, signal === undefined ? lifetime.signal : AbortSignal.any([lifetime.signal, signal]));

  const end = (cause: EndCause) => {
    if (stage.kind === 'open') stage.output?.flush();
    lifetime.end(cause);
  };
  const fail = (failure: Failure, at: Stop | null = null) => {
    const where = at === null ? {} : { at: at.name };
    end(exit ?? (stage.kind === 'open' ? { kind: 'lost', failure, ...where } : { kind: 'refused', failure }));
  };

  const tellX11 = (standing: X11Standing) => {
    lifetime.log(standing.kind === 'on' ? 'X11 forwarding is on.' : standing.reason);
    lifetime.emit({ kind: 'x11', standing });
  };

  const start = (client: Client) => {
    stage = { kind: 'authenticated' };
    const { signal, log } = lifetime;
    forwards = createTransportForwards({ client, server: target.host, clock: dependencies.clock, signal, onLog: log });
    lifetime.emit({ kind: 'authenticated' });
    if (profile.noShell) {
      stage = { kind: 'open', channel: null, output: null, ends: null };
      lifetime.emit({ kind: 'open' });
      return;
    }
    const asked = size;
    const handleStarted = (channel: ClientChannel) => {
      // Streams begin to flow on the next tick: no data comes before `open` was told.
      const show = (bytes: Uint8Array, isError = false) => lifetime.emit({ kind: 'data', bytes, isError });
      const onInterrupt = () => end({ kind: 'exited', code: null, signal: 'INT' });
      const ends = dependencies.passesThrough
        ? passThrough(channel)
        : terminalEnds(channel, !profile.noPty, typing, { onEcho: show, onInterrupt });
      const output = readOutput(client, channel, (bytes, isError) => show(ends.shown(bytes), isError));
      stage = { kind: 'open', channel, output, ends };
      if (isPaused) output.pause();
      lifetime.emit({ kind: 'open' });
      if (size !== asked) transport.resize(size.columns, size.rows);
    };
    const handleProgram = (event: ProgramEvent) => {
      if (lifetime.signal.aborted) return;
      if (event.kind === 'started') handleStarted(event.channel);
      else if (event.kind === 'refused') fail(event.failure);
      else if (event.kind === 'x11') tellX11(event.standing);
      else if (event.kind === 'exit') exit = { kind: 'exited', code: event.code, signal: event.signal };
      else end(exit ?? { kind: 'exited', code: null, signal: null });
    };
    const offer = profile.x11Forward ? forwards.offerX11(profile, dependencies.x11) : null;
    if (offer?.kind === 'failed') tellX11(offer);
    const x11 = offer?.kind === 'offered' ? offer : null;
    const environment = environmentToSend(profile, dependencies.environment);
    const told = { onEvent: handleProgram, onLog: log };
    const request = { client, host: target.host, profile, environment, ...size, x11, ...told };
    quietly(() => startProgram(request));
  };

  const connect = async () => {
    await null; // no event before this function's caller has the transport
    if (!plan.ok) {
      fail(plan.failure);
      return;
    }
    const opened = await openRoute({
      plan: plan.value,
      dependencies,
      signal: lifetime.signal,
      ask,
      onPhase: (phase, stop) => lifetime.emit({ kind: 'phase', phase, ...(stop === undefined ? {} : { stop }) }),
      onLog: lifetime.log,
      onLost: fail,
    });
    if (!opened.ok) {
      fail(opened.failure);
      return;
    }
    const made = opened.value;
    wire = made;
    ownAddress = made.socket?.localAddress ?? null; // no longer told once it is closed
    if (made.socket !== null) setSocketOptions(made.socket, socketOptions);
    connection = startConnection({
      wire: made,
      target,
      profile,
      dependencies,
      signal: lifetime.signal,
      ask,
      onLog: lifetime.log,
      trace: options.trace,
      onReceived: () => {
        lifetime.emit({ kind: 'received' });
        const isOverrun = (stage.kind === 'open' && stage.output?.isOverrun()) || forwards?.relays.isOverrun();
        if (isOverrun) fail(overrunFailure(target));
      },
      onLoggingIn: (negotiated) => {
        lifetime.emit({ kind: 'negotiated', negotiated });
        lifetime.emit({ kind: 'authenticating' });
      },
      onAuthenticated: start,
      onFailure: (failure) => fail(failure),
    });
    const client = connection;
    const hangUpNow = () => hangUp(client, made.stream, dependencies.clock);
    if (lifetime.signal.aborted) hangUpNow();
    else lifetime.signal.addEventListener('abort', hangUpNow, { once: true });
  };

  const transport: Transport = {
    write: (bytes, onTaken) => openStage()?.ends?.write(bytes, onTaken),
    endInput: () => {
      const channel = openChannel();
      if (channel !== null) quietly(() => channel.end());
    },
    pause: () => {
      isPaused = true;
      openOutput()?.pause();
    },
    resume: () => {
      isPaused = false;
      openOutput()?.resume();
    },
    resize: (columns, rows) => {
      size = { columns, rows };
      const channel = openChannel();
      const client = connection;
      if (client !== null && channel !== null) {
        quietly(() => changeSize(client, channel, columns, rows));
      }
    },
    sendNullPacket: () => whenLoggedIn(sendIgnore),
    sendAliveCheck: (onAnswered) => whenLoggedIn((client) => sendAliveCheck(client, onAnswered)),
    setSocketOptions: (changed) => {
      socketOptions = changed;
      if (wire?.socket) setSocketOptions(wire.socket, changed);
    },
    setTyping: (changed) => {
      typing = changed;
      openStage()?.ends?.setTyping(changed);
    },
    openFiles: async () =>
      connection === null || forwards === null
        ? failed(filesLost())
        : openSftp(connection, target.host, lifetime.signal),
    openForward: (request) => {
      if (forwards === null || lifetime.signal.aborted) return closedForward;
      return forwards.open(request);
    },
    isAddressReplaced: () => ownAddress !== null && isReplaced(ownAddress),
    way: () => way,
    close: () => queueMicrotask(() => end({ kind: 'disconnected' })),
  };

  const whenLoggedIn = (send: (client: Client) => void) => {
    const client = connection;
    if (stage.kind !== 'connecting' && client !== null && !lifetime.signal.aborted) quietly(() => send(client));
  };
  const openStage = () => (stage.kind === 'open' && !lifetime.signal.aborted ? stage : null);
  const openChannel = () => openStage()?.channel ?? null;
  const openOutput = () => openStage()?.output ?? null;

  void connect().catch(() => {
    wire?.stream.destroy();
    fail(internalFailure());
  });
  return transport;
}
