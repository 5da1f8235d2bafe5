import { describe, expect, it } from 'vitest';
import { type Fault, type FaultResult, isKept, laterThanSsh } from './fault.ts';
import { jsonOf } from './json.ts';
import type { Outcome } from './outcome.ts';
import { pageOf } from './page.ts';
import { header, markdownTable, progressLine, rowOf, textTable } from './table.ts';

const fault: Fault = {
  id: '4',
  name: 'black hole',
  expectation: 'stalled',
  path: { kind: 'network' },
  server: { kind: 'sshd' },
  run: async () => undefined,
  isAsExpected: () => true,
};
const ended = (noticedAfterSeconds: number | null, verdict: string | null = null): Outcome => ({
  outcome: 'ended',
  noticedAfterSeconds,
  backAfterSeconds: null,
  cause: { verdict, confidence: 'likely', remedy: null, reviewed: true, says: `It said "${verdict}".` },
});
const hangs: Outcome = { outcome: 'hangs', noticedAfterSeconds: null, backAfterSeconds: null, cause: null };

const measured = (holdfastAfter: number, changes: Partial<Fault> = {}, isAsExpected = true) =>
  ({
    kind: 'measured',
    fault: { ...fault, ...changes },
    outcomes: { holdfast: ended(holdfastAfter, 'server-gone'), ssh: ended(11.2), plink: hangs },
    isAsExpected,
  }) as const satisfies FaultResult;
const notRun: FaultResult = { kind: 'not-run', fault, reason: 'it takes root' };
const failed: FaultResult = { kind: 'failed', fault, reason: 'sshd did not start' };

describe('the comparison with ssh', () => {
  it('says by how much Holdfast was later, where both noticed the same moment', () => {
    expect(laterThanSsh(measured(11.5))).toBe(0.3);
    expect(laterThanSsh(measured(11))).toBe(-0.2);
    expect(laterThanSsh({ ...measured(11), outcomes: { holdfast: ended(11), ssh: hangs, plink: hangs } })).toBeNull();
    expect(laterThanSsh(measured(15, { isEachApart: true }))).toBeNull();
  });

  it('holds a result to the expectation, and to half a second', () => {
    expect(isKept(measured(11.7))).toBe(true);
    expect(isKept(measured(11.8))).toBe(false);
    expect(isKept(measured(11.5, {}, false))).toBe(false);
    expect([isKept(notRun), isKept(failed)]).toEqual([true, false]);
  });
});

describe('the table', () => {
  it('has a row for each fault, with what became of each client', () => {
    const row = rowOf(measured(11.5));
    expect(row).toHaveLength(header.length);
    expect(row).toEqual([
      ...['4 black hole', 'ended', '11.5 s', '–', 'server-gone (likely)', 'stalled', 'yes'],
      ...['ended', '11.2 s', 'hangs', '–'],
    ]);
  });

  it('says what was not kept, and why', () => {
    expect(rowOf(measured(11.5, {}, false))).toContain('NO');
    expect(rowOf(measured(12))).toContain('NO: 0.8 s later than ssh');
  });

  it('says what could not run, and what went wrong', () => {
    expect(rowOf(notRun)).toContain('not run here: it takes root');
    expect(rowOf(failed)).toEqual(expect.arrayContaining(['not measured: sshd did not start', 'NO']));
  });

  it('is aligned in the terminal, and a table in Markdown', () => {
    const rows = [rowOf(measured(11.5)), rowOf(notRun)];
    const [head = '', first = ''] = textTable(rows).split('\n');
    expect(head.indexOf('Holdfast')).toBe(first.indexOf('ended'));
    const markdown = markdownTable([['a|b', ...Array.from({ length: 10 }, () => '')]]);
    expect(markdown.split('\n')).toHaveLength(3);
    expect(markdown).toContain('a\\|b');
  });

  it('tells each result as soon as it is there', () => {
    expect(progressLine(measured(11.5), 2, 9)).toBe(
      '[2/9] 4 black hole: holdfast ended, noticed after 11.5 s, "It said "server-gone"."; ' +
        'ssh ended, noticed after 11.2 s, "It said "null"."; plink hangs',
    );
    expect(progressLine(notRun, 3, 9)).toBe('[3/9] 4 black hole: not run, it takes root');
  });
});

describe('the JSON object', () => {
  it('has an entry for each fault with what became of each client', () => {
    expect(jsonOf([measured(11.5)])).toMatchObject({
      faults: [
        {
          name: '4 black hole',
          holdfast: {
            outcome: 'ended',
            noticedAfterSeconds: 11.5,
            verdict: 'server-gone',
            asExpected: true,
            laterThanSshSeconds: 0.3,
          },
          ssh: { outcome: 'ended', noticedAfterSeconds: 11.2 },
          plink: { outcome: 'hangs', noticedAfterSeconds: null },
        },
      ],
    });
  });

  it('claims nothing of what was not measured', () => {
    expect(jsonOf([notRun, failed])).toMatchObject({
      faults: [
        { reason: 'it takes root', holdfast: { outcome: 'not-run', asExpected: null }, ssh: { outcome: 'not-run' } },
        { reason: 'sshd did not start', holdfast: { outcome: 'failed', asExpected: false } },
      ],
    });
  });
});

describe('the page', () => {
  it('holds the table, and where it comes from', () => {
    const page = pageOf([rowOf(measured(11.5))], {
      machine: 'Linux 6.1, x64, 2 cores',
      versions: ['Node v20.20.2', 'OpenSSH_9.2p1'],
      command: 'npm run bench:faults -- --write',
      date: '2026-11-22',
      network: 'The router is of paper.',
      seconds: 130.4,
    });
    for (const part of ['| 4 black hole | ended | 11.5 s |', 'one run of 130 s', 'of paper', 'OpenSSH_9.2p1']) {
      expect(page).toContain(part);
    }
  });
});
