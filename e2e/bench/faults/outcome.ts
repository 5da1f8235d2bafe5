import type { Cause, ClientEvent } from './clients/client.ts';

/** What became of a client's session in a fault. */
export type OutcomeKind =
  /** The same connection answers a line. */
  | 'alive'
  /** It was lost, and the session answers over a new connection, in the same tab. */
  | 'reconnected'
  /** Its user was told that it doesn't answer; no line was answered. */
  | 'stalled'
  | 'ended'
  /** No line was answered, and its user was told nothing. */
  | 'hangs';

export interface Outcome {
  readonly outcome: OutcomeKind;
  /** From the fault's beginning to the first word of it to the user; null if there was none. */
  readonly noticedAfterSeconds: number | null;
  /** From the fault's end, or its beginning if it has none, to an answered line; null if there was none. */
  readonly backAfterSeconds: number | null;
  readonly cause: Cause | null;
}

/** What was seen of one client. Times are of one monotonic clock, ms. */
export interface Observation {
  readonly faultAt: number;
  readonly clearedAt: number | null;
  readonly events: readonly ClientEvent[];
  /** When it answered the line typed at the end. */
  readonly answeredAt: number | null;
  readonly cause: Cause | null;
}

export function outcomeOf({ faultAt, clearedAt, events, answeredAt, cause }: Observation): Outcome {
  const since = events.filter(({ at }) => at >= faultAt);
  const noticed = since.find(({ kind }) => kind === 'stalled' || kind === 'ended');
  const hasEnded = since.some(({ kind }) => kind === 'ended');
  const isBack = answeredAt !== null && answeredAt >= faultAt;
  return {
    outcome: isBack ? (hasEnded ? 'reconnected' : 'alive') : unansweredKind(hasEnded, noticed !== undefined),
    noticedAfterSeconds: noticed === undefined ? null : seconds(noticed.at - faultAt),
    backAfterSeconds: isBack ? seconds(answeredAt - (clearedAt ?? faultAt)) : null,
    cause,
  };
}

const unansweredKind = (hasEnded: boolean, hasNoticed: boolean): OutcomeKind =>
  hasEnded ? 'ended' : hasNoticed ? 'stalled' : 'hangs';

/** Hundredths: more than a run can repeat. */
const seconds = (ms: number) => Math.round(ms / 10) / 100;
