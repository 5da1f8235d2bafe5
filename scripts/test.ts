import { rmSync } from 'node:fs';
import { type Counts, countsOfE2e, countsOfUnit, sum } from './test/counts.ts';
import { runStep } from './test/run-step.ts';

const unitResults = 'test-results/unit.json';
const e2eResults = 'test-results/e2e.json';

const tool = (path: string) => `node_modules/${path}`;
const tsx = (...args: readonly string[]) => ['--import', 'tsx', ...args];

interface Step {
  readonly name: string;
  /** For Node itself. */
  readonly args: readonly string[];
  /** Reads how many tests it ran; a step without counts as one test that passed or failed. */
  readonly counts?: () => Counts;
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
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitResults}`,
    ],
    counts: () => countsOfUnit(unitResults),
  },
  { name: 'build', args: [tool('electron-vite/bin/electron-vite.js'), 'build'] },
  {
    name: 'specs of the running program',
    args: [tool('@playwright/test/cli.js'), 'test', '-c', 'e2e/playwright.config.ts'],
    counts: () => countsOfE2e(e2eResults),
  },
];

// The counts of an earlier run must not be taken for this one's.
for (const file of [unitResults, e2eResults]) rmSync(file, { force: true });

const all: Counts[] = [];
for (const { name, args, counts } of steps) {
  console.log(`\n== ${name}`);
  const isPassed = (await runStep(args)) === 0;
  const own = counts?.() ?? { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1 };
  // A runner can fail without a test that does, by an error between them; and a run of no tests shows nothing.
  const isHidden = own.failed === 0 && (!isPassed || own.passed === 0);
  const result = isHidden ? { ...own, failed: 1 } : own;
  all.push(result);
  if (result.failed > 0) console.log(`== ${name}: ${result.failed} failed`);
}

const { passed, failed } = sum(all);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
