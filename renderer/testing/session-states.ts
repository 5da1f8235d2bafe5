import type { Prompt } from '#contract/session/prompt.ts';
import type { CloseReason, SessionSnapshot } from '#contract/session/session.ts';
import { snapshotOf } from './fake-bridge.ts';

const web = snapshotOf('web');
const exited: CloseReason = { kind: 'exited', code: 0, signal: null, verdict: null };
const hostKey: Prompt = {
  kind: 'unknown-host-key',
  host: 'web.example.com',
  port: 22,
  keyType: 'ssh-ed25519',
  fingerprint: 'SHA256:Xk3dE8hG0m9yQ1vT7cN5bLrWzPaFsJ2uKoI4eYtHx6M',
  knownTypes: ['ssh-rsa'],
};
const passphrase: Prompt = {
  kind: 'passphrase',
  keyFile: '/home/ada/.ssh/id_ed25519',
  comment: 'ada@home',
  fingerprint: hostKey.fingerprint,
  retry: true,
};
const agentUse: Prompt = {
  kind: 'agent-use',
  host: 'web.example.com',
  keyType: 'ssh-ed25519',
  fingerprint: hostKey.fingerprint,
  comment: 'ada@home',
};
const question: Prompt = {
  kind: 'keyboard-interactive',
  user: 'ada',
  host: 'web.example.com',
  port: 22,
  banner: 'Authorised use only.',
  name: '',
  instructions: 'Open your authenticator.',
  questions: [{ text: 'Code: ', echo: false }],
};

/** What a session may show, by what it is called. */
export const sessionStates: Readonly<Record<string, Partial<SessionSnapshot>>> = {
  'an open session': {},
  'a session that does not answer': { keepalive: { ...web.keepalive, stalled: true } },
  'a session that connects': { state: { kind: 'connecting', phase: 'tcp' } },
  'a session that has ended': { state: { kind: 'closed', at: 0, reason: exited } },
  'a session that waits for the network': {
    state: { kind: 'reconnecting', attempt: 2, retryAt: null, failed: null, reason: exited, at: 0 },
  },
  'a session that reconnects': {
    state: { kind: 'reconnecting', attempt: 2, retryAt: 0, failed: null, reason: exited, at: 0 },
  },
  'an unknown host key': {
    state: { kind: 'connecting', phase: 'handshake' },
    prompt: { promptId: '1', prompt: hostKey },
  },
  'a passphrase': { state: { kind: 'authenticating' }, prompt: { promptId: '3', prompt: passphrase } },
  'the use of a forwarded agent': { prompt: { promptId: '4', prompt: agentUse } },
  'a question of the server': { state: { kind: 'authenticating' }, prompt: { promptId: '2', prompt: question } },
};
