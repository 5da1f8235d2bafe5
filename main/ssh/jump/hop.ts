import type { Client, ClientChannel } from 'ssh2';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { createAutoRekey } from '../connection/auto-rekey.ts';
import { startConnection } from '../connection/connection.ts';
import { hangUp } from '../connection/hang-up.ts';
import type { SshDependencies } from '../dependencies.ts';
import { quietly } from '../quietly.ts';
import type { Stop } from '../route/route-plan.ts';
import { sendAliveCheck } from '../ssh2-internals/alive-check.ts';
import { sendIgnore } from '../ssh2-internals/packets.ts';
import type { Target } from '../target.ts';
import { joinedStream } from '../wire/joined-stream.ts';
import type { Wire } from '../wire/wire.ts';
import { within } from '../within.ts';
import { openChannel } from './open-channel.ts';
import { atHop, channelSilent, stalledHop } from './route-failures.ts';

/** As for a TCP connection of this computer's own, and some for the way there, ms. */
const openLimit = 20_000;

/** For what was sent last to be passed on, and the channel to be closed, where the network takes nothing, ms. */
const closeLimit = 2000;

export interface HopRequest {
  readonly hop: Stop;
  /** How sentences name it. */
  readonly name: string;
  /** What is reached from it. */
  readonly next: Target;
  /** The way to it. */
  readonly wire: Wire;
  readonly dependencies: SshDependencies;
  readonly signal: AbortSignal;
  readonly ask: (prompt: Prompt) => Promise<PromptAnswer>;
  readonly onLog: (text: string) => void;
  readonly onLoggingIn: () => void;
  /** It was lost after it had led on. */
  readonly onLost: (failure: Failure) => void;
}

/**
 * Logs in to a jump host, and has it connect to what comes next. The signal ends it; it hangs up once what goes through
 * it has said its own goodbye.
 */
export async function passHop(request: HopRequest): Promise<Result<Wire>> {
  const { name, next, wire, dependencies, signal, onLog } = request;
  const { clock } = dependencies;
  let isClosed: Promise<null> | null = null;
  const { client, loggedIn } = logIn(request, () => isClosed !== null);
  const leave = async () => {
    // A server that is told goodbye drops what it has not passed on yet, the goodbye to the next one with it.
    if (isClosed !== null) await within(clock, closeLimit, new AbortController().signal, isClosed);
    hangUp(client, wire.stream, clock);
  };
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) void leave();

  const login = await loggedIn;
  if (!login.ok) return login;
  const opened = await within(clock, openLimit, signal, openChannel(client, name, next));
  if (opened === null) return failed(channelSilent(name, next));
  if (!opened.ok) return opened;
  const channel = opened.value;
  isClosed = closing(channel);
  channel.stderr.resume(); // nobody reads it: what a jump host sends there would be kept
  const stream = joinedStream({
    readable: channel,
    writable: channel,
    onClose: () => quietly(() => channel.destroy()),
  });
  channel.once('end', () => stream.push(null));
  onLog(`Connected to ${next.host}, port ${next.port}, from there.`);
  return success({ ...wire, stream });
}

const closing = (channel: ClientChannel) =>
  new Promise<null>((resolve) => {
    channel.once('close', () => resolve(null));
  });

/** Resolves when it is logged in, has failed, or the signal came. */
function logIn(
  request: HopRequest,
  hasLedOn: () => boolean,
): { readonly client: Client; readonly loggedIn: Promise<Result<null>> } {
  const { hop, name, wire, dependencies, signal, ask, onLog, onLoggingIn, onLost } = request;
  const { target, profile } = hop;
  let vitals: ReturnType<SshDependencies['keepHopAlive']> | null = null;
  let settle: (result: Result<null>) => void = () => {};
  const loggedIn = new Promise<Result<null>>((resolve) => {
    settle = resolve;
  });
  const onFailure = (failure: Failure) => {
    vitals?.stop();
    if (hasLedOn()) onLost(atHop(name, failure));
    else settle(failed(atHop(name, failure)));
  };
  const keepAlive = (client: Client) => {
    vitals = dependencies.keepHopAlive({
      profile,
      sendNullPacket: () => quietly(() => sendIgnore(client)),
      sendAliveCheck: (onAnswered) => quietly(() => sendAliveCheck(client, onAnswered)),
      onLog,
      onGivenUp: (silentMs) => onFailure(stalledHop(target, silentMs)),
    });
    settle(success(null));
  };
  const client = startConnection({
    wire,
    target,
    profile,
    dependencies,
    signal,
    ask,
    autoRekey: createAutoRekey({ limits: profile, clock: dependencies.clock, signal, onLog }),
    onLog,
    onReceived: () => vitals?.noteReceived(),
    onNegotiated: () => undefined,
    onLoggingIn,
    onAuthenticated: keepAlive,
    onFailure,
  });
  const handleAbort = () => {
    vitals?.stop();
    settle(failed(hopCancelled));
  };
  signal.addEventListener('abort', handleAbort, { once: true });
  return { client, loggedIn };
}

/** Told to nobody: the session has ended already. */
const hopCancelled: Failure = { code: 'cancelled', message: 'The connection was cancelled.', retryable: false };
