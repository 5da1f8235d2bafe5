import ssh2, { type BaseAgent, type Client, type NegotiatedAlgorithms, type ParsedKey } from 'ssh2';
import { type Failure, failed } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import type { Negotiated } from '#contract/session/session.ts';
import type { PacketTrace } from '../../session/ports/transport.ts';
import { forwardedAgent } from '../agent/forwarded-agent.ts';
import { forwardedAnswers } from '../agent/forwarding.ts';
import { changedMidSession, disconnectFailure, internalFailure, protocolFailure } from '../connection-failures.ts';
import type { SshDependencies } from '../dependencies.ts';
import { type Handshake, watchHandshake } from '../handshake/handshake.ts';
import { hybridExchanges } from '../handshake/hybrid-exchange.ts';
import { negotiatedLog, negotiatedOf } from '../handshake/negotiated.ts';
import { createHostVerifier } from '../host-keys/host-verifier.ts';
import { parseCertificate } from '../keys/certificate.ts';
import { quietly } from '../quietly.ts';
import { takeUnimplementedAsAnswer } from '../ssh2-internals/alive-check.ts';
import { keepsNoInput, readVersionInPieces } from '../ssh2-internals/input.ts';
import { agreedOn, extendKeyExchange, setOffer } from '../ssh2-internals/key-exchange.ts';
import { tracePackets } from '../ssh2-internals/packet-trace.ts';
import { onDisconnect } from '../ssh2-internals/packets.ts';
import type { Target } from '../target.ts';
import { gatherWrites } from '../wire/gathered-writes.ts';
import { lendReads } from '../wire/lent-reads.ts';
import { lossFailure } from '../wire/network-failures.ts';
import { onWritten } from '../wire/on-written.ts';
import { codeOf } from '../wire/socket.ts';
import type { Wire } from '../wire/wire.ts';
import type { AutoRekey } from './auto-rekey.ts';
import { createLoginDialogue } from './login-dialogue.ts';
import { createServerProof, type ServerProof } from './server-proof.ts';
import { createServerTrust, type ServerTrust } from './server-trust.ts';

export interface ConnectionRequest {
  readonly wire: Wire;
  readonly target: Target;
  readonly profile: Profile;
  readonly dependencies: SshDependencies;
  /** Ends it: timers and listeners are let go of. */
  readonly signal: AbortSignal;
  /** The signal ends the question; so does the end of the connection. */
  readonly ask: (prompt: Prompt, signal?: AbortSignal) => Promise<PromptAnswer>;
  readonly autoRekey: Pick<AutoRekey, 'begin' | 'renewIfDue'>;
  readonly onLog: (text: string) => void;
  readonly trace?: PacketTrace | undefined;
  /** Bytes came in, of any kind. */
  readonly onReceived: () => void;
  /** The keys are exchanged; later, they are renewed by other algorithms. */
  readonly onNegotiated: (negotiated: Negotiated) => void;
  /** The server is trusted: the login begins. */
  readonly onLoggingIn: () => void;
  readonly onAuthenticated: (client: Client, offerForRenewals: ServerTrust['offerForRenewals']) => void;
  /** The connection is over, or cannot go on. May be called more than once: the first counts. */
  readonly onFailure: (failure: Failure) => void;
}

/** How our side introduces itself: `SSH-2.0-Holdfast`. */
const identification = 'Holdfast';

/** How far it has come, with what that part alone needs: the rest is let go of, a session may be one of a thousand. */
type Stage =
  | { readonly kind: 'handshake'; readonly handshake: Handshake }
  | { readonly kind: 'login' }
  | { readonly kind: 'session' };

/** Runs ssh2 over a wire, from the greeting to the login; then tells when the connection goes away. */
export function startConnection(request: ConnectionRequest): Client {
  const { wire, target, profile, dependencies, signal, ask, autoRekey, onLog, onFailure, trace } = request;
  const { clock, notePassed } = dependencies;
  const client = new ssh2.Client();
  let stage: Stage = { kind: 'handshake', handshake: watchHandshake({ target, clock, onFailure, onLog }) };
  const handshake = () => (stage.kind === 'handshake' ? stage.handshake : null);
  signal.addEventListener('abort', () => handshake()?.dispose(), { once: true });

  const trust = createServerTrust({ ...dependencies, client, target, profile, ask, onLog });
  const proof = createServerProof(client);
  const decide = async (blob: Uint8Array): Promise<boolean> => {
    proof.note(blob);
    handshake()?.pause();
    const result = await trust.judge(blob).catch(() => failed(internalFailure()));
    handshake()?.goOn();
    if (!result.ok) onFailure(result.failure);
    return result.ok;
  };
  const verify = createHostVerifier(decide, () => onFailure(changedMidSession(target)));

  let negotiated: Negotiated | null = null;
  const noteAgreed = (agreed: NegotiatedAlgorithms, serverVersion: string) => {
    const now = negotiatedOf(agreedOn(client) ?? agreed, serverVersion);
    const before = negotiated === null ? [] : negotiatedLog(negotiated);
    const news = negotiatedLog(now).filter((line) => !before.includes(line));
    if (news.length === 0) return;
    negotiated = now;
    for (const line of news) onLog(line);
    request.onNegotiated(now);
  };

  client
    .on('handshake', (agreed) => {
      if (stage.kind !== 'handshake') return noteAgreed(agreed, negotiated?.serverVersion ?? '');
      const serverVersion = stage.handshake.serverVersion();
      stage.handshake.dispose();
      stage = { kind: 'login' };
      login.begin();
      trust.offerForRenewals(profile);
      noteAgreed(agreed, serverVersion);
      request.onLoggingIn();
    })
    .on('hostkeys', (keys) => {
      trust.noteAnnounced(keys.map((key) => ({ keyType: key.type, blob: key.getPublicSSH() })));
    })
    .on('ready', () => {
      onLog(login.end());
      stage = { kind: 'session' };
      autoRekey.begin(client, wire.passed);
      request.onAuthenticated(client, trust.offerForRenewals);
    })
    .on('error', (error: Error & { readonly level?: string }) => {
      const isLost = error.level === 'client-socket';
      onFailure(isLost ? lossFailure(codeOf(error), target) : (handshake()?.broken() ?? brokenIn(stage)));
    });
  const brokenIn = ({ kind }: Stage) => protocolFailure(kind === 'session' ? 'session' : 'login', target);
  const handleClose = () => onFailure(handshake()?.closed() ?? login.hungUp() ?? lossFailure(null, target));
  client.on('end', handleClose).on('close', handleClose);

  gatherWrites(wire.stream);
  onWritten(wire.stream, (bytes) => {
    trace?.raw('outgoing', bytes);
    handshake()?.sent(bytes);
    notePassed(bytes.length);
  });
  client.connect({
    sock: wire.stream,
    ident: identification,
    username: '', // each attempt brings its own
    readyTimeout: 0,
    keepaliveInterval: 0,
    ...agentOf(request, proof),
    hostVerifier: (key: Buffer, answer: (accepted: boolean) => void) =>
      verify(key, (accepted) => quietly(() => answer(accepted))),
    authHandler: (_methods, _partial, next) => login.tryNext(next),
  });
  if (trace !== undefined) tracePackets(client, trace);
  setOffer(client, trust.offer);
  extendKeyExchange(client, {
    hybrids: hybridExchanges,
    certifiedKey: (certificate) => parseCertificate(certificate)?.key ?? null,
  });
  const login = createLoginDialogue({
    client,
    target,
    profile,
    dependencies,
    signal,
    ask,
    agentBindings: () => proof.bindings('login'),
    onLog,
    onFailure,
  });
  readVersionInPieces(client);
  takeUnimplementedAsAnswer(client);
  onDisconnect(client, (reason, text) => onFailure(login.hungUpWith(text) ?? disconnectFailure(reason, text, target)));

  lendReads(wire.stream, () => keepsNoInput(client));
  // Not `on`, which would start the stream before ssh2 is ready to read it.
  wire.stream.prependListener('data', (chunk: Buffer) => {
    trace?.raw('incoming', chunk);
    if (stage.kind === 'handshake') stage.handshake.received(chunk);
    else if (stage.kind === 'login') login.received();
    else autoRekey.renewIfDue();
    notePassed(chunk.length);
    request.onReceived();
  });
  return client;
}

/** What programs on the server may ask of the user's agents, where the profile forwards them. */
function agentOf(request: ConnectionRequest, proof: ServerProof): { readonly agent?: BaseAgent<ParsedKey> } {
  const { target, profile, dependencies } = request;
  if (profile.agentForwarding === 'off') return {};
  const bindings = () => proof.bindings('forwarding');
  return { agent: forwardedAgent(forwardedAnswers({ ...dependencies, ...request, host: target.host, bindings })) };
}
