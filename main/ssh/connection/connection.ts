import ssh2, { type Client, type NextAuthHandler } from 'ssh2';
import { type Failure, failed } from '#contract/failure.ts';
import type { Profile } from '#contract/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/prompt.ts';
import type { Negotiated } from '#contract/session.ts';
import type { PacketTrace } from '../../session/ports/transport.ts';
import { forwardedAgent } from '../agent/forwarded-agent.ts';
import { forwardedAnswers } from '../agent/forwarding.ts';
import { sessionBindRequest } from '../agent/session-bind.ts';
import {
  changedMidSession,
  disconnectFailure,
  hungUpOnLogin,
  internalFailure,
  passwordExpired,
  protocolFailure,
  silentLogin,
} from '../connection-failures.ts';
import type { SshDependencies } from '../dependencies.ts';
import { type Handshake, watchHandshake } from '../handshake/handshake.ts';
import { hybridExchanges } from '../handshake/hybrid-exchange.ts';
import { negotiatedLog, negotiatedOf } from '../handshake/negotiated.ts';
import { createHostVerifier } from '../host-keys/host-verifier.ts';
import { parseCertificate } from '../keys/certificate.ts';
import { createKeyOffers } from '../login/key-offers.ts';
import { createLogin, type Refusal } from '../login/login.ts';
import { type LoginPatience, startLoginPatience } from '../login/login-patience.ts';
import { quietly } from '../quietly.ts';
import { takeUnimplementedAsAnswer } from '../ssh2-internals/alive-check.ts';
import { onAuthFailure, onServerSignatures, sessionIdOf } from '../ssh2-internals/auth-packets.ts';
import { agreedOn, extendKeyExchange, hostSignature, setOffer } from '../ssh2-internals/key-exchange.ts';
import { tracePackets } from '../ssh2-internals/packet-trace.ts';
import { onDisconnect } from '../ssh2-internals/packets.ts';
import type { Target } from '../target.ts';
import { gatherWrites } from '../wire/gathered-writes.ts';
import { lossFailure } from '../wire/network-failures.ts';
import { onWritten } from '../wire/on-written.ts';
import { codeOf } from '../wire/socket.ts';
import type { Wire } from '../wire/wire.ts';
import { rekeyInTime } from './auto-rekey.ts';
import { createBanner } from './banner.ts';
import { createServerTrust } from './server-trust.ts';

export interface ConnectionRequest {
  readonly wire: Wire;
  readonly target: Target;
  readonly profile: Profile;
  readonly dependencies: SshDependencies;
  /** Ends it: timers and listeners are let go of. */
  readonly signal: AbortSignal;
  /** The signal ends the question; so does the end of the connection. */
  readonly ask: (prompt: Prompt, signal?: AbortSignal) => Promise<PromptAnswer>;
  readonly onLog: (text: string) => void;
  readonly trace?: PacketTrace | undefined;
  /** Bytes came in, of any kind. */
  readonly onReceived: () => void;
  /** The keys are exchanged and the server is trusted: the login begins. */
  readonly onLoggingIn: (negotiated: Negotiated) => void;
  readonly onAuthenticated: (client: Client) => void;
  /** The connection is over, or cannot go on. May be called more than once: the first counts. */
  readonly onFailure: (failure: Failure) => void;
}

/** How our side introduces itself: `SSH-2.0-Holdfast`. */
const identification = 'Holdfast';

/** Runs ssh2 over a wire, from the greeting to the login; then tells when the connection goes away. */
export function startConnection(request: ConnectionRequest): Client {
  const { wire, target, profile, dependencies, signal, ask, onLog, onFailure, trace } = request;
  const { clock } = dependencies;
  const client = new ssh2.Client();
  let stage: 'login' | 'session' = 'login';
  let refusal: Refusal | null = null;
  /** An attempt to log in was; the question for the methods is none. */
  let wasRefused = false;
  let serverSignatures: readonly string[] | null = null;

  /** Null once it is done: what it and the login needed is let go of, a session may be one of a thousand. */
  let handshake: Handshake | null = watchHandshake({ target, clock, onFailure, onLog });
  let patience: LoginPatience | null = null;
  let rekeyIfDue = () => {};
  signal.addEventListener(
    'abort',
    () => {
      handshake?.dispose();
      patience?.dispose();
    },
    { once: true },
  );
  const askInLogin = async (prompt: Prompt): Promise<PromptAnswer> => {
    patience?.pause();
    const answer = await ask(prompt);
    patience?.goOn();
    return answer;
  };
  const banner = createBanner(onLog);
  const login = createLogin({
    ...dependencies,
    target,
    profile,
    ask: askInLogin,
    banner: () => (profile.displayBanner ? banner.text() : null),
    onLog,
    onCancel: onFailure,
    signal,
    serverSignatures: () => serverSignatures,
    agentBindings: () => bindings(false),
  });

  const trust = createServerTrust({ ...dependencies, client, target, profile, ask, onLog });
  let proof: { readonly hostKey: Uint8Array; readonly signature: Uint8Array } | null = null;
  const bindings = (isForwarding: boolean) =>
    proof === null ? [] : [sessionBindRequest({ ...proof, sessionId: sessionIdOf(client), isForwarding })];
  const decide = async (blob: Uint8Array): Promise<boolean> => {
    const signature = hostSignature(client);
    proof = signature === null ? null : { hostKey: Buffer.from(blob), signature };
    handshake?.pause();
    const result = await trust.judge(blob).catch(() => failed(internalFailure()));
    handshake?.goOn();
    if (!result.ok) onFailure(result.failure);
    return result.ok;
  };
  const verify = createHostVerifier(decide, () => onFailure(changedMidSession(target)));

  const tryNext = async (next: NextAuthHandler): Promise<void> => {
    const attempt = await login.next(refusal);
    if (refusal !== null) refusal = { ...refusal, partial: false };
    if (signal.aborted) return;
    if (!attempt.ok) onFailure(attempt.failure);
    else if (attempt.value.type !== 'key') next(attempt.value);
    else {
      offers.offer(attempt.value, (failure) => {
        if (failure.code === 'cancelled') return onFailure(failure);
        login.noteProblem(failure);
        goOn(next);
      });
    }
  };
  const goOn = (next: NextAuthHandler) => void tryNext(next).catch(() => onFailure(internalFailure()));

  const brokenFailure = (): Failure => handshake?.broken() ?? protocolFailure(stage, target);
  const isLoginUnderWay = () => stage === 'login' && login.current() !== null;

  client
    .on('handshake', (agreed) => {
      if (handshake === null) return;
      const serverVersion = handshake.serverVersion();
      handshake.dispose();
      handshake = null;
      patience = startLoginPatience(clock, () => onFailure(silentLogin(target)));
      trust.noteDone();
      const negotiated = negotiatedOf(agreedOn(client) ?? agreed, serverVersion);
      for (const line of negotiatedLog(negotiated)) onLog(line);
      request.onLoggingIn(negotiated);
    })
    .on('banner', banner.add)
    .on('hostkeys', (keys) => {
      trust.noteAnnounced(keys.map((key) => ({ keyType: key.type, blob: key.getPublicSSH() })));
    })
    .on('change password', () => onFailure(passwordExpired(login.user(), target)))
    .on('ready', () => {
      stage = 'session';
      patience?.dispose();
      patience = null;
      onLog(`Logged in as ${login.user()}${login.current() === null ? '' : ` with ${login.current()}`}.`);
      rekeyIfDue = rekeyInTime({ client, passed: wire.passed, limits: profile, clock, signal, onLog });
      offers.settle();
      login.end();
      request.onAuthenticated(client);
    })
    .on('error', (error: Error & { readonly level?: string }) => {
      if (error.level === 'client-socket') onFailure(lossFailure(codeOf(error), target));
      else onFailure(brokenFailure());
    });
  const handleClose = () => {
    if (handshake !== null) onFailure(handshake.closed());
    else
      onFailure(stage === 'login' && wasRefused ? hungUpOnLogin(login.user(), '', target) : lossFailure(null, target));
  };
  client.on('end', handleClose).on('close', handleClose);

  gatherWrites(wire.stream);
  onWritten(wire.stream, (bytes) => {
    trace?.raw('outgoing', bytes);
    handshake?.sent(bytes);
    dependencies.notePassed(bytes.length);
  });
  const answers = () =>
    forwardedAnswers({
      ...dependencies,
      host: target.host,
      profile,
      ask,
      onLog,
      signal,
      bindings: () => bindings(true),
    });
  client.connect({
    sock: wire.stream,
    ident: identification,
    username: '', // each attempt brings its own
    readyTimeout: 0,
    keepaliveInterval: 0,
    ...(profile.agentForwarding === 'off' ? {} : { agent: forwardedAgent(answers()) }),
    hostVerifier: (key: Buffer, answer: (accepted: boolean) => void) =>
      verify(key, (accepted) => quietly(() => answer(accepted))),
    authHandler: (_methods, _partial, next) => {
      // A refusal after the login: nobody is to be asked for a password in the middle of a session.
      if (stage === 'session') return onFailure(protocolFailure(stage, target));
      offers.settle();
      goOn(next);
    },
  });
  if (trace !== undefined) tracePackets(client, trace);
  setOffer(client, trust.offer);
  extendKeyExchange(client, {
    hybrids: hybridExchanges,
    certifiedKey: (certificate) => parseCertificate(certificate)?.key ?? null,
  });
  const offers = createKeyOffers(client);
  onServerSignatures(client, (names) => {
    serverSignatures = names;
  });
  takeUnimplementedAsAnswer(client);
  onAuthFailure(client, (methods, partial) => {
    refusal = { methods, partial };
    wasRefused ||= isLoginUnderWay() && !partial;
  });
  onDisconnect(client, (reason, text) => {
    onFailure(isLoginUnderWay() ? hungUpOnLogin(login.user(), text, target) : disconnectFailure(reason, text, target));
  });

  // Not `on`, which would start the stream before ssh2 is ready to read it.
  wire.stream.prependListener('data', (chunk: Buffer) => {
    trace?.raw('incoming', chunk);
    handshake?.received(chunk);
    patience?.received();
    dependencies.notePassed(chunk.length);
    rekeyIfDue();
    request.onReceived();
  });
  return client;
}
