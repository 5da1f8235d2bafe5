import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { codeOf } from './storage-failure.ts';

/** Windows refuses to rename a file that a virus scanner or indexer has open; they let go within this time. */
const renamePatienceMs = 1_000;

const renamePauseMs = 20;

const passing = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Puts `from` in the place of `to` in one step, trying again while another program holds one of them. Throws. */
export const replaceFile = (from: string, to: string): void => patiently(() => renameSync(from, to));

/** Runs an operation again while it fails for a passing reason, for at most {@link renamePatienceMs}. */
export function patiently(operation: () => void): void {
  const deadline = performance.now() + renamePatienceMs;
  for (;;) {
    try {
      operation();
      return;
    } catch (error) {
      if (!passing.has(codeOf(error) ?? '') || performance.now() >= deadline) throw error;
    }
    sleep(renamePauseMs);
  }
}

/** Copies the bytes and waits until they are on the disk. Throws, and leaves no partial copy. */
export function copyDurably(from: string, to: string): void {
  try {
    copyFileSync(from, to);
    syncToDisk(to, 'r+');
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  }
}

/** Waits until renames in the folder are on the disk. Windows can't open a folder, and needs no such step. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncToDisk(folder, 'r');
}

/** Blocks: saving is rare, short and must be finished before the answer. */
export function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function syncToDisk(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
