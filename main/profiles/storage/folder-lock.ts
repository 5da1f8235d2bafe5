import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { sleep } from './durable.ts';
import { codeOf } from './storage-failure.ts';

/** A save by another process takes milliseconds; beyond this it hangs, and the user is told. */
const patienceMs = 5_000;

const pauseMs = 5;

/** A lock without its owner's id is one that was being made when its owner died. */
const unsignedStaleMs = 1_000;

/** Older than any save can take: its owner is gone, and another process has its id. */
const staleMs = 30_000;

/** The lock is another's. */
export class LockedError extends Error {}

/**
 * Runs `work` while no other process does the same with this lock file. The program runs once, so this is the second
 * line of defence: two processes that read, change and write would lose each other's changes. A lock whose process is
 * dead is taken over. Throws LockedError, or what the file system or `work` throws.
 *
 * @param work gets a check that the lock is still held, for right before the point of no return: a process that slept
 *   for {@link staleMs} may have lost it.
 */
export function withLock<T>(lockFile: string, work: (stillHeld: () => boolean) => T): T {
  const owner = `${process.pid} ${randomUUID()}`;
  acquire(lockFile, owner);
  const stillHeld = () => ownerOf(lockFile) === owner;
  try {
    return work(stillHeld);
  } finally {
    if (stillHeld()) rmSync(lockFile, { force: true });
  }
}

function acquire(lockFile: string, owner: string): void {
  const deadline = performance.now() + patienceMs;
  while (!tryCreate(lockFile, owner)) {
    removeIfStale(lockFile);
    if (performance.now() >= deadline) throw new LockedError();
    sleep(pauseMs);
  }
}

function tryCreate(lockFile: string, owner: string): boolean {
  try {
    writeFileSync(lockFile, owner, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    const code = codeOf(error);
    // Windows says EPERM for a file that is being deleted.
    if (code === 'EEXIST' || (code === 'EPERM' && process.platform === 'win32')) return false;
    // A full disk can leave it there, empty.
    if (code === 'ENOSPC' || code === 'EDQUOT') rmSync(lockFile, { force: true });
    throw error;
  }
}

/** Moves it away first: of several processes that find it stale, one alone then removes it. */
function removeIfStale(lockFile: string): void {
  const owner = ownerOf(lockFile);
  if (owner === null || !isStale(lockFile, owner)) return;
  const removed = `${lockFile}.${randomUUID()}`;
  try {
    if (ownerOf(lockFile) !== owner) return;
    renameSync(lockFile, removed);
    rmSync(removed, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function isStale(lockFile: string, owner: string): boolean {
  const age = Date.now() - (statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  const pid = Number(owner.split(' ')[0]);
  if (owner === '' || !Number.isInteger(pid)) return age > unsignedStaleMs;
  return age > staleMs || !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function ownerOf(lockFile: string): string | null {
  try {
    return readFileSync(lockFile, 'utf8');
  } catch {
    return null;
  }
}
