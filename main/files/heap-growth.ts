import { setFlagsFromString } from 'node:v8';

/**
 * By how much V8's heap may grow before all of its garbage is collected, percent, while files are moved. V8 counts buffers
 * that lie outside of its heap as growth, and every packet of SSH is two or three of them: with a heap of a few megabytes
 * all of it would be gone through again for every few megabytes moved, which took over a third of a transfer's CPU time.
 */
const movingPercent = 400;
/** V8's default: as it finds best. */
const usualPercent = 0;

let moving = 0;

/** While files are moved; gives what ends it. */
export function letHeapGrow(): () => void {
  moving += 1;
  if (moving === 1) setFlagsFromString(`--heap-growing-percent=${movingPercent}`);
  return () => {
    moving -= 1;
    if (moving === 0) setFlagsFromString(`--heap-growing-percent=${usualPercent}`);
  };
}
