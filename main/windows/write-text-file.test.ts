import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { success } from '#contract/failure.ts';
import { writeFailure, writeTextFile } from './write-text-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-write-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writing a text to a file', () => {
  it('makes it, for the user alone, and replaces one that is there', async () => {
    const file = join(folder, 'log.txt');
    expect(await writeTextFile(file, 'first\n')).toEqual(success(null));
    expect(await writeTextFile(file, 'ü\n')).toEqual(success(null));
    expect(readFileSync(file, 'utf8')).toBe('ü\n');
    expect(readdirSync(folder)).toEqual(['log.txt']);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform === 'win32')('writes where a symbolic link leads, and keeps the link', async () => {
    const file = join(folder, 'log.txt');
    const link = join(folder, 'link.txt');
    writeFileSync(file, 'old');
    symlinkSync(file, link);
    expect(await writeTextFile(link, 'new')).toEqual(success(null));
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['link.txt', 'log.txt']);
  });

  it('says that there is no such folder', async () => {
    const file = join(folder, 'missing', 'log.txt');
    expect(await writeTextFile(file, 'text')).toEqual({ ok: false, failure: writeFailure('ENOENT', file) });
    expect(writeFailure('ENOENT', file).message).toContain(`There is no folder ${join(folder, 'missing')}`);
  });

  it('says that a folder is no file, and leaves nothing behind', async () => {
    const path = join(folder, 'inner');
    mkdirSync(path);
    const result = await writeTextFile(path, 'text');
    expect(result).toMatchObject({ ok: false, failure: { code: 'storage-failed' } });
    expect(readdirSync(folder)).toEqual(['inner']);
  });

  // The kernel's own folder takes no file of anybody, root included.
  it.skipIf(process.platform !== 'linux')('says that the user may not write there', async () => {
    const result = await writeTextFile('/sys/log.txt', 'text');
    expect(result).toMatchObject({
      ok: false,
      failure: { message: 'You may not write to /sys, so nothing was saved.' },
    });
  });
});

/** A disk of 1 MB, if this user may make one. */
function mountSmallDisk(path: string): boolean {
  try {
    mkdirSync(path);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a full disk (needs root on Linux, to mount a small tmpfs)', () => {
  it('is told, and leaves what was there as it was', async ({ skip }) => {
    const disk = join(folder, 'disk');
    skip(process.platform !== 'linux' || process.getuid?.() !== 0 || !mountSmallDisk(disk));
    try {
      const file = join(disk, 'log.txt');
      writeFileSync(file, 'old');
      const result = await writeTextFile(file, 'x'.repeat(2 * 1024 * 1024));
      expect(result).toMatchObject({ ok: false, failure: { code: 'storage-full' } });
      expect(readFileSync(file, 'utf8')).toBe('old');
      expect(readdirSync(disk)).toEqual(['log.txt']);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

it.each(['EACCES', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EISDIR', 'EIO', null])(
  'the error %s becomes a sentence and a next step',
  (code) => {
    const { message, hint } = writeFailure(code, '/home/ada/log.txt');
    expect(message).toMatch(/^[A-Z/].*\.$/);
    expect(hint).toMatch(/\.$/);
  },
);
