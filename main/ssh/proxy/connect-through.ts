import type { Socket } from 'node:net';
import { failed, type Result, success } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import type { Clock } from '../../keepalive/clock.ts';
import type { Target } from '../target.ts';
import { openSocket } from '../wire/socket.ts';
import { converse } from './conversation.ts';
import { speakHttpConnect } from './http-connect.ts';
import type { SpeakProxy } from './proxy.ts';
import { noProxy, proxyRefusedLogin } from './proxy-failures.ts';
import { proxyTargetOf, type ServerProxyType } from './proxy-of.ts';
import { speakSocks4 } from './socks4.ts';
import { speakSocks5 } from './socks5.ts';
import { speakTelnet } from './telnet.ts';

/** As at a login to a server. */
const maxTries = 3;

const speakers: Readonly<Record<ServerProxyType, SpeakProxy>> = {
  socks4: speakSocks4,
  socks5: speakSocks5,
  http: speakHttpConnect,
  telnet: speakTelnet,
};

export interface ConnectThroughRequest {
  readonly type: ServerProxyType;
  readonly target: Target;
  /** The address of the target, if it was looked up here. */
  readonly address: string | null;
  readonly profile: Profile;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly ask: (prompt: Prompt) => Promise<PromptAnswer>;
  readonly onPhase: (phase: 'resolving' | 'tcp' | 'proxy') => void;
  readonly onLog: (text: string) => void;
}

/** Connects to a proxy, and has it lead to the target. A login that it refuses is asked for again. */
export async function connectThrough(request: ConnectThroughRequest): Promise<Result<Socket>> {
  const { profile, onLog, onPhase } = request;
  const proxy = proxyTargetOf(profile);
  let asked = 0;
  const password = async () => {
    const prompt = {
      kind: 'proxy-password',
      proxy: proxy.host,
      port: proxy.port,
      user: profile.proxyUserName,
      retry: asked > 0,
    } as const;
    asked += 1;
    const answer = await request.ask(prompt);
    return answer.kind === 'text' ? answer.text : null;
  };

  for (let attempt = 0; asked < maxTries; attempt += 1) {
    const opened = await openSocket({
      ...{ ...request, target: proxy },
      family: profile.addressFamily,
      limitSeconds: profile.connectTimeoutSeconds,
    });
    if (!opened.ok) return failed(noProxy(opened.failure));
    const socket = opened.value;
    onPhase('proxy');
    onLog(`Asking the proxy for ${request.address ?? request.target.host}, port ${request.target.port}.`);
    const conversation = converse({ ...request, socket, proxy });
    const answer = await speakers[request.type](conversation, { ...request, proxy, password }, attempt);
    if (answer.ok && answer.value === 'connected') {
      conversation.finish();
      onLog('The proxy leads to the server.');
      return success(socket);
    }
    socket.destroy();
    if (!answer.ok) {
      onLog(answer.failure.message);
      return answer;
    }
    onLog(asked === 0 ? 'The proxy wants a login.' : 'The proxy refused the login.');
  }
  return failed(proxyRefusedLogin(proxy, profile.proxyUserName));
}
