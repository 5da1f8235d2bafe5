import { markdownTable } from '../text-table.ts';
import type { Measurement } from './measurement.ts';
import { header, remarksOf, wordsOf } from './report.ts';
import type { Row } from './row.ts';

export interface PageFacts {
  readonly machine: string;
  /** Its load average over a minute as the run began: what others had it do. */
  readonly load: number;
  /** Versions of the programs that took part. */
  readonly versions: readonly string[];
  readonly date: string;
  readonly runs: number;
  readonly seconds: number;
}

/** Begins the part that `npm run bench:profile` writes; the rest is of `npm run bench`. */
const profileHeading = '## Where the time goes';

/** docs/benchmarks.md after a full run; the profiles of the page as it was stay. */
export function pageOf(
  rows: readonly Row[],
  measurements: readonly Pick<Measurement, 'title' | 'method' | 'ids'>[],
  { machine, load, versions, date, runs, seconds }: PageFacts,
  before: string,
): string {
  const met = rows.filter((row) => row.met).length;
  const remarks = remarksOf(rows).map((remark) => `- ${remark}`);
  const ways = measurements.map(({ title, method, ids }) => `**${ids.join(', ')} ${title}.** ${method}`);
  return `# Benchmarks

Written by \`npm run bench\` on ${date}, from one run of ${Math.round(seconds / 60)} minutes: ${met} of ${rows.length} goals met.

Holdfast and its peers ran in turn, on the same files and servers of the same machine, ${runs} times each after a run that is
not counted. Figures are medians, with the smallest and the largest in brackets; the ratio is of the medians.

${markdownTable([header, ...rows.map(wordsOf)])}

${remarks.length === 0 ? '' : `${remarks.join('\n')}\n\n`}Machine: ${machine}, with a load average of ${load.toFixed(1)} as the run began. Versions: ${versions.join('; ')}.

## How it is measured

\`npm run bench\` measures all and writes this page; \`-- --only 1,7\` some rows, \`-- --small\` is a quick proof that it works,
\`-- --runs 9\` takes more runs, \`-- --json\` prints one object.

${ways.join('\n\n')}
${profilePartOf(before)}`;
}

/** The page with new profiles. */
export function withProfiles(page: string, profiles: string): string {
  const kept = page.slice(0, page.length - profilePartOf(page).length).trimEnd();
  return `${kept}${kept === '' ? '' : '\n\n'}${profileHeading}\n\n${profiles.trim()}\n`;
}

function profilePartOf(page: string): string {
  const at = page.indexOf(`${profileHeading}\n`);
  return at < 0 ? '' : `\n${page.slice(at)}`;
}
