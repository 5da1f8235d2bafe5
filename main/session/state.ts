import { assertNever } from '#contract/failure.ts';
import type { CloseReason, ConnectPhase, SessionState } from '#contract/session.ts';

/** What can happen to a session. */
export type SessionEvent =
  | { readonly kind: 'connect' }
  | { readonly kind: 'phase'; readonly phase: ConnectPhase }
  | { readonly kind: 'authenticating' }
  | { readonly kind: 'open' }
  | { readonly kind: 'ended'; readonly reason: CloseReason /** Wall clock, ms. */; readonly at: number }
  /** More was learnt about why it ended. */
  | { readonly kind: 'reviewed'; readonly reason: CloseReason };

export const initialState: SessionState = { kind: 'connecting', phase: 'resolving' };

/**
 * The next state. An event that makes no sense where the session stands (a phase of a connection that has ended, a
 * second end) leaves the state as it is, the very same object.
 */
export function transition(state: SessionState, event: SessionEvent): SessionState {
  switch (event.kind) {
    case 'connect':
      // From `open` too: a stalled session is restarted over the connection that it still has.
      return state.kind === 'closed' || state.kind === 'open' ? initialState : state;
    case 'phase':
      return state.kind === 'connecting' ? { kind: 'connecting', phase: event.phase } : state;
    case 'authenticating':
      return state.kind === 'connecting' ? { kind: 'authenticating' } : state;
    case 'open':
      return state.kind === 'authenticating' ? { kind: 'open' } : state;
    case 'ended':
      return state.kind === 'closed' ? state : { kind: 'closed', reason: event.reason, at: event.at };
    case 'reviewed':
      return state.kind === 'closed' ? { ...state, reason: event.reason } : state;
    default:
      return assertNever(event);
  }
}
