import { assertNever } from '#contract/failure.ts';
import type { CloseReason, ConnectPhase, SessionState } from '#contract/session.ts';

/** How a session is marked: by shape and colour in its tab, by words everywhere else. */
export type Standing = 'connecting' | 'open' | 'ended' | 'lost';

export function standingOf(state: SessionState): Standing {
  switch (state.kind) {
    case 'connecting':
    case 'authenticating':
      return 'connecting';
    case 'open':
      return 'open';
    case 'closed':
      return state.reason.kind === 'lost' || state.reason.kind === 'refused' ? 'lost' : 'ended';
    default:
      return assertNever(state);
  }
}

/** The state of a session in one to three words. */
export function stateWords(state: SessionState): string {
  switch (state.kind) {
    case 'connecting':
      return phaseWords[state.phase];
    case 'authenticating':
      return 'Logging in';
    case 'open':
      return 'Connected';
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
  disconnected: 'Disconnected',
  refused: 'Not connected',
  lost: 'Connection lost',
};
