import { type Row, rowOf } from '../row.ts';
import { percentile } from '../samples.ts';

/** Names of Holdfast's runs under a flood; all others are peers, or `holdfast` where nothing else goes on. */
export const otherTab = 'flood in another tab';
export const sameTab = 'flood in the same tab';

const ownP50 = 'its own p50';
const idle = 'idle';

/** What keeps the median up: Chromium's way from a changed page to the screen. */
const pipeline =
  'A third of it is the key’s way to the program and back. The rest is Chromium’s way from a changed page to the screen: a ' +
  'frame is asked for, laid out, painted, rastered and composed, by two processes; a terminal that draws for itself does ' +
  'all of it in one.';

/** By traces of Chromium: 400 keys on an idle machine had a p50 of 7.5 ms, a p95 of 17 and a p99 of 22. */
const strays =
  'Chromium draws 60 times a second, and goes on counting for two or three of these periods once it has drawn. A key that ' +
  'comes after them is drawn at once; one that comes as they end waits for what is left of a period of 17 ms: of these ' +
  'keys, 30 to 70 ms after one another, one in twelve. That alone makes the p99 15 ms longer than the p50; the rest is ' +
  'other processes that have the processor, and memory that is tidied up, 1 to 6 ms.';

/** Times of all keys, ms, by run, by contestant. */
export type KeyTimes = Readonly<Record<string, readonly (readonly number[])[]>>;

/** The rows 4 and 5. The p50 is that of each run; the p99 that of all keys, for one run has too few for it. */
export function keystrokeRows(times: KeyTimes, absent: Row['absent']): readonly Row[] {
  const p50 = (name: string) => (times[name] ?? []).map((run) => share(run, 0.5));
  const p99 = (name: string) => [share((times[name] ?? []).flat(), 0.99)];
  const others = Object.keys(times).filter((name) => !['holdfast', otherTab, sameTab].includes(name));
  const peers = (figures: (name: string) => readonly number[]) =>
    Object.fromEntries(others.map((name) => [name, figures(name)]));
  return [
    rowOf({
      id: 4,
      measure: 'key to pixels, idle, p50',
      unit: 'ms',
      holdfast: p50('holdfast'),
      peers: peers(p50),
      absent,
      goal: { is: 'at most', times: 0.7, of: 'kitty' },
      bound: pipeline,
    }),
    rowOf({
      id: 4,
      measure: 'key to pixels, idle, p99 of all keys',
      unit: 'ms',
      holdfast: p99('holdfast'),
      peers: { [ownP50]: p50('holdfast'), ...peers(p99) },
      absent,
      goal: { is: 'at most', times: 2.5, of: ownP50 },
      bound: strays,
    }),
    rowOf({
      id: 5,
      measure: `key to pixels, ${otherTab}, p99 of all keys`,
      unit: 'ms',
      holdfast: p99(otherTab),
      peers: { [idle]: p99('holdfast'), [sameTab]: p99(sameTab) },
      goal: { is: 'at most', times: 2, of: idle },
    }),
  ];
}

const share = (times: readonly number[], of: number) =>
  percentile(
    times.toSorted((one, other) => one - other),
    of,
  );
