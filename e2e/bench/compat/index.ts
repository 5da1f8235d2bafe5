import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { machineName, packageVersions } from '../machine.ts';
import { jsonOf } from './json.ts';
import { openLab } from './lab/lab.ts';
import { createParts } from './list/parts.ts';
import { rowsOf } from './list/rows.ts';
import { parseOptions } from './options.ts';
import { pageOf } from './page.ts';
import type { RowResult } from './row.ts';
import { runRows } from './run-rows.ts';
import { compatPackages, whyNoLab } from './surroundings.ts';
import { countsOf, progressLine } from './table.ts';

/** `npm run compat`: every way in that Holdfast has, with every key, at every server, with ssh beside it. */

const page = fileURLToPath(new URL('../../../docs/compatibility.md', import.meta.url));

// Rows under way come to their end, and everything is stopped.
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());

try {
  const options = parseOptions(process.argv.slice(2));
  const reason = whyNoLab();
  if (reason !== null) throw new Error(`The lab can't be had here: ${reason}`);
  const began = performance.now();
  const lab = await openLab();
  try {
    const rows = rowsOf(options.only, await createParts(lab));
    let done = 0;
    const handleResult = (result: RowResult) => {
      done += 1;
      console.log(progressLine(result, done, rows.length));
    };
    const { signal } = interrupted;
    const results = await runRows(rows, { atOnce: options.atOnce, signal, onResult: handleResult });
    if (signal.aborted) throw new Error(`Interrupted after ${results.length} of ${rows.length} rows.`);

    const seconds = (performance.now() - began) / 1000;
    const counts = countsOf(results);
    const { holdfast, ssh, unexpected } = counts;
    console.log(`\nOf ${rows.length} rows Holdfast gets in by ${holdfast}, ssh by ${ssh}; ${Math.round(seconds)} s.`);
    console.log(unexpected === 0 ? 'All as expected.' : `${unexpected} NOT as expected.`);
    if (options.write) {
      const command = ['npm run compat --', ...process.argv.slice(2)].join(' ');
      const date = new Date().toISOString().slice(0, 10);
      const versions = [`Node ${process.version}`, ...packageVersions(compatPackages)];
      writeFileSync(page, pageOf(results, { machine: machineName(), versions, command, date, seconds }));
    }
    if (options.json) console.log(JSON.stringify(jsonOf(results)));
    process.exitCode = unexpected === 0 ? 0 : 1;
  } finally {
    await lab.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
// Node 20 closes its handles when it ends by itself, and was once seen to go round in that for ever (CleanupHandles).
process.exit();
