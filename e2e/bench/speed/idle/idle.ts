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

/** By heap snapshots and CPU profiles of 150 to 450 sessions, on two busy cores. */
const bounds = {
  processor:
    "Two fifths of the time is the write to each session's socket, which on this machine includes the packet's way to the server, and which `ssh` has to do as well. The rest is a timer, a cipher that ssh2 makes for each packet, and the session's state as it is told to its window.",
  memory:
    'About 80 KB of it are objects in use, and 30 KB are buffers, 16 KB of those the first block of the output that is kept for a reload. The rest is what V8 and malloc do not give back after the logins.',
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
    rows.push(processorRow(measured, sessions));
    if (index > 0) rows.push(lateRow(measured, sessions), ...memoryRows(measured, sessions));
  }
  return rows;
}

const share = (cpuMs: number, { seconds }: Stretch) => (cpuMs / 1000 / seconds) * 100;

function processorRow({ stretches }: Measured, sessions: number): Row {
  return rowOf({
    id: 8,
    measure: `${sessions} idle sessions, processor`,
    unit: '% of a core',
    goal: { is: 'at most', times: 1 / 4, of: 'ssh' },
    bound: bounds.processor,
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
