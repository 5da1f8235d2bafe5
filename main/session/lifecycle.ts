import type { Profile } from '#contract/profile/profile.ts';
import type { CloseReason, SessionState } from '#contract/session/session.ts';
import type { Clock } from '../keepalive/clock.ts';
import type { NetworkWatch } from '../keepalive/network-watch.ts';
import type { Connection, ConnectionOptions } from './connection.ts';
import { endSentence } from './connection-sentences.ts';
import { createEndings } from './endings.ts';
import { noTransport } from './no-transport.ts';
import type { OpenTransport } from './ports/transport.ts';
import { createReconnection } from './reconnect/reconnection.ts';
import { initialState, type SessionEvent, transition } from './state.ts';

export interface LifecycleOptions {
  readonly clock: Clock;
  readonly wallClock: () => number;
  readonly network: NetworkWatch;
  readonly profile: () => Profile;
  readonly openTransport: OpenTransport;
  /** It waits for its user instead of connecting. */
  readonly isRestored: boolean;
  /** Opens one connection over that transport. */
  readonly open: (
    openTransport: OpenTransport,
    hearing: Pick<ConnectionOptions, 'onStep' | 'onEnded' | 'onReviewed'>,
  ) => Connection;
  readonly onState: () => void;
  /** A shell begins. */
  readonly onOpen: () => void;
  /** There is no shell any more since then; wall clock, ms. */
  readonly onDown: (at: number) => void;
  /** A connection is gone, or is given up. */
  readonly onGone: () => void;
  /** The server, or the user, refused: what is asked again may be answered otherwise. */
  readonly onRefused: () => void;
  readonly onLog: (text: string) => void;
  readonly onNotice: (text: string) => void;
}

/** A session's way through its connections: when each begins, why it ended, and whether another one follows. */
export interface Lifecycle {
  readonly state: () => SessionState;
  /** The connection that there is, or was last. */
  readonly connection: () => Connection;
  /** See Session. */
  readonly restart: () => void;
  /** See Session. */
  readonly cancelConnecting: () => 'stopped' | 'never-open';
  /** Ends the connection, and has none follow. */
  readonly dispose: () => void;
}

export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { profile, onLog, onGone } = options;
  const endings = createEndings(options);
  const reconnection = createReconnection({
    ...options,
    isWanted: (wasStalled) => {
      const { whenLost, whenStalled } = profile();
      return whenLost === 'reconnect' || (wasStalled && whenStalled === 'reconnect');
    },
    onDue: () => reconnect(),
  });

  const step = (event: SessionEvent) => {
    const next = transition(state, event);
    if (next === state) return;
    state = next;
    options.onState();
  };
  const tellRemedy = () => {
    if (state.kind === 'open') endings.tellRemedy();
  };
  const noteEnd = (reason: CloseReason) => {
    const end = endings.note(reason);
    if (reason.kind !== 'refused') options.onDown(end.at);
    return end;
  };

  const connect = (openTransport = options.openTransport): Connection =>
    options.open(openTransport, {
      onStep: (event) => {
        if (event.kind === 'open') {
          reconnection.noteOpen();
          options.onOpen();
        }
        step(event);
        tellRemedy();
      },
      onEnded: (reason, wasStalled) => {
        onGone();
        onLog(endSentence(reason));
        // What did not get in, a mistyped user name for one, is asked for anew.
        if (reason.kind === 'refused' && !reason.failure.retryable) options.onRefused();
        const retry = reconnection.afterEnd(reason, wasStalled);
        // An attempt that fails, and is followed by another, is no end: why the session was lost is still what matters.
        const lost = retry !== null && retry.failed !== null ? endings.last() : null;
        step({ kind: 'ended', ...(lost ?? noteEnd(reason)), retry });
      },
      onReviewed: (reason, reviewed) => {
        if (!endings.review(reason, reviewed)) return;
        step({ kind: 'reviewed', reason: reviewed });
        tellRemedy();
      },
    });
  const reconnect = () => {
    reconnection.cancel();
    connection.abandon();
    onGone();
    connection = connect();
    step({ kind: 'connect' });
  };

  let state: SessionState = options.isRestored
    ? { kind: 'closed', ...endings.note({ kind: 'restored' }) }
    : initialState;
  let connection = options.isRestored ? connect(noTransport) : connect();

  return {
    state: () => state,
    connection: () => connection,
    restart: () => {
      const isDown = state.kind === 'closed' || state.kind === 'reconnecting';
      if (!isDown) {
        if (!connection.keepalive().stalled) return;
        noteEnd(connection.endStalled());
      }
      if (state.kind === 'closed') endings.dropRemedy();
      // Who does not want to wait does not want to give up: the attempts go on if this one fails.
      if (state.kind === 'reconnecting') reconnection.hurry();
      else reconnection.reset();
      reconnect();
    },
    cancelConnecting: () => {
      const lastEnd = endings.last();
      if (lastEnd === null) return 'never-open';
      reconnection.cancel();
      reconnection.reset();
      if (state.kind !== 'open') connection.abandon();
      step({ kind: 'stopped', ...lastEnd });
      return 'stopped';
    },
    dispose: () => {
      reconnection.cancel();
      connection.abandon();
      onGone();
    },
  };
}
