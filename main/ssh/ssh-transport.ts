import type { Client } from 'ssh2';
import { type Failure, failed, type Result } from '#contract/failure.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { filesLost } from '../session/ports/remote-files.ts';
import type { EndCause, OpenTransport, Transport, TransportOptions } from '../session/ports/transport.ts';
import { createAutoRekey } from './connection/auto-rekey.ts';
import { createChangedAlgorithms } from './connection/changed-algorithms.ts';
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
import { createSessionChannel } from './session-channel/session-channel.ts';
import { openSftp } from './sftp/open-sftp.ts';
import { sendAliveCheck } from './ssh2-internals/alive-check.ts';
import { sendIgnore } from './ssh2-internals/packets.ts';
import { targetOf } from './target.ts';
import { createOwnSocket } from './wire/own-socket.ts';
import type { Wire } from './wire/wire.ts';

/** The transport over ssh2 and an own socket. */
export const createSshTransport =
  (dependencies: SshDependencies): OpenTransport =>
  (options) =>
    openTransport(dependencies, options);

/** What there is once the user is logged in. */
interface LoggedIn {
  readonly client: Client;
  readonly forwards: TransportForwards;
}

function openTransport(dependencies: SshDependencies, options: TransportOptions): Transport {
  const { profile } = options;
  const { clock } = dependencies;
  const target = targetOf(profile);
  const plan = planRoute(profile, dependencies.resolveHop);
  const way = plan.ok ? wayOf(plan.value) : { peer: target.host, through: '' };
  const lifetime = createLifetime(options.onEvent);
  const { signal } = lifetime;
  const ownSocket = createOwnSocket(profile);
  const autoRekey = createAutoRekey({ limits: profile, clock, signal, onLog: lifetime.log });
  const changedAlgorithms = createChangedAlgorithms({ signal, onLog: lifetime.log });
  let loggedIn: LoggedIn | null = null;

  const end = (cause: EndCause) => {
    channel.flush();
    lifetime.end(cause);
  };
  const fail = (failure: Failure, at: Stop | null = null) => {
    const where = at === null ? {} : { at: at.name };
    end(channel.exit() ?? (channel.isOpen() ? { kind: 'lost', failure, ...where } : { kind: 'refused', failure }));
  };
  const ask = (prompt: Prompt, until?: AbortSignal): Promise<PromptAnswer> =>
    options.ask(prompt, until === undefined ? signal : AbortSignal.any([signal, until]));

  const channel = createSessionChannel({
    profile,
    host: target.host,
    columns: options.columns,
    rows: options.rows,
    environment: dependencies.environment,
    passesThrough: dependencies.passesThrough ?? false,
    clock,
    lifetime,
    onRefused: fail,
    onExited: end,
  });

  const makeWay = async (): Promise<Result<Wire>> =>
    plan.ok
      ? openRoute({
          plan: plan.value,
          dependencies,
          signal,
          ask,
          onPhase: (phase, stop) => lifetime.emit({ kind: 'phase', phase, ...(stop === undefined ? {} : { stop }) }),
          onLog: lifetime.log,
          onLost: fail,
        })
      : plan;

  const start = (client: Client) => {
    const forwards = createTransportForwards({ client, server: target.host, clock, signal, onLog: lifetime.log });
    loggedIn = { client, forwards };
    lifetime.emit({ kind: 'authenticated' });
    const wantsX11 = profile.x11Forward && !profile.noShell;
    channel.start(client, wantsX11 ? forwards.offerX11(profile, dependencies.x11) : null);
  };

  const speakOver = (wire: Wire) => {
    if (wire.socket !== null) ownSocket.take(wire.socket);
    const client = startConnection({
      wire,
      target,
      profile,
      dependencies,
      signal,
      ask,
      autoRekey,
      onLog: lifetime.log,
      trace: options.trace,
      onReceived: () => {
        lifetime.emit({ kind: 'received' });
        if (channel.isOverrun() || loggedIn?.forwards.relays.isOverrun()) fail(overrunFailure(target));
      },
      onNegotiated: (negotiated) => lifetime.emit({ kind: 'negotiated', negotiated }),
      onLoggingIn: () => lifetime.emit({ kind: 'authenticating' }),
      onAuthenticated: (client, offerForRenewals) => {
        changedAlgorithms.begin(client, offerForRenewals);
        start(client);
      },
      onFailure: fail,
    });
    const leave = () => hangUp(client, wire.stream, clock);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  };

  const connect = async () => {
    await null; // no event before this function's caller has the transport
    const wire = await makeWay();
    if (!wire.ok) return fail(wire.failure);
    try {
      speakOver(wire.value);
    } catch (error) {
      wire.value.stream.destroy();
      throw error;
    }
  };
  void connect().catch(() => fail(internalFailure()));

  const whenLoggedIn = (send: (client: Client) => void) => {
    const client = loggedIn?.client;
    if (client !== undefined && !signal.aborted) quietly(() => send(client));
  };
  const { write, endInput, pause, resume, resize, setTyping } = channel;
  return {
    write,
    endInput,
    pause,
    resume,
    resize,
    setTyping,
    setRekeyLimits: autoRekey.setLimits,
    setAlgorithms: changedAlgorithms.set,
    sendNullPacket: () => whenLoggedIn(sendIgnore),
    sendAliveCheck: (onAnswered) => whenLoggedIn((client) => sendAliveCheck(client, onAnswered)),
    setSocketOptions: ownSocket.setOptions,
    isAddressReplaced: ownSocket.isAddressReplaced,
    openFiles: async () => (loggedIn === null ? failed(filesLost()) : openSftp(loggedIn.client, target.host, signal)),
    openForward: (request) => (loggedIn === null || signal.aborted ? closedForward : loggedIn.forwards.open(request)),
    way: () => way,
    close: () => queueMicrotask(() => end({ kind: 'disconnected' })),
  };
}
