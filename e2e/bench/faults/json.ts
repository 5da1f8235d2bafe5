import { type FaultResult, laterThanSsh } from './fault.ts';
import type { Outcome } from './outcome.ts';
import { titleOf } from './table.ts';

/** All results as one object, for other programs. What did not run has null in place of each client. */
export const jsonOf = (results: readonly FaultResult[]): object => ({ faults: results.map(entryOf) });

function entryOf(result: FaultResult): object {
  const name = titleOf(result.fault);
  if (result.kind !== 'measured') {
    const missing = { outcome: result.kind, noticedAfterSeconds: null, backAfterSeconds: null };
    const holdfast = { ...missing, verdict: null, asExpected: result.kind === 'failed' ? false : null };
    return { name, reason: result.reason, holdfast, ssh: missing, plink: missing };
  }
  const { holdfast, ssh, plink } = result.outcomes;
  return {
    name,
    expectation: result.fault.expectation,
    holdfast: {
      ...clientOf(holdfast),
      verdict: holdfast.cause?.verdict ?? null,
      asExpected: result.isAsExpected,
      laterThanSshSeconds: laterThanSsh(result),
    },
    ssh: clientOf(ssh),
    plink: clientOf(plink),
  };
}

const clientOf = ({ outcome, noticedAfterSeconds, backAfterSeconds, cause }: Outcome) => ({
  outcome,
  noticedAfterSeconds,
  backAfterSeconds,
  says: cause?.says ?? null,
});
