import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../../lab/provision.ts';
import { machineName, versionsOf } from '../machine.ts';
import { textTable } from '../text-table.ts';
import { isKept, measure } from './measure.ts';
import { parseOptions } from './options.ts';
import { jsonOf, pageOf, remarksOf, rowsOf } from './report.ts';

/** `npm run bench:sessions`: many sessions of Holdfast's core in one process, beside processes of ssh and plink. */

const page = fileURLToPath(new URL('../../../docs/many-sessions.md', import.meta.url));

try {
  const options = parseOptions(process.argv.slice(2));
  ensureInstalled(['openssh-client', 'putty-tools']);
  const [load = 0] = loadavg();
  const measured = await measure({ ...options, onProgress: (text) => console.log(text) });
  const kept = isKept(measured);

  console.log(`\n${textTable(rowsOf(measured))}\n`);
  for (const remark of remarksOf(measured)) console.log(remark);
  console.log(
    kept ? 'As promised.' : 'NOT as promised: all are to live, and less than 1 % of null packets to be late.',
  );
  if (options.write) {
    const command = ['npm run bench:sessions --', ...process.argv.slice(2)].join(' ');
    const versions = versionsOf(['ssh', 'plink']);
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(page, pageOf(measured, options, { machine: machineName(), load, versions, command, date }));
  }
  const { sessions, peers, seconds, period } = options;
  if (options.json) console.log(JSON.stringify(jsonOf(measured, { sessions, peers, seconds, period })));
  process.exitCode = kept ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
