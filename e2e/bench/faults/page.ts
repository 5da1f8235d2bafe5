import { markdownTable, type Row } from '../text-table.ts';
import { header } from './table.ts';

export interface PageFacts {
  /** Such as `Linux 6.1, 2 cores`. */
  readonly machine: string;
  /** Versions of the programs that took part. */
  readonly versions: readonly string[];
  readonly command: string;
  readonly date: string;
  /** Whether the kernel's router was there, as a full sentence. */
  readonly network: string;
  readonly seconds: number;
  /** Of each fault. */
  readonly runs: number;
}

/** docs/faults.md: the table of real runs of one day. */
export function pageOf(rows: readonly Row[], facts: PageFacts): string {
  return `# What happens to a session in each fault

Written by \`${facts.command}\` on ${facts.date}, from ${facts.runs === 1 ? 'one run' : `${facts.runs} runs`} of each
fault, in ${Math.round(facts.seconds)} s.

Holdfast's session core, OpenSSH's \`ssh\` and PuTTY's \`plink\` each hold a session on the same server, through the same
network, in the same fault at the same moment. Their settings are equal: null packets and alive checks every 3 s, three
unanswered ones count, unless the fault says otherwise. A letter marks a further side of the same fault. Of several runs
the times are medians, and where they differ in what happened, the number of runs stands behind it.

- **noticed**: seconds from the fault to the first word of it to the user: a mark on the session, or its end.
- **back**: seconds from the end of the fault, or from its beginning if it doesn't end, until a typed line is answered in
  the same tab.
- **alive**: the same connection answers. **reconnected**: a new connection answers, in the same tab. **stalled**: marked
  as not answering. **ended**: gone. **hangs**: doesn't answer, and its user isn't told.
- **verdict**: what Holdfast tells of the cause, and how sure it is.
- **kept**: in so many of the runs Holdfast did what is expected of it, verdict included, and noticed at most half a
  second later than \`ssh\`.

${markdownTable([header, ...rows])}

${facts.network}

Machine: ${facts.machine}. Versions: ${facts.versions.join('; ')}.
`;
}
