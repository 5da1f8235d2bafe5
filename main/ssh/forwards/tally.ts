import type { ForwardCounts } from '#contract/forwards/forward.ts';

/** What is counted of one forward, written by its connections. */
export type Tally = { -readonly [K in keyof ForwardCounts]: number };

export const createTally = (): Tally => ({ connections: 0, total: 0, failed: 0, received: 0, sent: 0 });
