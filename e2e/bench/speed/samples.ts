/** What one contestant gave in each of its runs; one at least. */
export type Samples = readonly number[];

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function spreadOf(samples: Samples): Spread {
  const sorted = samples.toSorted((one, other) => one - other);
  return { min: sorted[0] ?? Number.NaN, median: percentile(sorted, 0.5), max: sorted.at(-1) ?? Number.NaN };
}

export const median = (samples: Samples): number => spreadOf(samples).median;

/**
 * The value that a `share` (0 to 1) of the samples does not exceed; between two of them, in proportion. NaN of none.
 * `sorted`: from the smallest on.
 */
export function percentile(sorted: Samples, share: number): number {
  const place = (sorted.length - 1) * share;
  const [below = Number.NaN, above = below] = sorted.slice(Math.max(0, Math.floor(place)));
  return below + (above - below) * (place - Math.floor(place));
}

export interface InterleavedOptions {
  readonly runs: number;
  readonly signal: AbortSignal;
  /** Called before each run, `share` of them done. */
  readonly onProgress: (share: number, text: string) => void;
}

/**
 * Runs all contestants in turn, `runs` times: what else the machine has to do meanwhile slows none of them alone. Each
 * has gone once before, which is not counted: files are in the system's cache then, and programs are compiled.
 */
export async function interleaved<Name extends string, Sample>(
  contestants: Readonly<Record<Name, () => Promise<Sample>>>,
  { runs, signal, onProgress }: InterleavedOptions,
): Promise<Readonly<Record<Name, readonly Sample[]>>> {
  const entries = Object.entries(contestants) as [Name, () => Promise<Sample>][];
  const samples = Object.fromEntries(entries.map(([name]) => [name, []])) as unknown as Record<Name, Sample[]>;
  let done = 0;
  for (let round = 0; round <= runs; round += 1) {
    for (const [name, run] of entries) {
      signal.throwIfAborted();
      onProgress(done / (entries.length * (runs + 1)), round === 0 ? `${name}, not counted` : `${name}, run ${round}`);
      const sample = await run();
      if (round > 0) samples[name].push(sample);
      done += 1;
    }
  }
  return samples;
}
