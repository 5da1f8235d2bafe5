import { assertNever } from '#contract/failure.ts';
import type { KeepaliveStatus, SessionSnapshot } from '#contract/session/session.ts';

/**
 * How well a session is doing. `quiet`: the server has sent nothing for a while, and nothing says that it should have;
 * `unconfirmed`: nothing has come since something was typed; `stalled`: it has not answered its checks either.
 */
export type Health = 'alive' | 'quiet' | 'unconfirmed' | 'stalled' | 'lost';

/** What a session's health is read from. Relative times count from when main sent it. */
export type Observed = Pick<SessionSnapshot, 'state' | 'keepalive' | 'prompt'>;

/** Silence after which a session counts as quiet: twice the time between alive checks as it is set at first. */
export const quietAfterMs = 60_000;

/**
 * How long keys wait before they are called unconfirmed. Main asks the server for an answer after a second, and tells
 * of what arrives up to half a second late: a path that works never gets this far.
 */
export const unconfirmedAfterMs = 1500;

/** The health of a session, `elapsedMs` after main told of it; null of one that has no connection to lose. */
export function healthOf({ state, keepalive }: Observed, elapsedMs: number): Health | null {
  switch (state.kind) {
    case 'connecting':
    case 'authenticating':
      return null;
    case 'open':
      return openHealth(keepalive, elapsedMs);
    case 'reconnecting':
      return 'lost';
    case 'closed':
      return state.reason.kind === 'lost' ? 'lost' : null;
    default:
      return assertNever(state);
  }
}

/** The health of a session that is open. */
export function openHealth(keepalive: KeepaliveStatus, elapsedMs: number): Exclude<Health, 'lost'> {
  if (keepalive.stalled) return 'stalled';
  const [unconfirmedIn, quietIn] = turnsIn(keepalive);
  if (elapsedMs >= unconfirmedIn) return 'unconfirmed';
  return elapsedMs >= quietIn ? 'quiet' : 'alive';
}

/** When time alone turns the health next, after `elapsedMs`, counted from when main told of it; null if it does not. */
export function nextTurnMs({ state, keepalive }: Observed, elapsedMs: number): number | null {
  if (state.kind !== 'open' || keepalive.stalled) return null;
  const next = Math.min(...turnsIn(keepalive).filter((turn) => turn > elapsedMs));
  return next === Number.POSITIVE_INFINITY ? null : next;
}

/** When the keys become unconfirmed and the session quiet, in ms from when main told of it. */
const turnsIn = ({ unconfirmedForMs, lastContactMs }: KeepaliveStatus): readonly [number, number] => [
  unconfirmedForMs === null ? Number.POSITIVE_INFINITY : unconfirmedAfterMs - unconfirmedForMs,
  lastContactMs === null ? Number.POSITIVE_INFINITY : quietAfterMs - lastContactMs,
];
