import { assertNever } from '#contract/failure.ts';
import type { CloseReason, ConnectPhase, SessionSnapshot, SessionState } from '#contract/session.ts';

/** How a session is marked: by shape and colour in its tab, by words everywhere else. */
export type Standing = 'connecting' | 'open' | 'stalled' | 'ended' | 'lost';

type Observed = Pick<SessionSnapshot, 'state' | 'keepalive'>;

/** Whether the server of an open session has stopped answering. */
export const isStalled = ({ state, keepalive }: Observed): boolean => state.kind === 'open' && keepalive.stalled;

export function standingOf(session: Observed): Standing {
  const { state } = session;
  switch (state.kind) {
    case 'connecting':
    case 'authenticating':
    case 'reconnecting':
      return 'connecting';
    case 'open':
      return isStalled(session) ? 'stalled' : 'open';
    case 'closed':
      return state.reason.kind === 'exited' ? 'ended' : 'lost';
    default:
      return assertNever(state);
  }
}

/** Whether a session has no connection, nor is making one: its terminal takes no keys but Enter. */
export const hasEnded = ({ kind }: SessionState): boolean => kind === 'closed' || kind === 'reconnecting';

/** The state of a session in one to three words. */
export function stateWords(session: Observed): string {
  const { state } = session;
  switch (state.kind) {
    case 'connecting':
      return phaseWords[state.phase];
    case 'authenticating':
      return 'Logging in';
    case 'open':
      return isStalled(session) ? 'No answer' : 'Connected';
    case 'reconnecting':
      return 'Reconnecting';
    case 'closed':
      return reasonWords[state.reason.kind];
    default:
      return assertNever(state);
  }
}

const phaseWords: Readonly<Record<ConnectPhase, string>> = {
  resolving: 'Looking up the host',
  tcp: 'Connecting',
  handshake: 'Exchanging keys',
};

const reasonWords: Readonly<Record<CloseReason['kind'], string>> = {
  exited: 'Ended',
  refused: 'Not connected',
  lost: 'Connection lost',
};
