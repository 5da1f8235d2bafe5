import { eachAtOnce } from '../at-once.ts';
import type { Row, RowResult } from './row.ts';

export interface RunOptions {
  readonly atOnce: number;
  /** No further row is begun. */
  readonly signal: AbortSignal;
  readonly onResult: (result: RowResult) => void;
}

/** Tries rows, some at a time; what was not done before the end is left out. */
export async function runRows(rows: readonly Row[], options: RunOptions): Promise<readonly RowResult[]> {
  const results = await eachAtOnce(rows, options.atOnce, async (row) => {
    if (options.signal.aborted) return [];
    const result = { row, ...(await attemptsAt(row)) };
    // What was stopped midway says nothing.
    if (options.signal.aborted) return [];
    options.onResult(result);
    return [result];
  });
  return results.flat();
}

/** Something that goes wrong around the logins is no login either. */
async function attemptsAt(row: Row): ReturnType<Row['attempt']> {
  try {
    return await row.attempt();
  } catch (error) {
    return { holdfast: { kind: 'out', says: error instanceof Error ? error.message : String(error) }, ssh: null };
  }
}
