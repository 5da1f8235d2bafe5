import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { damagedCopies } from '../../../e2e/lab/damage.ts';
import { openSavedSessions } from './saved-sessions.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-damaged-sessions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fileName = 'saved-sessions.json';
const names = ['web', 'db', 'gate'];

/** The file as it is with three sessions, and its newest backup, which has two. */
function saved(): { readonly whole: Buffer; readonly backup: Buffer } {
  const store = openSavedSessions({ folder });
  for (const name of names)
    store.save({ name, folder: 'lab', profile: { ...defaultProfile, hostName: `${name}.lan` } });
  return { whole: readFileSync(join(folder, fileName)), backup: readFileSync(join(folder, `${fileName}.backup-1`)) };
}

it('a damaged file of sessions is read, or set aside as it is and its backup taken, and the user is told', () => {
  const { whole, backup } = saved();
  const told = new Set<boolean>();
  for (const { what, bytes } of damagedCopies(whole)) {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, `${fileName}.backup-1`), backup);
    writeFileSync(join(folder, fileName), bytes);
    const { sessions, notice } = openSavedSessions({ folder }).list();
    told.add(notice !== null);
    if (notice === null) {
      // Still a whole document, if perhaps with other words in it, or without a session that has become unreadable.
      expect(readFileSync(join(folder, fileName)).equals(bytes), what).toBe(true);
      continue;
    }
    expect(notice, what).toMatch(/^(?!.*(undefined|NaN|Error:))[A-Z].*\.$/s);
    const aside = readdirSync(folder).filter((name) => name.includes('.corrupt-'));
    const isKept = [fileName, ...aside].some((name) => readFileSync(join(folder, name)).equals(bytes));
    expect(isKept, what).toBe(true);
    if (aside.length > 0) expect(sessions.map(({ name }) => name).toSorted(), what).toEqual(['db', 'web']);
  }
  expect(told).toEqual(new Set([true, false]));
});
