import { rmSync } from 'node:fs';
import { type Counts, countsOfE2e, countsOfUnit, sum } from './test/counts.ts';
import { type Remarks, remarksOfE2e, remarksOfUnit } from './test/remarks.ts';
import { runStep } from './test/run-step.ts';

const unitResults = 'test-results/unit.json';
const e2eResults = 'test-results/e2e.json';

/**
 * Real servers and routers on a shared machine of two cores are late now and then. A test that passes only when it is run
 * again is named at the end, to be mended.
 */
const tries = 2;

const tool = (path: string) => `node_modules/${path}`;
const tsx = (...args: readonly string[]) => ['--import', 'tsx', ...args];

interface Step {
  readonly name: string;
  /** For Node itself. */
  readonly args: readonly string[];
  /** Reads how many tests it ran; a step without counts as one test that passed or failed. */
  readonly counts?: () => Counts;
  readonly remarks?: () => Remarks;
}

/** The whole test command, in the order in which a mistake is cheapest to find. A failed step does not end it. */
const steps: readonly Step[] = [
  { name: 'programs of the machine', args: tsx('e2e/lab/provision.ts') },
  { name: 'types', args: tsx('scripts/types.ts') },
  { name: 'lint and boundaries', args: [tool('@biomejs/biome/bin/biome'), 'ci', '.'] },
  { name: 'unused code', args: [tool('knip/bin/knip.js')] },
  {
    name: 'unit and component tests',
    args: [
      tool('vitest/vitest.mjs'),
      'run',
      `--retry=${tries - 1}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitResults}`,
    ],
    counts: () => countsOfUnit(unitResults),
    remarks: () => remarksOfUnit(unitResults),
  },
  { name: 'build', args: [tool('electron-vite/bin/electron-vite.js'), 'build'] },
  {
    name: 'specs of the running program',
    args: [tool('@playwright/test/cli.js'), 'test', '-c', 'e2e/playwright.config.ts', `--retries=${tries - 1}`],
    counts: () => countsOfE2e(e2eResults),
    remarks: () => remarksOfE2e(e2eResults),
  },
];

// The counts of an earlier run must not be taken for this one's.
for (const file of [unitResults, e2eResults]) rmSync(file, { force: true });

const all: Counts[] = [];
const remarked: Remarks[] = [];
for (const { name, args, counts, remarks } of steps) {
  console.log(`\n== ${name}`);
  const isPassed = (await runStep(args)) === 0;
  const own = counts?.() ?? { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1 };
  // A runner can fail without a test that does, by an error between them; and a run of no tests shows nothing.
  const isHidden = own.failed === 0 && (!isPassed || own.passed === 0);
  const result = isHidden ? { ...own, failed: 1 } : own;
  all.push(result);
  if (remarks !== undefined) remarked.push(remarks());
  if (result.failed === 0) continue;
  remarked.push({ failed: [`${name}: ${result.failed} failed`], passedAgain: [] });
}

// Last, where nobody has to look for them among three thousand others.
const list = (heading: string, lines: readonly string[]) => {
  if (lines.length > 0) console.log(`\n== ${heading}\n${lines.map((line) => `  ${line}`).join('\n')}`);
};
list(
  'passed only when run again',
  remarked.flatMap(({ passedAgain }) => passedAgain),
);
list(
  'failed',
  remarked.flatMap(({ failed }) => failed),
);

const { passed, failed } = sum(all);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
