import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { remarksOfE2e, remarksOfUnit } from './remarks.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-remarks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileWith = (report: unknown) => {
  const file = join(folder, 'results.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
};

const none = { failed: [], passedAgain: [] };

describe('the remarks on a run of Vitest', () => {
  const test = (fullName: string, status: string, ...failureMessages: string[]) => ({
    fullName,
    status,
    failureMessages,
  });
  const suite = (...assertionResults: ReturnType<typeof test>[]) => ({
    testResults: [{ name: 'x.test.ts', status: 'failed', message: 'does not load', assertionResults }],
  });

  it('name each test that failed, and each that passed only when it was run again', () => {
    const file = fileWith(
      suite(
        test('good', 'passed'),
        test('bad', 'failed', 'Error: no\n  at x', 'Error: no'),
        test('now and then', 'passed', 'Error: late'),
      ),
    );
    expect(remarksOfUnit(file)).toEqual({
      failed: ['bad\n    Error: no'],
      passedAgain: ['now and then\n    Error: late'],
    });
  });

  it('name a file that did not load', () => {
    expect(remarksOfUnit(fileWith(suite())).failed).toEqual(['x.test.ts\n    does not load']);
  });

  it('are none where there is no report', () => {
    expect(remarksOfUnit(join(folder, 'absent.json'))).toEqual(none);
    expect(remarksOfUnit(fileWith([]))).toEqual(none);
  });
});

describe('the remarks on a run of Playwright', () => {
  it('find tests at every depth', () => {
    const spec = (title: string, status: string, message?: string) => ({
      title,
      file: 'a.spec.ts',
      tests: [{ status, results: [{ errors: message === undefined ? [] : [{ message }] }] }],
    });
    const file = fileWith({
      suites: [
        {
          specs: [spec('good', 'expected'), spec('bad', 'unexpected', 'Error: no\nmore')],
          suites: [{ specs: [spec('now and then', 'flaky', 'Error: late')] }],
        },
      ],
    });
    expect(remarksOfE2e(file)).toEqual({
      failed: ['a.spec.ts: bad\n    Error: no'],
      passedAgain: ['a.spec.ts: now and then\n    Error: late'],
    });
  });
});
