import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { machineName, packageVersions } from '../machine.ts';
import { textTable } from '../text-table.ts';
import { measurements } from './measurements.ts';
import { chosen, isFull, parseOptions } from './options.ts';
import { providePackages } from './packages.ts';
import { pageOf } from './page.ts';
import { header, jsonOf, remarksOf, wordsOf } from './report.ts';
import { runAll } from './run-all.ts';
import { timeWords } from './time-left.ts';

/** `npm run bench`: Holdfast and its peers side by side, against the goals of docs/benchmarks.md. */

const page = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stopping.abort(new Error('Stopped.')));
}

try {
  const options = parseOptions(process.argv.slice(2));
  const wanted = chosen(measurements, options.only);
  const packages = wanted.flatMap(({ needs, wants }) => [...needs, ...wants]);
  const missing = providePackages(packages);
  const [load = 0] = loadavg();
  const began = performance.now();
  const { rows, failures } = await runAll({ ...options, wanted, missing, signal: stopping.signal });
  const seconds = (performance.now() - began) / 1000;

  if (!options.json) {
    console.log(textTable([header, ...rows.map(wordsOf)]));
    for (const remark of remarksOf(rows)) console.log(remark);
  }
  const met = rows.filter((row) => row.met).length;
  console.error(`${met} of ${rows.length} goals met; ${timeWords(seconds)}.`);
  if (isFull(options) && failures.length === 0) {
    const gigabytes = Math.round(totalmem() / 2 ** 30);
    const machine = `${machineName()} (${cpus()[0]?.model ?? 'unknown'}), ${gigabytes} GB`;
    const versions = [`Node ${process.version}`, ...packageVersions([...new Set(packages)])];
    const date = new Date().toISOString().slice(0, 10);
    const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
    const facts = { machine, load, versions, date, runs: options.runs, seconds };
    writeFileSync(page, pageOf(rows, measurements, facts, before));
  }
  if (options.json) console.log(JSON.stringify(jsonOf(rows)));
  if (failures.length > 0) throw new Error(`Not measured:\n${failures.join('\n')}`);
  process.exitCode = met === rows.length ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
