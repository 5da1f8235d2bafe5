import { setFlagsFromString } from 'node:v8';
import type { Clock } from '../keepalive/clock.ts';

/**
 * By how much V8's heap may grow before all of its garbage is collected, percent, while much goes over the connections. V8
 * counts buffers that lie outside of its heap as growth, and every packet of SSH is one or two of them: with a heap of a
 * few megabytes all of it would be gone through again for every few megabytes, which took half of the processor's time.
 */
const flowingPercent = 400;
/** V8's default: as it finds best. What many logins have left behind is not to stay. */
const usualPercent = 0;

/** More than anyone reads or types, of all connections together: bytes a millisecond, over so many at least. */
const flowRate = 1024;
const period = 100;

/**
 * Is told of bytes that went over a connection, either way, and lets the heap grow while they are many. One for all
 * connections of the process, as there is one heap. It needs no timer: where nothing goes over any, nothing is left behind.
 * V8's flags can be changed while it runs in Node and in Electron's main process: both start it with
 * --no-freeze-flags-after-init.
 */
export function createHeapGrowth(clock: Clock): (bytes: number) => void {
  let since = clock.now();
  let passed = 0;
  let isFlowing = false;

  return (bytes) => {
    passed += bytes;
    const elapsed = clock.now() - since;
    if (elapsed < period) return;
    const wasFlowing = isFlowing;
    isFlowing = passed / elapsed >= flowRate;
    since += elapsed;
    passed = 0;
    if (isFlowing === wasFlowing) return;
    setFlagsFromString(`--heap-growing-percent=${isFlowing ? flowingPercent : usualPercent}`);
  };
}
