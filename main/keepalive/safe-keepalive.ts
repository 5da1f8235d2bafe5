/** What is known of a path's idle limit; milliseconds, null where nothing is known. */
export interface IdleLimits {
  /** L: the longest silence that a connection survived. */
  readonly longestSurvivedMs: number | null;
  /** U: the shortest silence that was fatal. */
  readonly shortestFatalMs: number | null;
}

/** Periods that people set; advice is one of them. Seconds. */
const usual = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 600, 900, 1800, 3600] as const;

/** Advice where nothing is known: shorter than every default found in common equipment. Seconds. */
const safeEverywhere = 60;

/**
 * Seconds between keepalives that a path tolerates: at most the longest silence survived, and at most half the shortest
 * fatal one, since a router counts from its own last packet and a null packet can be lost.
 */
export function safeKeepaliveSeconds({ longestSurvivedMs, shortestFatalMs }: IdleLimits): number {
  if (longestSurvivedMs === null && shortestFatalMs === null) return safeEverywhere;
  const most = Math.min(
    longestSurvivedMs ?? Number.POSITIVE_INFINITY,
    (shortestFatalMs ?? Number.POSITIVE_INFINITY) / 2,
  );
  return usual.findLast((seconds) => seconds * 1000 <= most) ?? 1;
}

/**
 * The same, where the program may choose; null while too little is known to choose by. That nothing longer than a few
 * seconds was survived yet says nothing on its own: sessions are seldom silent, and never for longer than their alive
 * checks leave them.
 */
export function adviceSeconds(limits: IdleLimits): number | null {
  const { longestSurvivedMs, shortestFatalMs } = limits;
  const isTold = shortestFatalMs !== null || (longestSurvivedMs ?? 0) >= safeEverywhere * 1000;
  return isTold ? safeKeepaliveSeconds(limits) : null;
}
