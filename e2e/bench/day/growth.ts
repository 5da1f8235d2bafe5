import type { Sample } from './memory.ts';

export interface Growth {
  readonly measure: keyof Sample;
  /** Medians of the first and the last third after warm-up. */
  readonly before: number;
  readonly after: number;
  /** For each line that was printed between them. */
  readonly perLine: number;
  readonly limit: number;
  readonly isWithin: boolean;
}

/**
 * What each may grow by for a line of output. The smallest object that could be left of one, with its place in a list,
 * takes 20 bytes in the window and 40 in Node. Of elements and listeners the least is one.
 */
const limits: Readonly<Record<keyof Sample, number>> = {
  page: 16,
  pageBuffers: 16,
  main: 16,
  mainBuffers: 16,
  nodes: 0.01,
  listeners: 0.01,
};

/**
 * Between the first and the last third of the samples after warm-up; `lines` has how many were printed before each
 * sample. Scrollback, history and caches fill during the warm-up, and code is compiled.
 */
export function growthOf(samples: readonly Sample[], lines: readonly number[], warmUpHours: number): readonly Growth[] {
  const warm = samples.slice(warmUpHours);
  const third = Math.floor(warm.length / 3);
  if (third === 0) throw new Error('Growth takes at least three samples after the warm-up.');
  const middle = Math.floor(third / 2);
  const between = lines.slice(warmUpHours).slice(middle + 1, warm.length - third + middle + 1);
  const printed = between.reduce((sum, count) => sum + count, 0);
  return (Object.keys(limits) as (keyof Sample)[]).map((measure) => {
    const values = warm.map((sample) => sample[measure]);
    const [before, after] = [median(values.slice(0, third)), median(values.slice(-third))];
    const perLine = (after - before) / printed;
    return { measure, before, after, perLine, limit: limits[measure], isWithin: perLine <= limits[measure] };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
