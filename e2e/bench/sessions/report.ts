import { markdownTable, type Row } from '../text-table.ts';
import { allowedLateMs, type Lateness, lateShare } from './lateness.ts';
import { type Holding, isKept, type Measured } from './measure.ts';
import type { SessionsOptions } from './options.ts';
import { peerNames } from './peers.ts';

export type ReportOptions = Pick<SessionsOptions, 'sessions' | 'peers' | 'seconds' | 'period'>;

const header: Row = [
  'program',
  'sessions',
  'alive at the end',
  'null packets sent',
  'late',
  'null packets arrived',
  'late',
  'processor, ms a minute for each session',
  'memory for each session',
];

/** What was measured, as words; the first row is the header. */
export function rowsOf({ holdfast, peers, measuredSeconds }: Measured): readonly Row[] {
  const costs = ({ sessions, cpuMs, memoryBytes }: Holding) => [
    ((cpuMs / sessions / measuredSeconds) * 60).toFixed(2),
    kilobytes(memoryBytes / sessions),
  ];
  const start = (name: string, { sessions, alive }: Holding) => [name, String(sessions), String(alive)];
  return [
    header,
    [
      ...start('Holdfast, one process for all', holdfast),
      ...[...lateness(holdfast.sent), ...lateness(holdfast.arrived), ...costs(holdfast)],
    ],
    ...peerNames.map((name) => {
      const peer = peers[name];
      if (typeof peer === 'string') return [`${name}: ${peer}`, '', '', '', '', '', '', '', ''];
      const arrived = peer.arrived === null ? ['–', '–'] : lateness(peer.arrived);
      return [...start(`${name}, one process for each`, peer), '–', '–', ...arrived, ...costs(peer)];
    }),
  ];
}

const lateness = (each: Lateness) => [
  String(each.packets),
  `${each.late} (${(lateShare(each) * 100).toFixed(2)} %), the latest by ${Math.round(each.worstMs)} ms`,
];

const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`;
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

/** What the table can't hold, as sentences. */
export function remarksOf({ holdfast, measuredSeconds }: Measured): readonly string[] {
  const { sessions, cpuMs, emptyBytes, memoryBytes, openedSeconds, sent, arrived } = holdfast;
  const share = ((cpuMs / measuredSeconds / 1000) * 100).toFixed(1);
  return [
    `Holdfast's process opened its ${sessions} sessions in ${openedSeconds.toFixed(1)} s, then took ${share} % of one core.`,
    `It had ${megabytes(emptyBytes)} before the first session and ${megabytes(emptyBytes + memoryBytes)} at the end.`,
    `99 of 100 null packets were at most ${Math.round(sent.p99Ms)} ms late when they were sent, and at most ${Math.round(arrived.p99Ms)} ms when they arrived.`,
  ];
}

/** For other programs. */
export const jsonOf = (measured: Measured, options: ReportOptions): object => ({
  ...options,
  measuredSeconds: measured.measuredSeconds,
  asExpected: isKept(measured),
  holdfast: measured.holdfast,
  ssh: measured.peers.ssh,
  plink: measured.peers.plink,
});

export interface PageFacts {
  /** Such as `Linux 6.1, 2 cores`. */
  readonly machine: string;
  /** Its load average over a minute as the run began: what others had it do. */
  readonly load: number;
  /** Versions of the programs that took part. */
  readonly versions: readonly string[];
  readonly command: string;
  readonly date: string;
}

/** docs/many-sessions.md: one real run. */
export function pageOf(measured: Measured, options: ReportOptions, facts: PageFacts): string {
  const { sessions, peers, seconds, period } = options;
  return `# Many sessions at once

Written by \`${facts.command}\` on ${facts.date}, from one run.

${sessions} sessions of Holdfast, and ${peers} each of \`ssh\` and \`plink\`, were left alone for ${seconds} s with a keepalive every ${period} s.

One process holds all of Holdfast's sessions: the program's session core, without its window, over real SSH connections,
with the settings of a new session but for the keepalive. \`ssh\` has \`ServerAliveInterval=${period}\`, \`plink\` a saved session
with as many seconds between keepalives; each of their sessions is a process. All log in by key to the same server of
the lab, a process of its own on the same machine, which notes when each null packet (SSH_MSG_IGNORE) arrives.

${markdownTable(rowsOf(measured))}

${remarksOf(measured).join('\n')}

- **late**: the gap between two null packets of a session is more than ${allowedLateMs} ms longer than the period; by the clock of the
  process that sends, at the moment of sending, and by the server's, at arrival. One that has not come when the time is
  over counts as soon as it is overdue by as much. **The latest** is the longest such excess, counted as late or not.
- **alive**: answers a line that is typed into it at the end.
- **processor**: time of all its threads in user and kernel mode, in the measured time alone.
- **memory**: of Holdfast, what its process's resident memory has grown by since before the first session, divided by the
  sessions. Of the others, the mean of their processes, in which memory that processes share is divided among them (PSS).

Machine: ${facts.machine}, with a load average of ${facts.load.toFixed(1)} from other work as the run began. Versions: ${facts.versions.join('; ')}.
`;
}
