import { rmSync } from 'node:fs';

/** Between two attempts, and how many: processes that were killed may write for a moment more. */
const pauseMs = 50;
const attempts = 40;

/** Removes a folder that ending processes may still be writing to. Blocks for up to two seconds; never throws. */
export function removeFolder(folder: string): void {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}
