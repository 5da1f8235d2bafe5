import { readFileSync } from 'node:fs';
import { descendantsOf } from '../lab/process-tree.ts';
import type { App } from '../specs/harness/app.ts';

/** How often memory is looked at, ms. */
const sampleMs = 100;

/**
 * Runs `work` and gives by how many bytes the memory of the program's main process was above what it was before, at
 * most. Linux alone: it reads /proc.
 */
export async function memoryGrowth(app: App, work: () => Promise<void>): Promise<number> {
  const pid = mainProcessOf(app);
  const before = residentBytes(pid);
  let highest = before;
  const timer = setInterval(() => {
    highest = Math.max(highest, residentBytes(pid));
  }, sampleMs);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return highest - before;
}

/** Its children are given its folder too, and come after it. */
function mainProcessOf({ userDataDir }: App): number {
  const found = descendantsOf(process.pid).find(({ pid }) => commandLineOf(pid).includes(userDataDir));
  if (found === undefined) throw new Error('The program does not run.');
  return found.pid;
}

function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it ended after it was listed
  }
}

const residentBytes = (pid: number): number =>
  1024 * Number(/^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
