import type { Failure } from '#contract/failure.ts';

/** A shorter silence than this before a loss says nothing about routers. */
const tellingIdleMs = 3000;

/** What was observed when an open session was lost. */
export interface IdleEvidence {
  /** Milliseconds of silence in both directions before the last key, or before the end where nothing was typed. */
  readonly idleMs: number;
  readonly keepaliveSeconds: number;
}

/**
 * Adds what the user can do about it, where a connection broke after a silence. It says what was seen, and no more: a
 * router that forgot the connection and a server that was restarted look the same from here.
 */
export function withIdleHint(failure: Failure, { idleMs, keepaliveSeconds }: IdleEvidence): Failure {
  if (failure.code !== 'connection-reset' && failure.code !== 'connection-closed') return failure;
  if (idleMs < tellingIdleMs) return failure;
  const idle = `Nothing had passed for ${Math.round(idleMs / 1000)} s before that.`;
  const advice =
    keepaliveSeconds === 0
      ? 'Keepalives are off: if this happens again, set "Seconds between keepalives" to less than that under Change Settings, Connection.'
      : `Keepalives were sent every ${keepaliveSeconds} s: if this happens again, set a shorter time under Change Settings, Connection.`;
  return { ...failure, hint: `${idle} ${advice}` };
}
