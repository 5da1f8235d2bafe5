import { readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const none: Counts = { passed: 0, failed: 0 };

/** The counts in the file that Vitest's JSON reporter wrote; none if it is not there or not readable. */
export const countsOfUnit = (file: string): Counts =>
  read(file, ({ numPassedTests, numFailedTests, numFailedTestSuites }) => ({
    passed: count(numPassedTests),
    // A file that fails to load is a failed suite without a test.
    failed: count(numFailedTests) === 0 && count(numFailedTestSuites) > 0 ? 1 : count(numFailedTests),
  }));

/** The same of Playwright's JSON reporter. A test that passed when it was run again has passed; `remarks.ts` names it. */
export const countsOfE2e = (file: string): Counts =>
  read(file, ({ stats, errors }) => {
    const { expected, unexpected, flaky } = stats as Record<string, unknown>;
    const failed = count(unexpected);
    const outside = Array.isArray(errors) ? errors.length : 0;
    return { passed: count(expected) + count(flaky), failed: failed === 0 && outside > 0 ? 1 : failed };
  });

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce((left, right) => ({ passed: left.passed + right.passed, failed: left.failed + right.failed }), none);

function read(file: string, counts: (data: Readonly<Record<string, unknown>>) => Counts): Counts {
  try {
    return counts(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
  } catch {
    return none;
  }
}

/** An absent or senseless number must not become a passed test. */
const count = (value: unknown): number => (Number.isSafeInteger(value) ? (value as number) : 0);
