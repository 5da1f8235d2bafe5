/** Later than this against its period, a packet counts as late; ms. */
export const allowedLateMs = 250;

/** A stretch of time on the clock of the packets, ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How the null packets of some sessions came. */
export interface Lateness {
  readonly packets: number;
  readonly late: number;
  /** By how much the latest was late, and the 99th of a hundred; 0 if none was. ms */
  readonly worstMs: number;
  readonly p99Ms: number;
}

/**
 * A packet is late by what the gap between it and the one before it in its session is longer than the period. One that
 * has not come by the end of the stretch is late by what it is overdue then, and counts, so that a session that fell
 * silent does not pass for one in time. `times`: of each session, in order; a session's first packet has no gap.
 */
export function latenessOf(times: readonly (readonly number[])[], periodMs: number, { from, to }: Stretch): Lateness {
  let packets = 0;
  const lateBy: number[] = [];
  for (const session of times) {
    for (const [index, at] of session.entries()) {
      if (at < from || at > to) continue;
      packets += 1;
      const before = session[index - 1];
      if (before !== undefined) lateBy.push(Math.max(0, at - before - periodMs));
    }
    const last = session.findLast((at) => at <= to) ?? from;
    const overdue = to - last - periodMs;
    if (overdue > allowedLateMs) lateBy.push(overdue);
  }
  const sorted = lateBy.toSorted((one, other) => one - other);
  return {
    packets,
    late: sorted.filter((ms) => ms > allowedLateMs).length,
    worstMs: sorted.at(-1) ?? 0,
    p99Ms: sorted[Math.max(0, Math.ceil(sorted.length * 0.99) - 1)] ?? 0,
  };
}

/** Of the packets that were due, 0 to 1. Where nothing came that is all. */
export const lateShare = ({ packets, late }: Lateness): number => (packets === 0 ? 1 : late / packets);
