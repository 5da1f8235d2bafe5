import type { Socket } from 'node:net';
import ssh2, { type Client, type NextAuthHandler } from 'ssh2';
import { type Failure, failed } from '#contract/failure.ts';
import type { Profile } from '#contract/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/prompt.ts';
import { algorithmLog, offeredAlgorithms } from './algorithms.ts';
import { rekeyInTime } from './auto-rekey.ts';
import { createBanner } from './banner.ts';
import {
  changedMidSession,
  disconnectFailure,
  hungUpOnLogin,
  internalFailure,
  passwordExpired,
  protocolFailure,
  silentLogin,
} from './connection-failures.ts';
import type { SshDependencies } from './dependencies.ts';
import { watchHandshake } from './handshake.ts';
import { checkHostKey } from './host-key-question.ts';
import { createHostVerifier } from './host-verifier.ts';
import type { Lifetime } from './lifetime.ts';
import { createLogin, type Refusal } from './login.ts';
import { type LoginPatience, startLoginPatience } from './login-patience.ts';
import { lossFailure } from './network-failures.ts';
import { quietly } from './quietly.ts';
import { codeOf } from './socket.ts';
import { onAuthFailure, onDisconnect, preferRsaSha512, takeUnimplementedAsAnswer } from './ssh-packets.ts';
import type { Target } from './target.ts';

export interface ConnectionRequest {
  readonly socket: Socket;
  readonly target: Target;
  readonly profile: Profile;
  readonly dependencies: SshDependencies;
  readonly lifetime: Lifetime;
  readonly ask: (prompt: Prompt) => Promise<PromptAnswer>;
  readonly onReceived: () => void;
  readonly onAuthenticated: (client: Client) => void;
  /** The connection is over, or cannot go on. May be called more than once: the first counts. */
  readonly onFailure: (failure: Failure) => void;
}

/** How our side introduces itself: `SSH-2.0-Holdfast`. */
const identification = 'Holdfast';

/** Runs ssh2 over a connected socket, from the greeting to the login; then tells when the connection goes away. */
export function startConnection(request: ConnectionRequest): Client {
  const { socket, target, profile, dependencies, lifetime, ask, onFailure } = request;
  const { clock, hostKeys } = dependencies;
  const client = new ssh2.Client();
  let stage: 'handshake' | 'login' | 'session' = 'handshake';
  let refusal: Refusal | null = null;
  /** An attempt to log in was; the question for the methods is none. */
  let wasRefused = false;

  const handshake = watchHandshake({ socket, target, clock, onFailure, onLog: lifetime.log });
  lifetime.signal.addEventListener('abort', handshake.dispose, { once: true });
  let patience: LoginPatience | null = null;
  const askInLogin = async (prompt: Prompt): Promise<PromptAnswer> => {
    patience?.pause();
    const answer = await ask(prompt);
    patience?.goOn();
    return answer;
  };
  const banner = createBanner(lifetime.log);
  const login = createLogin({
    ...dependencies,
    target,
    profile,
    ask: askInLogin,
    banner: () => (profile.displayBanner ? banner.text() : null),
    onLog: lifetime.log,
    onCancel: onFailure,
  });

  const decide = async (blob: Uint8Array): Promise<boolean> => {
    handshake.pause();
    const result = await checkHostKey(hostKeys, target, blob, ask, lifetime.log).catch(() => failed(internalFailure));
    handshake.goOn();
    if (!result.ok) onFailure(result.failure);
    return result.ok;
  };
  const verify = createHostVerifier(decide, () => onFailure(changedMidSession(target)));

  const tryNext = async (next: NextAuthHandler): Promise<void> => {
    const attempt = await login.next(refusal);
    if (refusal !== null) refusal = { ...refusal, partial: false };
    if (lifetime.signal.aborted) return;
    if (!attempt.ok) onFailure(attempt.failure);
    else next(attempt.value);
  };

  const brokenFailure = (): Failure => (stage === 'handshake' ? handshake.broken() : protocolFailure(stage, target));
  const isLoginUnderWay = () => stage === 'login' && login.current() !== null;

  client
    .on('handshake', (negotiated) => {
      if (stage !== 'handshake') return;
      stage = 'login';
      handshake.dispose();
      patience = startLoginPatience(clock, () => onFailure(silentLogin(target)));
      lifetime.signal.addEventListener('abort', patience.dispose, { once: true });
      for (const line of algorithmLog(negotiated)) lifetime.log(line);
      lifetime.emit({ kind: 'authenticating' });
    })
    .on('banner', banner.add)
    .on('change password', () => onFailure(passwordExpired(login.user(), target)))
    .on('ready', () => {
      stage = 'session';
      patience?.dispose();
      lifetime.log(`Logged in as ${login.user()}${login.current() === null ? '' : ` with ${login.current()}`}.`);
      rekeyInTime({ client, socket, limits: profile, clock, signal: lifetime.signal, onLog: lifetime.log });
      request.onAuthenticated(client);
    })
    .on('error', (error: Error & { readonly level?: string }) => {
      if (error.level === 'client-socket') onFailure(lossFailure(codeOf(error), target));
      // ssh2 goes on to the next attempt by itself after these two: the agent or the key could not sign
      else if (error.level === 'agent' || error.level === 'client-authentication')
        lifetime.log('The key did not sign.');
      else onFailure(brokenFailure());
    });
  const handleClose = () => {
    if (stage === 'handshake') onFailure(handshake.closed());
    else
      onFailure(stage === 'login' && wasRefused ? hungUpOnLogin(login.user(), '', target) : lossFailure(null, target));
  };
  client.on('end', handleClose).on('close', handleClose);

  client.connect({
    sock: socket,
    ident: identification,
    username: '', // each attempt brings its own
    readyTimeout: 0,
    keepaliveInterval: 0,
    algorithms: offeredAlgorithms(hostKeys.knownTypes(target.host, target.port), profile.compression),
    hostVerifier: (key: Buffer, answer: (accepted: boolean) => void) =>
      verify(key, (accepted) => quietly(() => answer(accepted))),
    authHandler: (_methods, _partial, next) => {
      void tryNext(next).catch(() => onFailure(internalFailure));
    },
  });
  preferRsaSha512(client);
  takeUnimplementedAsAnswer(client);
  onAuthFailure(client, (methods, partial) => {
    refusal = { methods, partial };
    wasRefused ||= isLoginUnderWay() && !partial;
  });
  onDisconnect(client, (reason, text) => {
    onFailure(isLoginUnderWay() ? hungUpOnLogin(login.user(), text, target) : disconnectFailure(reason, text, target));
  });

  // Not `on`, which would start the socket before ssh2 is ready to read it.
  socket.prependListener('data', (chunk: Buffer) => {
    lifetime.emit({ kind: 'received' });
    handshake.received(chunk);
    patience?.received();
    request.onReceived();
  });
  return client;
}
