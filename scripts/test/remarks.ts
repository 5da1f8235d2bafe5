import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The tests that a person should look at after a run. */
export interface Remarks {
  /** Name and first line of the failure. */
  readonly failed: readonly string[];
  /** Failed first and passed when run again: a fault of the test, or of the product, that hides. */
  readonly passedAgain: readonly string[];
}

const none: Remarks = { failed: [], passedAgain: [] };

const unitReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

/** The same of the file that Vitest's JSON reporter wrote; none if it is not there or not readable. */
export const remarksOfUnit = (file: string): Remarks =>
  read(file, unitReport, ({ testResults }) => {
    const tests = testResults.flatMap((suite) => suite.assertionResults);
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return {
      failed: [
        ...tests
          .filter(({ status }) => status === 'failed')
          .map((test) => line(test.fullName, test.failureMessages[0])),
        ...unloaded.map(({ name, message }) => line(name, message)),
      ],
      passedAgain: tests
        .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
        .map((test) => line(test.fullName, test.failureMessages[0])),
    };
  });

const e2eSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
});
const e2eSuite = z.object({
  specs: z.array(e2eSpec),
  get suites() {
    return z.array(e2eSuite).optional();
  },
});
const e2eReport = z.object({ suites: z.array(e2eSuite) });

/** The same of Playwright's JSON reporter. */
export const remarksOfE2e = (file: string): Remarks =>
  read(file, e2eReport, ({ suites }) => {
    const tests = suites.flatMap(specsOf).flatMap((spec) =>
      spec.tests.map(({ status, results }) => ({
        status,
        line: line(`${spec.file}: ${spec.title}`, results.flatMap(({ errors }) => errors)[0]?.message),
      })),
    );
    const linesOf = (wanted: string) => tests.filter(({ status }) => status === wanted).map((test) => test.line);
    return { failed: linesOf('unexpected'), passedAgain: linesOf('flaky') };
  });

const specsOf = ({ specs, suites = [] }: z.infer<typeof e2eSuite>): z.infer<typeof e2eSpec>[] => [
  ...specs,
  ...suites.flatMap(specsOf),
];

const line = (name: string, message = '') => `${name}\n    ${message.split('\n', 1)[0]}`;

function read<T>(file: string, schema: z.ZodType<T>, remarks: (report: T) => Remarks): Remarks {
  try {
    return remarks(schema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    return none;
  }
}
