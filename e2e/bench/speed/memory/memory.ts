import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { descendantsOf } from '../../../lab/process-tree.ts';
import { textOf } from '../files/texts.ts';
import type { Measurement, MeasureRequest } from '../measurement.ts';
import { type Row, rowOf } from '../row.ts';
import { type HoldfastTerminal, startHoldfast } from '../terminals/holdfast.ts';
import { onStage } from '../terminals/stage.ts';

const megabyte = 1_000_000;

/** How much has been printed when memory is looked at for the first time, and for the last. */
const plan = {
  full: { firstMegabytes: 100, lastMegabytes: 1000 },
  small: { firstMegabytes: 10, lastMegabytes: 30 },
} as const;

/** Of the file that is printed again and again. */
const fileMegabytes = 5;

export const memory: Measurement = {
  ids: [9],
  title: 'Memory after output',
  method: `The plain log of row 2 is printed until ${plan.full.firstMegabytes} MB have come, and on to ${plan.full.lastMegabytes} MB, in one tab with the scrollback as it comes. There and there, what the window's process holds after a garbage collection: JavaScript's heap (Runtime.getHeapUsage) and resident memory (/proc). Each figure is the median of as many looks as there are runs, ${fileMegabytes} MB after one another.`,
  needs: ['chromium', 'openssh-client', 'openssh-server', 'xvfb', 'xauth', 'xdotool'],
  wants: [],
  seconds: { full: 140, small: 25 },
  run: measure,
};

interface Held {
  /** MB. */
  readonly heap: number;
  readonly resident: number;
}

function measure(request: MeasureRequest): Promise<readonly Row[]> {
  return onStage(request, async ({ players, keep }) => {
    const { firstMegabytes, lastMegabytes } = request.small ? plan.small : plan.full;
    const file = join(players.sshd.folder, 'plain.log');
    await writeFile(file, textOf('plain', fileMegabytes * megabyte));
    const holdfast = await keep(startHoldfast(players));
    let printed = 0;
    const printMore = async () => {
      request.signal.throwIfAborted();
      request.onProgress(printed / lastMegabytes, `${printed} MB`);
      await holdfast.player.order({ kind: 'play', file }, 'played');
      printed += fileMegabytes;
    };
    const looksAt = async (megabytes: number) => {
      // The last look is at that place.
      while (printed < megabytes - request.runs * fileMegabytes) await printMore();
      const looks: Held[] = [];
      while (looks.length < request.runs) {
        await printMore();
        looks.push(await held(holdfast));
      }
      return looks;
    };
    const first = await looksAt(firstMegabytes);
    const last = await looksAt(lastMegabytes);
    const before = `after ${firstMegabytes} MB`;
    return (['heap', 'resident'] as const).map((what) =>
      rowOf({
        ...{ id: 9, unit: 'MB', measure: `${names[what]} after ${lastMegabytes} MB of output` },
        holdfast: last.map((look) => look[what]),
        peers: { [before]: first.map((look) => look[what]) },
        goal: { is: 'at most', times: 1.1, of: before },
      }),
    );
  });
}

const names = { heap: 'the window’s JavaScript heap', resident: 'the window’s resident memory' } as const;

async function held({ page, pid }: HoldfastTerminal): Promise<Held> {
  await page.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await page.send<{ usedSize: number; backingStorageSize?: number }>(
    'Runtime.getHeapUsage',
  );
  return { heap: (usedSize + backingStorageSize) / megabyte, resident: rendererBytes(pid) / megabyte };
}

/** Of the largest process that draws a page: a browser keeps an empty one in reserve. */
const rendererBytes = (pid: number): number =>
  Math.max(
    ...descendantsOf(pid)
      .filter((child) => read(child.pid, 'cmdline').includes('--type=renderer'))
      .map((child) => 1024 * Number(/^VmRSS:\s*(\d+) kB$/m.exec(read(child.pid, 'status'))?.[1] ?? 0)),
  );

function read(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return ''; // it ended after it was listed
  }
}
