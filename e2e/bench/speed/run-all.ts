import type { Measurement } from './measurement.ts';
import type { SpeedOptions } from './options.ts';
import type { BenchPackage } from './packages.ts';
import type { Row } from './row.ts';
import { secondsLeft, timeWords } from './time-left.ts';

export interface RunAllRequest extends Pick<SpeedOptions, 'runs' | 'small' | 'only'> {
  readonly wanted: readonly Measurement[];
  /** Packages that are not there, and why. */
  readonly missing: ReadonlyMap<BenchPackage, string>;
  readonly signal: AbortSignal;
}

export interface RunAllResult {
  /** In the order of their numbers. */
  readonly rows: readonly Row[];
  /** Measurements that came to no end, as sentences: without them the run is not whole. */
  readonly failures: readonly string[];
}

/** Runs the measurements one after the other. One that fails does not keep the others from running. */
export async function runAll({ wanted, missing, signal, only, runs, small }: RunAllRequest): Promise<RunAllResult> {
  const began = performance.now();
  const rows: Row[] = [];
  const failures: string[] = [];
  for (const [index, { needs, title, run }] of wanted.entries()) {
    const onProgress = (share: number, text: string) => {
      const place = { index, share, elapsed: (performance.now() - began) / 1000 };
      const left = timeWords(secondsLeft(wanted, small, place));
      process.stderr.write(`${title}: ${text} · ${left} left\n`);
    };
    const lacking = needs.find((name) => missing.has(name));
    try {
      if (lacking !== undefined) throw new Error(missing.get(lacking));
      const whyAbsent = (name: BenchPackage) => missing.get(name) ?? null;
      rows.push(...(await run({ runs, small, signal, onProgress, whyAbsent })));
    } catch (error) {
      signal.throwIfAborted();
      failures.push(`${title}: ${error instanceof Error ? error.message : String(error)}`);
      process.stderr.write(`${failures.at(-1)}\n`);
    }
  }
  const isAsked = ({ id }: Row) => only === null || only.includes(id);
  return { rows: rows.filter(isAsked).toSorted((one, other) => one.id - other.id), failures };
}
