import { appendFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../keepalive/testing/fake-clock.ts';
import { smallDisk } from '../testing/log-folder.ts';
import type { LogFile } from './log-file.ts';
import { createLogFile } from './log-file.ts';
import { createLogWriter } from './log-writer.ts';

function writerOver(file: LogFile, path = '/disk/session.log') {
  const clock = createFakeClock();
  const told: string[] = [];
  const writer = createLogWriter({
    file,
    path,
    clock,
    flushes: () => true,
    onTrouble: ({ code, message }) => told.push(`${code}: ${message}`),
    onGoesOn: () => told.push('goes on'),
  });
  return { ...writer, clock, told, say: (text: string) => writer.write(Buffer.from(text)) };
}

/** A disk that takes what it is given when the test lets it. */
function slowDisk() {
  const taken: Buffer[] = [];
  const letOn: (() => void)[] = [];
  let isStuck = true;
  const file: LogFile = {
    append: async (bytes) => {
      if (isStuck) await new Promise<void>((resolve) => letOn.push(resolve));
      taken.push(Buffer.from(bytes));
    },
    close: async () => undefined,
  };
  const goOn = () => {
    isStuck = false;
    for (const resolve of letOn.splice(0)) resolve();
  };
  return { file, goOn, text: () => Buffer.concat(taken).toString() };
}

const megabyte = 1024 * 1024;

describe('a log on a slow disk', () => {
  it('never holds up who writes, keeps no more than it may, and says what is missing and where', async () => {
    const disk = slowDisk();
    const log = writerOver(disk.file);
    const flood = Buffer.alloc(64 * 1024, 'x');
    const before = process.memoryUsage();
    for (let index = 0; index < 200 * 16; index += 1) log.write(flood); // 200 MB
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(16 * megabyte);
    expect(log.isFull()).toBe(true);
    expect(log.told).toEqual(['storage-failed: The disk is too slow for the log file /disk/session.log.']);
    disk.goOn();
    await expect.poll(() => log.told.at(-1)).toBe('goes on');
    log.say('after\n');
    await log.close();
    const [, kept = '', missing = '', rest] =
      /^(x+)\n\[Holdfast: (\d+) bytes could not be written and are missing here\.\]\n(.*)$/s.exec(disk.text()) ?? [];
    expect(kept.length + Number(missing)).toBe(200 * megabyte);
    expect(kept.length).toBeLessThanOrEqual(9 * megabyte);
    expect(rest).toBe('after\n');
  });

  it('keeps small writes small', async () => {
    const disk = slowDisk();
    const log = writerOver(disk.file);
    const before = process.memoryUsage();
    const count = 300_000;
    for (let index = 0; index < count; index += 1) log.write(Buffer.of(120));
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(2 * megabyte);
    disk.goOn();
    await log.close();
    expect(disk.text()).toBe('x'.repeat(count));
  });

  it('goes on by itself after an error, and not before its time', async () => {
    let works = false;
    const written: string[] = [];
    const file: LogFile = {
      append: async (bytes) => {
        if (!works) throw Object.assign(new Error(), { code: 'EIO' });
        written.push(Buffer.from(bytes).toString());
      },
      close: async () => undefined,
    };
    const log = writerOver(file);
    log.say('lost');
    await expect.poll(() => log.told).toHaveLength(1);
    expect(log.told[0]).toContain('(EIO)');
    log.say('lost too');
    works = true;
    log.clock.advance(29_000);
    expect(written).toEqual([]);
    log.clock.advance(1000);
    await expect.poll(() => log.told.at(-1)).toBe('goes on');
    log.say('there');
    await log.close();
    expect(written.join('')).toBe('\n[Holdfast: 12 bytes could not be written and are missing here.]\nthere');
    expect(log.clock.pending()).toBe(0);
  });
});

describe('a log on a full disk (needs root on Linux, to mount a small tmpfs)', () => {
  it('says so once, lets the session go on, and goes on when there is room again', async (context) => {
    const disk = smallDisk();
    if (disk === null) return context.skip();
    const path = join(disk, 'session.log');
    const filler = join(disk, 'filler');
    const file = createLogFile({
      path,
      overwrite: false,
      header: () => '',
      limit: () => 0,
      now: () => 0,
      onReplaced: () => undefined,
    });
    const log = writerOver(file, path);
    log.say('kept\n');
    await expect.poll(() => statSync(path).size).toBe(5);
    expect(() => appendFileSync(filler, Buffer.alloc(2 * megabyte))).toThrow('ENOSPC');
    for (let index = 0; index < 100; index += 1) log.say('x'.repeat(1000));
    await expect.poll(() => log.told).toHaveLength(1);
    expect(log.told[0]).toBe(`storage-full: The log file ${path} cannot be written: the disk is full.`);
    log.say('lost');
    log.clock.advance(30_000);
    log.clock.advance(30_000);
    rmSync(filler);
    const told = () => {
      log.clock.advance(30_000);
      return log.told.at(-1);
    };
    await expect.poll(told).toBe('goes on');
    log.say('and on\n');
    await log.close();
    expect(log.told).toHaveLength(2);
    expect(readFileSync(path, 'utf8')).toMatch(/^kept\nx*\n\[Holdfast: \d+ bytes could not be written .*\]\nand on\n$/);
  });
});
