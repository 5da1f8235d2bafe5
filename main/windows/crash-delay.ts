/** Milliseconds before a page that crashed is loaded again, the first time, the second, and so on; the last repeats. */
const delaysMs = [0, 1000, 5000, 30_000] as const;

/** A page that held this long is a good one, ms: its next crash counts as a first one again. */
const goodPageMs = 60_000;

/**
 * Says how long to wait after each crash, ms. A page that crashes as it starts would do so for ever, as fast as the
 * machine can. `now` is monotonic, ms.
 */
export function createCrashDelay(now: () => number): () => number {
  let crashes = 0;
  let loadedAt = now();

  return () => {
    if (now() - loadedAt >= goodPageMs) crashes = 0;
    const delayMs = delaysMs[Math.min(crashes, delaysMs.length - 1)] ?? 0;
    crashes += 1;
    loadedAt = now() + delayMs;
    return delayMs;
  };
}
