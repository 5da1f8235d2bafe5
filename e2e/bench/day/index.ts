import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../../../scripts/build.ts';
import { ensureInstalled } from '../../lab/provision.ts';
import { machineName } from '../machine.ts';
import { textTable } from '../text-table.ts';
import { wholeNumber } from '../whole-number.ts';
import { spendDay } from './day.ts';
import { growthOf } from './growth.ts';
import { pageOf, rowsOf } from './report.ts';

/** `npm run bench:day`: what a session prints in a day, in minutes, and what is kept of it in memory. */

const page = fileURLToPath(new URL('../../../docs/memory.md', import.meta.url));

try {
  const { values } = parseArgs({
    options: {
      hours: { type: 'string', default: '24' },
      // Two a second.
      lines: { type: 'string', default: '7200' },
      scrollback: { type: 'string', default: '10000' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  ensureInstalled(['chromium']);
  buildIfNeeded();
  const linesPerHour = wholeNumber('--lines', values.lines);
  const since = performance.now();
  const lines = Array.from({ length: wholeNumber('--hours', values.hours) }, () => linesPerHour);
  const samples = await spendDay({
    lines,
    scrollbackLines: wholeNumber('--scrollback', values.scrollback),
    onHour: (hour, { page: objects, main }) =>
      console.log(`hour ${hour + 1}: page ${megabytes(objects)}, main ${megabytes(main)}`),
  });
  const seconds = Math.round((performance.now() - since) / 1000);
  const growth = growthOf(samples, lines, Math.floor(lines.length / 3));
  console.log(`\n${textTable(rowsOf(growth))}`);
  if (values.write) {
    const command = ['npm run bench:day --', ...process.argv.slice(2)].join(' ');
    const date = new Date().toISOString().slice(0, 10);
    const run = { hours: samples.length, linesPerHour, seconds, command, date, machine: machineName() };
    writeFileSync(page, pageOf(growth, run));
  }
  if (values.json) console.log(JSON.stringify({ samples, growth }));
  process.exitCode = growth.every(({ isWithin }) => isWithin) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
