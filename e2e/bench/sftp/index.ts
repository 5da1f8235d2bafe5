import { parseArgs } from 'node:util';
import { ensureInstalled } from '../../lab/provision.ts';
import { machineName, versionsOf } from '../machine.ts';
import { textTable } from '../text-table.ts';
import { wholeNumber } from '../whole-number.ts';
import { type Measured, measure } from './measure.ts';

/**
 * `npm run bench:sftp`: one large file and many small ones, up and down, by Holdfast's core and by OpenSSH's `sftp`, in turn
 * on the same server and the same files. Medians of the rounds; sftp's time has its login in it, as its user's has.
 * The memory is that of Holdfast's process.
 */

/** What Holdfast is to reach, as a multiple of sftp's speed. */
const goals = { large: 1, small: 2 } as const;

try {
  const { values } = parseArgs({
    options: {
      megabytes: { type: 'string', default: '1024' },
      files: { type: 'string', default: '5000' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  });
  ensureInstalled(['openssh-client', 'openssh-server']);
  const size = {
    megabytes: wholeNumber('--megabytes', values.megabytes),
    files: wholeNumber('--files', values.files),
    rounds: wholeNumber('--rounds', values.rounds),
  };
  const measured = await measure({ ...size, onProgress: (text) => console.log(text) });
  const rows = measured.map(rowOf);
  console.log(`\n${machineName()} · ${versionsOf(['ssh']).join(' · ')}\n`);
  console.log(
    textTable([
      ['', 'Holdfast', 'sftp', 'ratio', 'goal', 'memory'],
      ...rows.map(({ measure: name, holdfast, peers, ratio, goal, memory }) => [
        name,
        `${holdfast} ms`,
        `${peers.sftp} ms`,
        `${ratio}`,
        `${goal}`,
        `${memory.before} to ${memory.highest} MB`,
      ]),
    ]),
  );
  if (values.json) console.log(JSON.stringify({ ...size, rows }));
  // Not left to end by itself: the session core watches networks and sleep for as long as its process is there.
  process.exit(rows.every(({ met }) => met) ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}

function rowOf({ name, kind, holdfastMs, sftpMs, memory }: Measured) {
  const [holdfast, sftp] = [median(holdfastMs), median(sftpMs)];
  const ratio = Math.round((sftp / holdfast) * 100) / 100;
  const goal = goals[kind];
  return { id: 11, measure: name, holdfast, peers: { sftp }, ratio, goal, met: ratio >= goal, memory };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}
