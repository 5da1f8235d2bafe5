import type { App } from '../../specs/harness/app.ts';
import { openInspector } from './inspector.ts';

/** What is kept after all garbage was collected: bytes, and counts of the page. */
export interface Sample {
  /** Objects of the page. */
  readonly page: number;
  /** What its arrays hold outside of the heap: the cells of the terminal. */
  readonly pageBuffers: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly main: number;
  readonly mainBuffers: number;
}

export interface MemoryWatch {
  readonly sample: () => Promise<Sample>;
  readonly stop: () => Promise<void>;
}

/** Looks into both processes of a program that was started with `inspectorEnvironment`. */
export async function watchMemory(app: App): Promise<MemoryWatch> {
  const page = await app.page.context().newCDPSession(app.page);
  const main = await openInspector(app.output());
  await main.send('Runtime.enable');
  return {
    sample: async () => {
      // Twice: what a finaliser lets go of is garbage after that alone.
      for (let round = 0; round < 2; round += 1) {
        await page.send('HeapProfiler.collectGarbage');
        await main.send('HeapProfiler.collectGarbage');
      }
      const heap = (await page.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
      const { nodes, jsEventListeners } = await page.send('Memory.getDOMCounters');
      const { result } = (await main.send('Runtime.evaluate', {
        expression: 'process.memoryUsage()',
        returnByValue: true,
      })) as { result: { value: NodeJS.MemoryUsage } };
      return {
        page: heap.usedSize,
        pageBuffers: heap.backingStorageSize ?? 0,
        nodes,
        listeners: jsEventListeners,
        main: result.value.heapUsed,
        mainBuffers: result.value.external,
      };
    },
    stop: async () => {
      main.close();
      await page.detach();
    },
  };
}
