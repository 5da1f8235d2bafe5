/** How early a timer may come so that it comes together with others, ms: little beside the shortest keepalive, 1 s. */
export const stepMs = 200;

/**
 * The last step before a moment. Sessions share one clock, so that their timers come together, a few times a second: to
 * wake up for each of them, and find nothing of what it needs in the processor's caches, costs more than to send a packet.
 */
export const inStep = (at: number): number => Math.floor(at / stepMs) * stepMs;
