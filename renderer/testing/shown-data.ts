import type { Failure } from '#contract/failure.ts';
import { success } from '#contract/failure.ts';
import type { ForwardStatus } from '#contract/forwards/forward.ts';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import type { PathReport } from '#contract/session/path.ts';
import type { Prompt } from '#contract/session/prompt.ts';
import type { SessionSnapshot } from '#contract/session/session.ts';
import type { DropVerdict } from '#contract/session/verdict.ts';
import { folderId, sessionId } from '../settings/sessions/session-nodes.ts';
import type { TreeQuestion } from '../settings/sessions/tree-questions.tsx';
import { type Answers, snapshotOf } from './fake-bridge.ts';
import { fileAnswers } from './shown-files.ts';

/** What of the data here is the same in every language. Texts of main stand in brackets: it has translated them. */
export const names: readonly string[] = [
  ...['web.example.com', 'db.example.com', 'web', 'db', 'gate', 'ada@home', 'ada', 'KILL', 'L8080', 'D1080'],
  ...['Authorised use only.', 'Open your authenticator.', 'Code:'],
  ...['Holdfast', 'PuTTY', 'Keychain', 'Vitest Browser Tester', 'Windows', 'macOS', 'Linux', 'English', '2D'],
];

const failure: Failure = { code: 'internal', message: '⟦It failed.⟧', hint: '⟦Do it again.⟧', retryable: true };
const verdict: DropVerdict = {
  kind: 'idle-cut-reset',
  confidence: 'likely',
  sentence: '⟦It was cut.⟧',
  evidence: ['⟦Keepalives were off.⟧'],
  remedy: { kind: 'set-keepalive', seconds: 120 },
};
const fingerprint = 'SHA256:Xk3dE8hG0m9yQ1vT7cN5bLrWzPaFsJ2uKoI4eYtHx6M';
const [host, at] = ['web.example.com', new Date(2026, 2, 9, 14, 3).getTime()];

export const profile: Partial<Profile> = {
  snippets: [{ name: 'web', value: '1' }],
  forwards: [
    { kind: 'local', family: 'auto', bindAddress: '', port: 8080, host: 'web', hostPort: 80 },
    { kind: 'dynamic', family: 'auto', bindAddress: '', port: 1080 },
  ],
  jumpHosts: ['gate'],
  textRules: [{ pattern: '1', colour: 'red', notify: true, snippet: '' }],
};

const counts = { connections: 1, total: 3, failed: 1, received: 2048, sent: 10 };
const states: readonly ForwardStatus['state'][] = [
  { kind: 'listening', addresses: ['127.0.0.1:8080'] },
  { kind: 'failed', failure },
];

/** An open session that is at many things. */
export const busy: Partial<SessionSnapshot> = {
  savedAs: 'web',
  through: 'gate',
  forwards: (profile.forwards ?? []).map((forward, index) => ({
    forward,
    state: states[index] ?? { kind: 'opening' },
    ...counts,
  })),
  x11: { state: { kind: 'on', display: ':0' }, ...counts },
};

const { keepalive } = snapshotOf('web');
const prompts: Readonly<Record<string, Prompt>> = {
  'weak algorithms': {
    kind: 'weak-algorithms',
    host,
    port: 2222,
    algorithms: (['key exchange', 'host key', 'cipher', 'MAC'] as const).map((role) => ({
      role,
      name: 'ssh-rsa',
      why: '⟦It is weak.⟧',
    })),
  },
  'new host keys': {
    kind: 'new-host-keys',
    host,
    port: 22,
    keys: [{ keyType: 'ssh-rsa', fingerprint }],
    file: '/known_hosts',
  },
  'a user name': { kind: 'user-name', host, jumpHost: { number: 1, of: 2 } },
  'a password': { kind: 'password', user: 'ada', host, port: 22, banner: null, retry: true, canSave: true },
  'the password of a proxy': { kind: 'proxy-password', proxy: 'gate', port: 1080, user: 'ada', retry: true },
  'a log that is there': { kind: 'log-exists', file: '/web.log' },
};

export const moreStates: Readonly<Record<string, Partial<SessionSnapshot>>> = {
  'a busy session': busy,
  'a quiet session': { keepalive: { ...keepalive, lastContactMs: 600_000, checksSent: 2 } },
  'keys without an answer': {
    keepalive: { ...keepalive, unconfirmedKeys: 2, unconfirmedForMs: 9000, checksSent: 2, roundTripsMs: [12, 30] },
  },
  'keepalives off': { keepalive: { ...keepalive, intervalSeconds: 0, suppressed: true, nextInMs: null } },
  'a lost session': { savedAs: 'web', state: { kind: 'closed', at, reason: { kind: 'lost', failure, verdict } } },
  'a refused session': { state: { kind: 'closed', at, reason: { kind: 'refused', failure } } },
  'a restored session': { state: { kind: 'closed', at, reason: { kind: 'restored' } } },
  'a session ended by a signal': {
    state: { kind: 'closed', at, reason: { kind: 'exited', code: null, signal: 'KILL', verdict: null } },
  },
  'a session without a shell': { profile: { ...defaultProfile, hostName: host, noShell: true } },
  'a stop on the way': {
    state: { kind: 'connecting', phase: 'handshake', stop: { name: 'gate', number: 1, of: 2 } },
  },
  ...Object.fromEntries(
    Object.entries(prompts).map(([name, prompt]) => [name, { prompt: { promptId: name, prompt } }] as const),
  ),
};

export const saved = {
  defaults: defaultProfile,
  sessions: [{ name: 'web', folder: 'gate', profile: { ...defaultProfile, hostName: host } }],
  folders: [{ path: 'gate', settings: { columns: 90 }, profile: { ...defaultProfile, columns: 90 } }],
  notice: null,
};

const vault = { kind: 'ready', backend: 'keychain' } as const;
const secrets = async () =>
  success({
    vault,
    secrets: [{ id: '1', key: { kind: 'password', user: 'ada', host, port: 22 } as const, backend: 'keychain', at }],
  });

const agents = {
  agents: [{ place: '/agent', keys: [{ type: 'ssh-ed25519', fingerprint, comment: 'ada@home' }] }],
  keptPassphrases: 1,
};

/** What the configuration dialog is given. */
export const configuration = {
  saved,
  initial: { profile: { ...defaultProfile, hostName: host, ...profile }, savedAs: 'web' },
  secrets: { list: secrets, remove: secrets },
  agents: { list: async () => success(agents), forgetPassphrases: async () => undefined },
};

/** By what is read in them. */
export const treeQuestions: Readonly<Record<string, TreeQuestion>> = {
  'Delete the saved session': { kind: 'delete', id: sessionId('web') },
  'Delete the folder': { kind: 'delete', id: folderId('gate') },
  'Rename "': { kind: 'rename', id: sessionId('web') },
  'Move "': { kind: 'move', id: sessionId('web') },
  'New folder in': { kind: 'new-folder', parent: 'gate' },
};

export const answers: Answers = {
  'session.log': () => success([{ at, text: '1' }]),
  'import.sources': () => success([{ id: '1', kind: 'putty', place: '/home/ada/.putty', sessions: 2 }]),
  'import.read': () =>
    success({
      id: '1',
      kind: 'putty',
      place: '/home/ada/.putty',
      rows: [
        {
          name: 'db',
          folder: 'gate',
          target: 'db',
          standing: { kind: 'conflict', differs: ['rows'] },
          freeName: 'db (2)',
          unmapped: [{ key: '1', value: '0', reason: '⟦There is none.⟧' }],
          isWithoutKeepalive: true,
        },
      ],
      highlightSets: ['1'],
      hostKeys: { added: 2, known: 1, conflicting: ['gate'] },
      problems: ['⟦A file is broken.⟧'],
    }),
  ...fileAnswers,
};

/** A path of which all is known, and whose limit is searched for. */
export const knownPath: Partial<PathReport> = {
  survived: { ms: 240_000, at, count: 3 },
  fatal: { ms: 300_000, at, count: 1 },
  adviceSeconds: 120,
  ignoresChecksSince: at,
  search: {
    state: { kind: 'running', timeLeftMs: 60_000, prompt: null },
    steps: [
      { seconds: 60, state: { kind: 'survived' } },
      { seconds: 120, state: { kind: 'waiting' } },
      { seconds: 180, state: { kind: 'logging-in' } },
      { seconds: 240, state: { kind: 'silent', leftMs: 9000 } },
      { seconds: 300, state: { kind: 'checking' } },
      { seconds: 360, state: { kind: 'cut', afterMs: 300_000 } },
      { seconds: 420, state: { kind: 'skipped' } },
      { seconds: 480, state: { kind: 'failed', failure } },
    ],
  },
};
