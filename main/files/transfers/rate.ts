import type { Clock } from '../../keepalive/clock.ts';

/** The rate is of the last so many ms: steady enough to be read, quick enough to follow the line. */
const windowMs = 3000;
/** Between two samples at least, ms. */
const sampleMs = 100;

/** Bytes a second, over the last seconds. */
export interface Rate {
  readonly note: (totalBytes: number) => void;
  readonly bytesPerSecond: () => number;
  /** It stood still: what was before does not count. */
  readonly reset: () => void;
}

export function createRate(clock: Pick<Clock, 'now'>): Rate {
  let samples: { readonly at: number; readonly bytes: number }[] = [];
  return {
    note: (bytes) => {
      const at = clock.now();
      const last = samples.at(-1);
      if (last !== undefined && at - last.at < sampleMs) return;
      samples = [...samples.filter((sample) => at - sample.at <= windowMs), { at, bytes }];
    },
    bytesPerSecond: () => {
      const [first, last] = [samples[0], samples.at(-1)];
      if (first === undefined || last === undefined || last.at === first.at) return 0;
      return Math.max(0, Math.round(((last.bytes - first.bytes) * 1000) / (last.at - first.at)));
    },
    reset: () => {
      samples = [];
    },
  };
}
