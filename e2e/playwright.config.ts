import { defineConfig } from '@playwright/test';

/** Where scripts/test.ts reads the counts. */
const resultsFile = '../test-results/e2e.json';

export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results/e2e',
  // Each spec has a program, a browser and a server of its own. CI has two cores, and most specs wait: for time to pass,
  // and for what they see.
  workers: 3,
  // Thirty times what most take: on a busy machine it is the first connection that is slow.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [['./specs/harness/where-reporter.ts'], ['list'], ['json', { outputFile: resultsFile }]],
});
