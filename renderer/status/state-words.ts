import { assertNever } from '#contract/failure.ts';
import { english, t } from '#contract/language/language.ts';
import type { CloseReason, ConnectPhase, KeepaliveStatus, SessionState } from '#contract/session/session.ts';
import { type Health, type Observed, openHealth } from './health.ts';
import { unconfirmedWords } from './keepalive-words.ts';

/** How a session is marked: by shape and colour in its tab, by words everywhere else. */
export type Standing = Health | 'connecting' | 'asking' | 'ended';

/** Whether the server of an open session has stopped answering. */
export const isStalled = ({ state, keepalive }: Observed): boolean => state.kind === 'open' && keepalive.stalled;

/** How a session stands, `elapsedMs` after main told of it. */
export function standingOf({ state, keepalive, prompt }: Observed, elapsedMs: number): Standing {
  if (prompt !== null) return 'asking';
  switch (state.kind) {
    case 'connecting':
    case 'authenticating':
    case 'reconnecting':
      return 'connecting';
    case 'open':
      return openHealth(keepalive, elapsedMs);
    case 'closed':
      return state.reason.kind === 'exited' || state.reason.kind === 'restored' ? 'ended' : 'lost';
    default:
      return assertNever(state);
  }
}

/** From the one that needs its user most. */
const byNeed: readonly Standing[] = [
  'lost',
  'stalled',
  'asking',
  'unconfirmed',
  'connecting',
  'ended',
  'quiet',
  'alive',
];

/** Which of several standings their tab is marked by: 0 or less where the first one is. */
export const compareNeed = (one: Standing, other: Standing): number => byNeed.indexOf(one) - byNeed.indexOf(other);

/** Whether a session has no connection, nor is making one: its terminal takes no keys but Enter. */
export const hasEnded = ({ kind }: SessionState): boolean => kind === 'closed' || kind === 'reconnecting';

/** How a session stands in one to four words, `elapsedMs` after main told of it. */
export function stateWords({ state, keepalive, prompt }: Observed, elapsedMs: number): string {
  if (prompt !== null) return t('Waiting for your answer');
  switch (state.kind) {
    case 'connecting':
      return t(phaseWords[state.phase]);
    case 'authenticating':
      return t('Logging in');
    case 'open':
      return openWords[openHealth(keepalive, elapsedMs)](keepalive);
    case 'reconnecting':
      return t(state.retryAt === null ? 'Waiting for the network' : 'Reconnecting');
    case 'closed':
      return t(reasonWords[state.reason.kind]);
    default:
      return assertNever(state);
  }
}

const phaseWords: Readonly<Record<ConnectPhase, string>> = english({
  resolving: 'Looking up the host',
  tcp: 'Connecting',
  proxy: 'Waiting for the proxy',
  handshake: 'Exchanging keys',
  login: 'Logging in to a jump host',
});

const openWords: Readonly<Record<Exclude<Health, 'lost'>, (keepalive: KeepaliveStatus) => string>> = {
  alive: () => t('Connected'),
  quiet: () => t('Quiet'),
  unconfirmed: unconfirmedWords,
  stalled: () => t('No answer'),
};

const reasonWords: Readonly<Record<CloseReason['kind'], string>> = english({
  exited: 'Ended',
  restored: 'Not connected',
  refused: 'Not connected',
  lost: 'Connection lost',
});
