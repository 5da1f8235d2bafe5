import { type ClientSummary, type FaultSummary, isAllKept } from './summary.ts';
import { titleOf } from './table.ts';

/**
 * All faults as one object, for other programs. Of several runs: the most frequent outcome and verdict, the median of
 * the times, and how many of them were as expected. What did not run has `not-run` or `failed` as its outcome.
 */
export const jsonOf = (summaries: readonly FaultSummary[]): object => ({ faults: summaries.map(entryOf) });

function entryOf(summary: FaultSummary): object {
  const { fault, runs, keptRuns, clients, latestThanSshSeconds, reasons } = summary;
  const start = { name: titleOf(fault), expectation: fault.expectation, runs, asExpectedRuns: keptRuns };
  const why = reasons.length === 0 ? {} : { reason: reasons.join('; ') };
  if (clients === null) {
    const missing = { outcome: runs === 0 ? 'not-run' : 'failed', noticedAfterSeconds: null, backAfterSeconds: null };
    const holdfast = { ...missing, verdict: null, asExpected: runs === 0 ? null : false };
    return { ...start, ...why, holdfast, ssh: missing, plink: missing };
  }
  const { holdfast, ssh, plink } = clients;
  return {
    ...start,
    ...why,
    holdfast: {
      ...clientOf(holdfast),
      verdict: holdfast.verdicts[0]?.what.kind ?? null,
      asExpected: isAllKept(summary),
      laterThanSshSeconds: latestThanSshSeconds,
    },
    ssh: clientOf(ssh),
    plink: clientOf(plink),
  };
}

const clientOf = ({ outcomes, noticedAfterSeconds, backAfterSeconds, says }: ClientSummary) => ({
  outcome: outcomes[0]?.what ?? null,
  noticedAfterSeconds,
  backAfterSeconds,
  says,
});
