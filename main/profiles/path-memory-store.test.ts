import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { KnownServer, PathEntry } from '#contract/session/path.ts';
import { createFakeClock } from '../keepalive/testing/fake-clock.ts';
import { createPathMemoryStore } from './path-memory-store.ts';

const path = (portNumber: number, ms = 250_000): PathEntry => ({
  network: '192.168.1.0/24',
  hostName: 'web.example.com',
  portNumber,
  survived: { ms, at: 1_700_000_000_000, count: 3 },
  fatal: null,
});

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-paths-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'path-memory.json');
  const clock = createFakeClock();
  let known: readonly PathEntry[] = [];
  let servers: readonly KnownServer[] = [];
  const store = createPathMemoryStore({ folder, clock, current: () => ({ paths: known, servers }) });
  const learn = (...entries: readonly PathEntry[]) => {
    known = entries;
    entries.forEach(store.noteChange);
  };
  const learnServers = (...now: readonly KnownServer[]) => {
    servers = now;
    now.forEach(store.noteChange);
  };
  const names = () => readdirSync(folder).sort();
  return { folder, store, clock, learn, learnServers, file, names, text: () => readFileSync(file, 'utf8') };
}

describe('the store of path memory', () => {
  it('gives the next start what was known', () => {
    const { store, learn } = setUp();
    expect(store.left()).toEqual({ paths: [], servers: [] });
    const entries = [
      path(22),
      { ...path(22), via: 'gate' },
      { ...path(2222), survived: null, fatal: { ms: 300_000, at: 1, count: 2 } },
    ];
    learn(...entries);
    expect(store.flush()).toEqual({ ok: true, value: null });
    expect(store.left().paths).toEqual(entries);
  });

  it('writes once for all changes of some seconds, and nothing while nothing changes', () => {
    const { clock, learn, names, file, text } = setUp();
    for (let ms = 2000; ms < 50_000; ms += 1000) learn(path(22, ms));
    expect(names()).toEqual([]);
    clock.advance(5000);
    expect(names()).toEqual(['path-memory.json']);
    expect(text()).toContain('49000');
    const { mtimeMs } = statSync(file);
    clock.advance(3_600_000);
    expect(names()).toEqual(['path-memory.json']);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
    expect(clock.pending()).toBe(0);
  });

  it('leaves alone what another process has learnt of other places', () => {
    const { learn, store, folder, clock } = setUp();
    const other = createPathMemoryStore({ folder, clock, current: () => ({ paths: [path(2222)], servers: [] }) });
    learn(path(22));
    store.flush();
    other.noteChange(path(2222));
    other.flush();
    learn(path(22, 300_000));
    store.flush();
    expect(store.left().paths).toEqual([path(2222), path(22, 300_000)]);
  });

  it('keeps the file for its user alone, with known fields only', () => {
    const { learn, store, file, text } = setUp();
    learn({ ...path(22), password: 'secret' } as PathEntry);
    store.flush();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(text()).not.toContain('secret');
    expect(JSON.parse(text())).toEqual({ schemaVersion: 2, paths: [path(22)], servers: [] });
  });

  it('restores the newest backup of a damaged file', () => {
    const { learn, store, file, names } = setUp();
    for (const ms of [3000, 4000]) {
      learn(path(22, ms));
      store.flush();
    }
    writeFileSync(file, '{"schemaVersion": 1, "pat');
    expect(store.left().paths).toEqual([path(22, 3000)]);
    expect(names().some((name) => name.startsWith('path-memory.json.corrupt-'))).toBe(true);
  });

  it('leaves the file of a newer version alone, and tries again with the next change', () => {
    const { learn, store, file, text } = setUp();
    const newer = '{"schemaVersion": 3, "paths": {}}';
    writeFileSync(file, newer);
    learn(path(22));
    const message = expect.stringMatching(/^The notes on paths were written by a newer version/);
    expect(store.flush()).toMatchObject({ ok: false, failure: { code: 'storage-newer', message } });
    expect(text()).toBe(newer);
    rmSync(file);
    expect(store.flush()).toMatchObject({ ok: true });
    expect(store.left().paths).toEqual([path(22)]);
  });

  it('keeps the servers that answer no alive check, and leaves out what it cannot read of them', () => {
    const { learnServers, store, file, text } = setUp();
    const server: KnownServer = { hostName: 'web.example.com', portNumber: 22, ignoresChecksSince: 1_700_000_000_000 };
    learnServers(server);
    store.flush();
    expect(store.left()).toEqual({ paths: [], servers: [server] });
    const { servers } = JSON.parse(text());
    writeFileSync(
      file,
      JSON.stringify({
        schemaVersion: 1,
        paths: [],
        servers: [3, {}, { ...server, ignoresChecksSince: 'x' }, ...servers],
      }),
    );
    expect(store.left().servers).toEqual([server]);
    writeFileSync(file, JSON.stringify({ schemaVersion: 1, paths: [path(22)] }));
    expect(store.left()).toEqual({ paths: [path(22)], servers: [] });
  });

  it.each([
    ['no object', 3],
    ['no host', { ...path(22), hostName: null }],
    ['a silence that is none', { ...path(22), fatal: { ms: '5' } }],
    ['limits that contradict each other', { ...path(22), fatal: { ms: 1000, at: 1, count: 1 } }],
  ])('leaves out an entry with %s', (_what, entry) => {
    const { store, file } = setUp();
    writeFileSync(file, JSON.stringify({ schemaVersion: 1, paths: [entry, path(23)] }));
    expect(store.left().paths).toEqual([path(23)]);
  });
});
