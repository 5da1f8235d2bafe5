import { markdownTable } from '../text-table.ts';
import { type Group, groups, isAsExpected, isBehind, type RowResult } from './row.ts';
import { cellsOf, countsOf, header } from './table.ts';

export interface PageFacts {
  readonly machine: string;
  /** Of everything that took part. */
  readonly versions: readonly string[];
  readonly command: string;
  readonly date: string;
  readonly seconds: number;
}

const titles: Readonly<Record<Group, string>> = {
  keys: 'Keys from files',
  agent: 'Keys from an agent',
  certificates: 'Certificates',
  passwords: 'Passwords and questions',
  algorithms: 'Each algorithm alone',
  ways: 'Proxies and jump hosts',
  forwards: 'Forwards',
};

/** docs/compatibility.md: the table of one run. */
export function pageOf(results: readonly RowResult[], facts: PageFacts): string {
  const { rows, holdfast, ssh, behind } = countsOf(results);
  const sections = groups.flatMap((group) => {
    const own = results.filter(({ row }) => row.group === group);
    return own.length === 0 ? [] : [`## ${titles[group]}\n\n${markdownTable([header, ...own.map(cellsOf)])}\n`];
  });
  return `# What Holdfast gets in by

Written by \`${facts.command}\` on ${facts.date}, in ${Math.round(facts.seconds)} s.

Each row is a login at a real server of Debian's on this computer, once by Holdfast's connection and once by OpenSSH's
\`ssh\`, with keys that \`ssh-keygen\` and \`puttygen\` made. The host key is checked, and a command is run and has to be
answered. Of ${rows} rows Holdfast gets in by ${holdfast}, and \`ssh\` by ${ssh}; in ${behind} of them \`ssh\` does and Holdfast doesn't.

- **yes, after a warning**: what was agreed on is weak, and Holdfast asks its user before anything secret is sent.
- **yes, after -o …**: \`ssh\` refuses it unless it is told so.
- **no**: refused; \`-- --json\` has the words. Reasons of Holdfast's are below.
- **–**: OpenSSH has no such thing, or no key of the user's has a part in it.

Not in the table: GSSAPI and host-based logins, which Holdfast doesn't have, and security keys (FIDO), which work through
an agent and take the device itself to try.

${refusals(results)}

${sections.join('\n')}
Machine: ${facts.machine}. Versions: ${facts.versions.join('; ')}.
`;
}

/** The rows without Holdfast, and why. */
function refusals(results: readonly RowResult[]): string {
  const refused = results.filter(({ holdfast }) => holdfast.kind === 'out');
  if (refused.length === 0) return '';
  const cells = refused.map((result) => {
    const { row, holdfast } = result;
    const says = holdfast.kind === 'out' ? holdfast.says : '';
    const why = isAsExpected(result) ? (row.refusal ?? '') : `a fault: ${says}`;
    return [row.server, row.method, row.key === '' ? '–' : row.key, isBehind(result) ? 'yes' : 'no', why];
  });
  return `## Where Holdfast does not get in\n\n${markdownTable([['server', 'method', 'key', 'ssh does', 'because'], ...cells])}`;
}
