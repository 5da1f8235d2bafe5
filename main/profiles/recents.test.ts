import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeClock } from '../keepalive/testing/fake-clock.ts';
import { createRecents } from './recents.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-recents-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setUp() {
  const clock = createFakeClock();
  const onChange = vi.fn();
  let now = 1_000_000;
  const recents = createRecents({ folder, clock, wallClock: () => now, onChange });
  const pass = (ms: number) => {
    now += ms;
    clock.advance(ms);
  };
  return { recents, onChange, pass };
}
const file = () => join(folder, 'recents.json');

describe('what was used of late', () => {
  it('is there again in the next run, the latest first', () => {
    const { recents, pass } = setUp();
    recents.noteUsed('a');
    pass(5000);
    recents.noteUsed('b');
    recents.noteTyped('ada@web');
    recents.noteTyped('db:2222');
    recents.noteTyped('ada@web');
    recents.flush();
    expect(setUp().recents.list()).toEqual({
      used: [
        { name: 'b', at: 1_005_000 },
        { name: 'a', at: 1_000_000 },
      ],
      typed: ['ada@web', 'db:2222'],
    });
    expect(statSync(file()).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['recents.json']);
  });

  it('notes a session that stays in use once a minute, and writes soon after', () => {
    const { recents, onChange, pass } = setUp();
    for (let second = 0; second < 61; second += 1) {
      recents.noteUsed('a');
      pass(1000);
    }
    recents.noteUsed('a');
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ used: [{ name: 'a' }] });
  });

  it('keeps twenty of what was typed, and forgets it when asked', () => {
    const { recents } = setUp();
    for (let index = 0; index < 25; index += 1) recents.noteTyped(`host${index}`);
    expect(recents.list().typed).toHaveLength(20);
    expect(recents.list().typed[0]).toBe('host24');
    recents.clearTyped();
    recents.flush();
    expect(setUp().recents.list().typed).toEqual([]);
  });

  it.each([
    '{',
    '[]',
    'null',
    '{"used": 3, "typed": {}}',
    '{"used": [{"name": "a\\n", "at": 1}, {"name": "a"}], "typed": [7]}',
  ])('is empty where the file says %s', (text) => {
    writeFileSync(file(), text);
    expect(setUp().recents.list()).toEqual({ used: [], typed: [] });
  });
});
