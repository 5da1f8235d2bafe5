import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../keepalive/testing/fake-clock.ts';
import { logFolder } from '../testing/log-folder.ts';
import { createLogFiles, type LogRequest } from './log-files.ts';

function setUp() {
  const clock = createFakeClock();
  const files = createLogFiles(clock);
  const folder = logFolder();
  const path = join(folder, 'session.log');
  const told: string[] = [];
  const open = (options: Partial<LogRequest> = {}) => {
    const writer = files.open({
      path,
      overwrite: false,
      header: () => '',
      limit: () => 0,
      flushes: () => true,
      onTrouble: ({ code, message }) => told.push(`${code} ${message}`),
      onGoesOn: () => told.push('goes on'),
      onReplaced: () => told.push('replaced'),
      ...options,
    });
    return { ...writer, say: (text: string) => writer.write(Buffer.from(text)) };
  };
  const text = () => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return { clock, files, folder, path, told, open, text };
}

describe('log files', () => {
  it('are their user’s alone, in folders that are made, and begin with the header', async () => {
    const { folder, open } = setUp();
    const path = join(folder, 'a', 'b', 'c.log');
    const log = open({ path, header: () => '== header\n' });
    log.say('one\n');
    log.say('two\n');
    await log.close();
    expect(readFileSync(path, 'utf8')).toBe('== header\none\ntwo\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
  });

  it('are appended to, or overwritten and made private', async () => {
    const { path, open, text } = setUp();
    writeFileSync(path, 'old\n', { mode: 0o644 });
    const appended = open();
    appended.say('new\n');
    await appended.close();
    expect(text()).toBe('old\nnew\n');
    const overwritten = open({ overwrite: true });
    overwritten.say('newest\n');
    await overwritten.close();
    expect(text()).toBe('newest\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('are shared by sessions that name the same one: none overwrites what the other wrote', async () => {
    const { files, path, open, text } = setUp();
    const first = open({ header: () => 'header\n' });
    first.say('first\n');
    await expect.poll(() => text()).toBe('header\nfirst\n');
    const second = open({ overwrite: true });
    for (let index = 0; index < 1000; index += 1) (index % 2 === 0 ? first : second).say(`line ${index}\n`);
    await first.close();
    expect(files.isOpen(path)).toBe(true);
    second.say('last\n');
    await second.close();
    await second.close();
    expect(files.isOpen(path)).toBe(false);
    const lines = Array.from({ length: 1000 }, (_, index) => `line ${index}\n`);
    expect(text()).toBe(['header\n', 'first\n', ...lines, 'last\n'].join(''));
  });

  it('are rotated at line ends, and nothing is lost or deleted', async () => {
    const { path, folder, open } = setUp();
    writeFileSync(`${path}.1`, 'an older one');
    const log = open({ limit: () => 1000, header: () => 'header\n' });
    const lines = Array.from({ length: 500 }, (_, index) => `line ${index}\n`).join('');
    log.say(lines);
    await log.close();
    const names = readdirSync(folder);
    const inOrder = Array.from({ length: names.length - 2 }, (_, index) => `${path}.${index + 2}`);
    const texts = [...inOrder, path].map((file) => readFileSync(file, 'utf8'));
    expect(texts.every((part) => part.startsWith('header\n') && part.endsWith('\n') && part.length <= 1000)).toBe(true);
    expect(texts.map((part) => part.replace('header\n', '')).join('')).toBe(lines);
    expect(readFileSync(`${path}.1`, 'utf8')).toBe('an older one');
    expect(statSync(`${path}.2`).mode & 0o777).toBe(0o600);
  });

  it('are rotated within a line that has no end, too', async () => {
    const { path, folder, open } = setUp();
    const log = open({ limit: () => 1000 });
    const line = 'x'.repeat(3500);
    log.say(line);
    await log.close();
    expect(readdirSync(folder)).toHaveLength(4);
    expect(
      [1, 2, 3].map((number) => readFileSync(`${path}.${number}`, 'utf8')).join('') + readFileSync(path, 'utf8'),
    ).toBe(line);
  });

  it.each([
    ['deleted', (path: string) => rmSync(path)],
    ['moved', (path: string) => renameSync(path, `${path}.moved`)],
    ['replaced', (path: string) => renameSync(`${path}.other`, path)],
  ])('are begun anew once somebody has %s them', async (_what, take) => {
    const { clock, path, told, open, text } = setUp();
    writeFileSync(`${path}.other`, '');
    const log = open({ header: () => 'header\n' });
    log.say('before\n');
    await expect.poll(() => text()).toBe('header\nbefore\n');
    take(path);
    clock.advance(2000);
    log.say('after\n');
    await expect.poll(() => text()).toBe('header\nafter\n');
    expect(told).toEqual(['replaced']);
    await log.close();
  });

  it('gather output where they are not flushed', async () => {
    const { clock, open, text } = setUp();
    const log = open({ flushes: () => false });
    log.say('a');
    clock.advance(4000);
    log.say('b');
    await new Promise((resolve) => setImmediate(resolve));
    expect(text()).toBe('');
    clock.advance(1000);
    await expect.poll(() => text()).toBe('ab');
    log.say('c');
    await log.close();
    expect(text()).toBe('abc');
    expect(clock.pending()).toBe(0);
  });

  it.each([
    ['a folder', (path: string) => mkdirSync(path), 'that is not a file'],
    ['in something that is no folder', (path: string) => writeFileSync(path, ''), 'there is no folder'],
  ])('say why they cannot be written: %s', async (what, make, why) => {
    const { path, told, open } = setUp();
    make(path);
    const log = open(what === 'a folder' ? {} : { path: join(path, 'inside.log') });
    log.say('text');
    await expect.poll(() => told).toHaveLength(1);
    expect(told[0]).toContain(why);
    expect(log.isFull()).toBe(true);
    await log.close();
  });

  it('do not wait for the reader of a pipe', async () => {
    const { path, told, open } = setUp();
    execFileSync('mkfifo', [path]);
    const log = open();
    log.say('text');
    await expect.poll(() => told).toHaveLength(1);
    await log.close();
  });
});
