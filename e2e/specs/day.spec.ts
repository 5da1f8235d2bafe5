import { installedElectron } from '../../scripts/electron-binary.ts';
import { spendDay } from '../bench/day/day.ts';
import { growthOf } from '../bench/day/growth.ts';
import { expect, test } from './harness/test.ts';

/** The short form of `npm run bench:day`: short hours to warm up, and full ones behind the first that counts. */
const warmUp = [1000, 1000, 1000, 1000, 1000, 1000, 1000, 20_000];
const lines = [...warmUp, 1000, 35_000, 35_000];
/** It is full before the warm-up ends. */
const scrollbackLines = 1000;

test('hours of mixed output leave nothing in memory, in the window or in main', async ({ browserName: _ }, {
  annotations,
}) => {
  test.slow();
  test.skip(installedElectron() !== null, "Node's inspector looks into the main process of the stand-in.");
  const growth = growthOf(await spendDay({ lines, scrollbackLines }), lines, warmUp.length);
  for (const { measure, perLine } of growth)
    annotations.push({ type: 'measured', description: `${measure}: ${perLine.toFixed(3)} for each line` });
  expect(growth.filter(({ isWithin }) => !isWithin)).toEqual([]);
});
