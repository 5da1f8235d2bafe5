import { describe, expect, it } from 'vitest';
import { type Fault, type FaultResult, isKept, laterThanSsh } from './fault.ts';
import { jsonOf } from './json.ts';
import type { Outcome } from './outcome.ts';
import { pageOf } from './page.ts';
import { isAllKept, summariesOf } from './summary.ts';
import { header, progressLine, rowOf } from './table.ts';

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

const rowsOf = (...results: FaultResult[]) => summariesOf(results).map(rowOf);

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

describe('the summary of several runs', () => {
  it('counts those in which all was as expected, and in time', () => {
    const [summary] = summariesOf([measured(11.5), measured(11.4), measured(12), measured(11.5, {}, false), failed]);
    expect(summary).toMatchObject({ runs: 5, keptRuns: 2, latestThanSshSeconds: 0.8 });
    expect(summariesOf([measured(11.5), measured(11.4)]).map(isAllKept)).toEqual([true]);
    expect(summariesOf([notRun]).map(isAllKept)).toEqual([true]);
    expect(summariesOf([measured(11.5), failed]).map(isAllKept)).toEqual([false]);
  });

  it('has one for each fault, the medians of its times, and what happened most often first', () => {
    const other = measured(3, { id: '5' });
    const alive = { ...measured(11), outcomes: { ...measured(11).outcomes, holdfast: hangs } };
    const summaries = summariesOf([measured(11.1), other, measured(11.5), alive, measured(11.2)]);
    expect(summaries.map(({ fault: { id }, runs }) => [id, runs])).toEqual([
      ['4', 4],
      ['5', 1],
    ]);
    expect(summaries[0]?.clients?.holdfast).toMatchObject({
      outcomes: [
        { what: 'ended', runs: 3 },
        { what: 'hangs', runs: 1 },
      ],
      verdicts: [
        { what: { kind: 'server-gone' }, runs: 3 },
        { what: { kind: null }, runs: 1 },
      ],
      noticedAfterSeconds: 11.2,
      says: 'It said "server-gone".',
    });
  });
});

describe('the table', () => {
  it('has a row for each fault, with what became of each client', () => {
    const [row] = rowsOf(measured(11.5));
    expect(row).toHaveLength(header.length);
    expect(row).toEqual([
      ...['4 black hole', 'ended', '11.5 s', '–', 'server-gone, likely', 'stalled', '1 of 1'],
      ...['ended', '11.2 s', 'hangs', '–'],
    ]);
  });

  it('says in how many runs what was expected came true, and where it did not, why', () => {
    expect(rowsOf(measured(11.5), measured(11.6))[0]).toContain('2 of 2');
    expect(rowsOf(measured(11.5, {}, false))[0]).toContain('NO: 0 of 1');
    expect(rowsOf(measured(12), measured(11.5))[0]).toContain('NO: 1 of 2, 0.8 s later than ssh');
    expect(rowsOf(failed, measured(11.5))[0]).toContain('NO: 1 of 2, sshd did not start');
  });

  it('says in which runs something else happened', () => {
    const alive = { ...measured(11), outcomes: { ...measured(11).outcomes, holdfast: hangs } };
    expect(rowsOf(measured(11.5), alive, measured(11.5))[0]).toEqual(
      expect.arrayContaining(['ended (2), hangs (1)', 'server-gone, likely (2), – (1)']),
    );
  });

  it('says what could not run, and what went wrong', () => {
    expect(rowsOf(notRun)[0]).toContain('not run here: it takes root');
    expect(rowsOf(failed)[0]).toEqual(
      expect.arrayContaining(['not measured: sshd did not start', 'NO: 0 of 1, sshd did not start']),
    );
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
    expect(jsonOf(summariesOf([measured(11.5), measured(11.4)]))).toMatchObject({
      faults: [
        {
          name: '4 black hole',
          runs: 2,
          asExpectedRuns: 2,
          holdfast: {
            outcome: 'ended',
            noticedAfterSeconds: 11.4,
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

  it('takes one run that was late for not as expected', () => {
    expect(jsonOf(summariesOf([measured(11.5), measured(12)]))).toMatchObject({
      faults: [{ runs: 2, asExpectedRuns: 1, holdfast: { asExpected: false } }],
    });
  });

  it('claims nothing of what was not measured', () => {
    const other = { ...failed, fault: { ...fault, id: '5' } };
    expect(jsonOf(summariesOf([notRun, other]))).toMatchObject({
      faults: [
        { reason: 'it takes root', holdfast: { outcome: 'not-run', asExpected: null }, ssh: { outcome: 'not-run' } },
        { reason: 'sshd did not start', holdfast: { outcome: 'failed', asExpected: false } },
      ],
    });
  });
});

describe('the page', () => {
  it('holds the table, and where it comes from', () => {
    const page = pageOf(rowsOf(measured(11.5)), {
      machine: 'Linux 6.1, x64, 2 cores',
      versions: ['Node v20.20.2', 'OpenSSH_9.2p1'],
      command: 'npm run bench:faults -- --write',
      date: '2026-11-22',
      network: 'The router is of paper.',
      seconds: 130.4,
      runs: 1,
    });
    for (const part of ['| 4 black hole | ended | 11.5 s |', 'one run of each', '130 s', 'of paper', 'OpenSSH_9.2p1']) {
      expect(page).toContain(part);
    }
  });
});
