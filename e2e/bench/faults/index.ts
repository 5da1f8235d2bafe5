import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { machineName, versionsOf } from '../machine.ts';
import { textTable } from '../text-table.ts';
import type { FaultResult } from './fault.ts';
import { jsonOf } from './json.ts';
import { faults } from './list/faults.ts';
import { chosen, parseOptions } from './options.ts';
import { pageOf } from './page.ts';
import { runFaults } from './run-fault.ts';
import { isAllKept, summariesOf } from './summary.ts';
import { lookAround } from './surroundings.ts';
import { header, progressLine, rowOf } from './table.ts';

/** `npm run bench:faults`: Holdfast's core beside ssh and plink, through the faults that sessions meet. */

const page = fileURLToPath(new URL('../../../docs/faults.md', import.meta.url));

// What the lab made is taken down when the process exits, which a signal alone would not let it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

try {
  const options = parseOptions(process.argv.slice(2));
  const ids = chosen(
    faults.map(({ id }) => id),
    options.only,
  );
  const each = faults.filter(({ id }) => ids.includes(id));
  const { nat, whyNot } = await lookAround(each);
  const network = nat.possible
    ? "The router is the kernel's own, in network namespaces."
    : `The kernel's router can't be had here (${nat.reason}): a proxy that forgets stands in for it, and faults that it can't make are not run.`;
  console.log(network);

  const began = performance.now();
  // Round by round, so that the heaviest are not all run at once, and each meets the machine at different times.
  const wanted = Array.from({ length: options.runs }, () => each).flat();
  let done = 0;
  const handleResult = (result: FaultResult) => {
    done += 1;
    console.log(progressLine(result, done, wanted.length));
  };
  const results = await runFaults(wanted, {
    hasNat: nat.possible,
    whyNot,
    atOnce: options.atOnce,
    onResult: handleResult,
  });
  const seconds = (performance.now() - began) / 1000;

  const summaries = summariesOf(results);
  const rows = summaries.map(rowOf);
  console.log(`\n${textTable([header, ...rows])}\n`);
  const tried = summaries.filter(({ runs }) => runs > 0);
  const kept = tried.filter(isAllKept).length;
  const left = summaries.length === tried.length ? '' : ` ${summaries.length - tried.length} could not run here.`;
  const runs = options.runs === 1 ? '' : `, each in all of its ${options.runs} runs`;
  console.log(`As promised in ${kept} of ${tried.length} faults${runs}; ${Math.round(seconds)} s.${left}`);
  if (options.write) {
    const command = ['npm run bench:faults --', ...process.argv.slice(2)].join(' ');
    const date = new Date().toISOString().slice(0, 10);
    const versions = versionsOf(['ssh', 'sshd', 'plink', 'dropbear']);
    const facts = { machine: machineName(), versions, command, date, network, seconds, runs: options.runs };
    writeFileSync(page, pageOf(rows, facts));
  }
  if (options.json) console.log(JSON.stringify(jsonOf(summaries)));
  process.exitCode = kept === tried.length ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
