import { lateShare } from '../../sessions/lateness.ts';
import { type Measured, measure, type Stretch } from '../../sessions/measure.ts';
import type { Measurement, MeasureRequest } from '../measurement.ts';
import { type Row, rowOf } from '../row.ts';

/** Seconds between keepalives. */
const period = 5;

/** Sessions of each program, in two rounds; the figures of the larger one count for memory. */
const sizes = { full: [100, 1000], small: [10, 40] } as const;

export const idle: Measurement = {
  ids: [7, 8],
  title: 'Idle sessions',
  method: `100 and then 1,000 sessions in one process of Holdfast's session core, and as many processes of \`ssh -o ServerAliveInterval=${period}\`, left alone at the same time, on one server that notes when null packets arrive; both with a keepalive every ${period} s. Samples are equal stretches of that time. Memory: of Holdfast, what its process's resident memory has grown by since before the first session; of \`ssh\`, where memory that processes share is divided among them (PSS). Late: more than 250 ms later than a period after the packet before it, as in docs/many-sessions.md, by the clock of the sender.`,
  needs: ['openssh-client'],
  wants: [],
  seconds: { full: 170, small: 50 },
  run,
};

/** By heap snapshots and CPU profiles of 100 to 1,000 sessions, and the times of their threads, on two busy cores. */
const bounds = {
  fewProcessor:
    "Two thirds of it are V8's own: in the first minute it compiles what has run often and collects what the logins have left behind, about 100 ms for any number of sessions. Once that is over, 100 sessions take 0.2 to 0.4 %.",
  processor:
    "A third of the time is the write to each session's socket, which on this machine includes the packet's way to the server, and which `ssh` has to do as well. Most of the rest is V8 looking for garbage in the sessions' objects, in the first minute still what the logins have left; then come the cipher and the random bytes that ssh2 takes for each packet. The timers, and what a window is told, take a tenth.",
  memory:
    'About 57 KB of it are objects in use, of which 24 KB are some 400 functions, and 13 KB are what ssh2 keeps; 3 KB are buffers. Up to 30 MB, whatever the number of sessions, is room for new objects that V8 has taken while they logged in and gives back about a minute later; the rest is garbage of the logins that it has not collected by then, and what malloc keeps.',
} as const;

async function run(request: MeasureRequest): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const each = request.small ? sizes.small : sizes.full;
  for (const [index, sessions] of each.entries()) {
    request.signal.throwIfAborted();
    // The larger one takes most of the time: its logins do.
    const share = index === 0 ? 0 : 0.25;
    const measured = await measure({
      sessions,
      peers: sessions,
      programs: ['ssh'],
      period,
      // A stretch is a period: each session has its keepalive in it once.
      seconds: period * request.runs,
      stretches: request.runs,
      signal: request.signal,
      onProgress: (text) => request.onProgress(share, text),
    });
    const { holdfast } = measured;
    if (holdfast.alive < sessions) throw new Error(`Only ${holdfast.alive} of ${sessions} sessions are alive.`);
    rows.push(processorRow(measured, sessions, index === 0 ? bounds.fewProcessor : bounds.processor));
    if (index > 0) rows.push(lateRow(measured, sessions), ...memoryRows(measured, sessions));
  }
  return rows;
}

const share = (cpuMs: number, { seconds }: Stretch) => (cpuMs / 1000 / seconds) * 100;

function processorRow({ stretches }: Measured, sessions: number, bound: string): Row {
  return rowOf({
    id: 8,
    measure: `${sessions} idle sessions, processor`,
    unit: '% of a core',
    goal: { is: 'at most', times: 1 / 4, of: 'ssh' },
    bound,
    holdfast: stretches.map((each) => share(each.holdfast.cpuMs, each)),
    peers: { ssh: stretches.map((each) => share(each.peers.ssh?.cpuMs ?? Number.NaN, each)) },
  });
}

const lateRow = ({ holdfast }: Measured, sessions: number): Row =>
  rowOf({
    id: 8,
    measure: `${sessions} idle sessions, null packets late by over 250 ms`,
    unit: '%',
    goal: { is: 'at most', times: 1, of: { figure: 1 } },
    holdfast: [lateShare(holdfast.sent) * 100],
  });

function memoryRows({ stretches }: Measured, sessions: number): readonly Row[] {
  const kilobytes = (bytes: number) => bytes / sessions / 1024;
  const holdfast = stretches.map((each) => kilobytes(each.holdfast.memoryBytes));
  const peers = { ssh: stretches.map((each) => kilobytes(each.peers.ssh?.memoryBytes ?? Number.NaN)) };
  const named = {
    id: 7,
    measure: `memory of an idle session, of ${sessions}`,
    unit: 'KB',
    holdfast,
    peers,
    bound: bounds.memory,
  } as const;
  return [
    rowOf({ ...named, goal: { is: 'at most', times: 1, of: { figure: 100 } } }),
    rowOf({ ...named, goal: { is: 'at most', times: 1 / 20, of: 'ssh' } }),
  ];
}
