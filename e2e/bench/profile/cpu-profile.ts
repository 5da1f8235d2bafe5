/** A profile as V8 gives it (Profiler.stop of the DevTools protocol). */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    /** Lines and columns from 0. */
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
      readonly columnNumber: number;
    };
  }[];
  /** Ids of the nodes that ran, one a sample. */
  readonly samples: readonly number[];
  /** Before each sample, microseconds. */
  readonly timeDeltas: readonly number[];
}

type CallFrame = CpuProfile['nodes'][number]['callFrame'];

export interface BusyFunction {
  /** Of the time in which the thread was not idle, 0 to 1; in the function itself, without what it calls. */
  readonly share: number;
  readonly name: string;
  readonly place: string;
}

export interface Busy {
  /** Milliseconds in which the thread was not idle. */
  readonly busyMs: number;
  /** Those that took most, in order. */
  readonly functions: readonly BusyFunction[];
}

/** The functions that took most of the time themselves. `placeOf` says where one is written. */
export function busiest({ nodes, samples, timeDeltas }: CpuProfile, placeOf: (frame: CallFrame) => string): Busy {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = new Map<string, { readonly frame: CallFrame; micros: number }>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id);
    const micros = timeDeltas[index] ?? 0;
    if (frame === undefined || frame.functionName === '(idle)') continue;
    const key = `${frame.functionName} ${frame.url}:${frame.lineNumber}:${frame.columnNumber}`;
    const time = times.get(key) ?? { frame, micros: 0 };
    time.micros += micros;
    times.set(key, time);
    busy += micros;
  }
  const functions = [...times.values()]
    .toSorted((one, other) => other.micros - one.micros)
    .slice(0, shownFunctions)
    .map(({ frame, micros }) => ({
      share: micros / busy,
      name: frame.functionName === '' ? '(anonymous)' : frame.functionName,
      place: placeOf(frame),
    }));
  return { busyMs: busy / 1000, functions };
}

const shownFunctions = 10;
