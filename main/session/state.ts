import { assertNever } from '#contract/failure.ts';
import type { CloseReason, ConnectPhase, ConnectStop, SessionState } from '#contract/session/session.ts';

/** What can happen to a session. */
export type SessionEvent =
  | { readonly kind: 'connect' }
  | { readonly kind: 'phase'; readonly phase: ConnectPhase; readonly stop?: ConnectStop }
  | { readonly kind: 'authenticating' }
  | { readonly kind: 'open' }
  | {
      readonly kind: 'ended';
      readonly reason: CloseReason;
      /** Wall clock, ms. */
      readonly at: number;
      /** The attempt that follows by itself, if one does. */
      readonly retry: Pick<Reconnecting, 'attempt' | 'retryAt' | 'failed'> | null;
    }
  /** The user doesn't want it to connect again; `reason` is why its last connection ended. */
  | { readonly kind: 'stopped'; readonly reason: CloseReason /** Wall clock, ms. */; readonly at: number }
  /** More was learnt about why it ended. */
  | { readonly kind: 'reviewed'; readonly reason: CloseReason };

type Reconnecting = Extract<SessionState, { readonly kind: 'reconnecting' }>;

export const initialState: SessionState = { kind: 'connecting', phase: 'resolving' };

/**
 * The next state. An event that makes no sense where the session stands (a phase of a connection that has ended, a
 * second end) leaves the state as it is, the very same object.
 */
export function transition(state: SessionState, event: SessionEvent): SessionState {
  switch (event.kind) {
    case 'connect':
      // From `open` too: a stalled session is restarted over the connection that it still has.
      return state.kind === 'connecting' || state.kind === 'authenticating' ? state : initialState;
    case 'phase':
      return state.kind === 'connecting' ? { ...event, kind: 'connecting' } : state;
    case 'authenticating':
      return state.kind === 'connecting' ? { kind: 'authenticating' } : state;
    case 'open':
      return state.kind === 'authenticating' ? { kind: 'open' } : state;
    case 'ended':
      return isConnection(state) ? afterEnd(event) : state;
    case 'reviewed':
      return isConnection(state) ? state : { ...state, reason: event.reason };
    case 'stopped':
      return state.kind === 'open' || state.kind === 'closed'
        ? state
        : { kind: 'closed', reason: event.reason, at: event.at };
    default:
      return assertNever(event);
  }
}

/** Whether the session has a connection, or is about to. */
const isConnection = (
  state: SessionState,
): state is Extract<SessionState, { readonly kind: 'connecting' | 'authenticating' | 'open' }> =>
  state.kind === 'connecting' || state.kind === 'authenticating' || state.kind === 'open';

const afterEnd = ({ reason, at, retry }: SessionEvent & { readonly kind: 'ended' }): SessionState =>
  retry === null ? { kind: 'closed', reason, at } : { kind: 'reconnecting', reason, at, ...retry };
