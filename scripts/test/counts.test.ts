import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countsOfE2e, countsOfUnit, sum } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileWith = (text: string) => {
  const file = join(folder, 'results.json');
  writeFileSync(file, text);
  return file;
};

describe('countsOfUnit', () => {
  it('reads what Vitest counted', () => {
    const file = fileWith('{"numPassedTests":12,"numFailedTests":2,"numFailedTestSuites":1}');
    expect(countsOfUnit(file)).toEqual({ passed: 12, failed: 2 });
  });

  it('takes a file that did not load for a failure', () => {
    const file = fileWith('{"numPassedTests":12,"numFailedTests":0,"numFailedTestSuites":1}');
    expect(countsOfUnit(file)).toEqual({ passed: 12, failed: 1 });
  });

  it.each(['', 'not JSON', '[]', '{}', '{"numPassedTests":"12"}'])('counts nothing in %j', (text) => {
    expect(countsOfUnit(fileWith(text))).toEqual({ passed: 0, failed: 0 });
  });

  it('counts nothing where there is no file', () => {
    expect(countsOfUnit(join(folder, 'absent.json'))).toEqual({ passed: 0, failed: 0 });
  });
});

describe('countsOfE2e', () => {
  it('reads what Playwright counted; what passed when it was run again has passed', () => {
    const file = fileWith('{"stats":{"expected":5,"unexpected":1,"flaky":1,"skipped":2},"errors":[]}');
    expect(countsOfE2e(file)).toEqual({ passed: 6, failed: 1 });
  });

  it('takes an error outside of every test for a failure', () => {
    const file = fileWith('{"stats":{"expected":0,"unexpected":0,"flaky":0,"skipped":0},"errors":[{"message":"x"}]}');
    expect(countsOfE2e(file)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('sum', () => {
  it('adds up', () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
  });
});
