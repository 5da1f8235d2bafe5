import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { openSavedSessions } from '../sessions/saved-sessions.ts';
import { buildWriter } from '../testing/build-writer.ts';

let scripts: string;
let writer: string;
let folder: string;

beforeAll(async () => {
  scripts = mkdtempSync(join(tmpdir(), 'holdfast-writer-'));
  writer = await buildWriter(scripts);
});

afterAll(() => rmSync(scripts, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-faults-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const startWriter = (prefix: string, count: number | 'Infinity'): ChildProcess =>
  spawn(process.execPath, [writer, folder, prefix, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });

const linesOf = (child: ChildProcess): AsyncIterable<string> => {
  if (child.stdout === null) throw new Error('The writer has no output');
  return createInterface(child.stdout);
};

/** Kills the writer, at a random moment within a few saves, after its first; returns the names it said it had saved. */
async function saveUntilKilled(prefix: string): Promise<readonly string[]> {
  const child = startWriter(prefix, 'Infinity');
  const ended = once(child, 'exit');
  const saved: string[] = [];
  for await (const line of linesOf(child)) {
    if (saved.length === 0) setTimeout(() => child.kill('SIGKILL'), Math.random() * 30);
    saved.push(line.replace('saved ', ''));
  }
  await ended;
  return saved;
}

describe('kill -9 in mid-save', () => {
  it('loses nothing that was said to be saved, and never leaves a damaged file, in 60 kills', async () => {
    const expected: string[] = [];
    for (let round = 0; round < 60; round += 1) {
      expected.push(...(await saveUntilKilled(`${round}-`)));
      const { sessions, notice } = openSavedSessions({ folder }).list();
      expect(notice).toBeNull();
      const names = new Set(sessions.map((session) => session.name));
      expect(expected.filter((name) => !names.has(name))).toEqual([]);
      // Keeps the file short, and so the saves many.
      if (names.size > 100) {
        rmSync(folder, { recursive: true });
        expected.length = 0;
      }
    }
    const store = openSavedSessions({ folder });
    expect(store.save({ name: 'last', folder: '', profile: defaultProfile })).toMatchObject({ ok: true });
    expect(readdirSync(folder).filter((name) => /tmp|new|lock|corrupt/.test(name))).toEqual([]);
  }, 180_000);
});

describe('two instances', () => {
  it('that save at the same time lose none of each other’s sessions', async () => {
    const run = async (prefix: string) => {
      const child = startWriter(prefix, 60);
      const lines: string[] = [];
      for await (const line of linesOf(child)) lines.push(line.replace('saved ', ''));
      return lines;
    };
    const saved = (await Promise.all([run('a'), run('b')])).flat().sort();
    expect(saved).toHaveLength(120);
    const { sessions, notice } = openSavedSessions({ folder }).list();
    expect(sessions.map((session) => session.name).sort()).toEqual(saved);
    expect(notice).toBeNull();
  }, 60_000);
});

/** A disk of 1 MB, if this user may make one. */
function mountSmallDisk(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const canMount = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const probe = mkdtempSync(join(tmpdir(), 'holdfast-mount-'));
  const mounted = mountSmallDisk(probe);
  if (mounted) execFileSync('umount', [probe]);
  rmSync(probe, { recursive: true });
  return mounted;
})();

describe.skipIf(!canMount)('a full disk (needs root on Linux, to mount a small tmpfs)', () => {
  let disk: string;

  beforeEach(() => {
    disk = join(folder, 'disk');
    mkdirSync(disk);
    mountSmallDisk(disk);
  });

  afterEach(() => execFileSync('umount', [disk]));

  const contents = () =>
    readdirSync(disk)
      .filter((name) => name !== 'filler')
      .map((name) => [name, readFileSync(join(disk, name), 'utf8')]);

  const sessionOf = (index: number) => ({
    name: `s ${index}`,
    folder: '',
    profile: { ...defaultProfile, hostName: `h${index}` },
  });

  it('leaves the old file and its backups as they were, whatever is left of the disk, and saves again after', () => {
    const store = openSavedSessions({ folder: disk });
    for (let index = 0; index < 40; index += 1) expect(store.save(sessionOf(index)).ok).toBe(true);
    const before = contents();
    const listed = store.list();
    const pageSize = statfsSync(disk).bsize;
    const free = statfsSync(disk).bavail;
    const outcomes = new Set<string>();
    for (let pagesLeft = 0; pagesLeft <= free; pagesLeft += 1) {
      writeFileSync(join(disk, 'filler'), Buffer.alloc((free - pagesLeft) * pageSize));
      const saved = store.save(sessionOf(40));
      outcomes.add(saved.ok ? 'saved' : saved.failure.code);
      if (saved.ok) break;
      expect(contents()).toEqual(before);
      expect(store.list()).toEqual(listed);
      rmSync(join(disk, 'filler'));
    }
    expect([...outcomes]).toEqual(['storage-full', 'saved']);
    expect(openSavedSessions({ folder: disk }).list()).toMatchObject({ notice: null, sessions: { length: 41 } });
  });

  it('leaves no file that is cut short when there was none before', () => {
    const store = openSavedSessions({ folder: disk });
    const environment = Array.from({ length: 10 }, (_, index) => ({ name: `V${index}`, value: 'x'.repeat(4000) }));
    const { bsize, bavail } = statfsSync(disk);
    writeFileSync(join(disk, 'filler'), Buffer.alloc((bavail - 4) * bsize));
    const save = () => store.save({ name: 'long', folder: '', profile: { ...defaultProfile, environment } });
    expect(save()).toMatchObject({ ok: false, failure: { code: 'storage-full' } });
    expect(contents()).toEqual([]);
    rmSync(join(disk, 'filler'));
    expect(save()).toMatchObject({ ok: true });
  });
});
