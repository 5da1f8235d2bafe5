import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LockedError, withLock } from './folder-lock.ts';

let folder: string;
let lockFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-lock-'));
  lockFile = join(folder, 'file.lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

const makeOld = (seconds: number) => {
  const time = Date.now() / 1000 - seconds;
  utimesSync(lockFile, time, time);
};

describe('withLock', () => {
  it('holds the lock while the work runs, and leaves nothing behind, also when the work throws', () => {
    expect(withLock(lockFile, (stillHeld) => stillHeld() && existsSync(lockFile))).toBe(true);
    expect(() =>
      withLock(lockFile, () => {
        throw new Error('work');
      }),
    ).toThrow('work');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes over from a process that is dead', () => {
    writeFileSync(lockFile, `${deadPid()} token`);
    expect(withLock(lockFile, () => readdirSync(folder))).toEqual(['file.lock']);
  });

  it('takes over a lock that was never signed, or whose process id is another one by now', () => {
    writeFileSync(lockFile, '');
    makeOld(2);
    withLock(lockFile, () => undefined);
    writeFileSync(lockFile, `${process.ppid} token`);
    makeOld(60);
    withLock(lockFile, () => undefined);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives up on a lock that a living process holds, and leaves it', () => {
    writeFileSync(lockFile, `${process.ppid} token`);
    expect(() => withLock(lockFile, () => undefined)).toThrow(LockedError);
    expect(readdirSync(folder)).toEqual(['file.lock']);
  });

  it('tells the work that the lock was lost, and leaves the new owner its lock', () => {
    const held = withLock(lockFile, (stillHeld) => {
      writeFileSync(lockFile, 'another owner');
      return stillHeld();
    });
    expect(held).toBe(false);
    expect(readdirSync(folder)).toEqual(['file.lock']);
  });
});
