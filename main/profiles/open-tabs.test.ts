import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile.ts';
import { createFakeClock } from '../keepalive/testing/fake-clock.ts';
import { createOpenTabs, type OpenTab } from './open-tabs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-open-tabs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const web: OpenTab = { name: 'Web', savedAs: 'Web', profile: { ...defaultProfile, hostName: 'web.example.com' } };
const file = () => join(folder, 'open-tabs.json');

function setUp() {
  const clock = createFakeClock();
  let tabs: readonly OpenTab[] = [];
  const open = createOpenTabs({ folder, clock, current: () => tabs });
  const change = (changed: readonly OpenTab[]) => {
    tabs = changed;
    open.noteChange();
  };
  return { clock, open, change };
}

describe('the open tabs', () => {
  it('are there at the next start', () => {
    const { clock, open, change } = setUp();
    expect(open.left()).toEqual([]);
    change([web]);
    clock.advance(500);
    expect(setUp().open.left()).toEqual([web]);
  });

  it('are there with what they were asked for of ~/.ssh/config, or without it if that cannot be read', () => {
    const tab = { ...web, savedAs: null, config: { host: 'web', own: { rows: 50 } } };
    writeFileSync(file(), JSON.stringify([tab, { ...tab, config: { host: 7 } }, { ...tab, config: 'web' }]));
    const { config: _left, ...without } = tab;
    expect(setUp().open.left()).toEqual([tab, without, without]);
  });

  it('are there under the longest name that one has without the help of its user', () => {
    const { clock, change } = setUp();
    const [userName, hostName] = ['u'.repeat(255), 'h'.repeat(255)];
    const tab = { name: `${userName}@${hostName}`, savedAs: null, profile: { ...web.profile, userName, hostName } };
    change([tab]);
    clock.advance(500);
    expect(setUp().open.left()).toEqual([tab]);
  });

  it('are written once for a burst of changes, and as they are when the program ends', () => {
    const { open, change } = setUp();
    change([web]);
    change([web, web]);
    open.stop();
    change([]);
    expect(setUp().open.left()).toEqual([web, web]);
    expect(readdirSync(folder)).toEqual(['open-tabs.json']);
    open.start();
    change([web]);
    open.stop();
    expect(setUp().open.left()).toEqual([web]);
  });

  it('are none where the file is damaged, and leave out a tab that cannot be read', () => {
    writeFileSync(file(), '[{"name": "Web", "savedAs": nu');
    expect(setUp().open.left()).toEqual([]);
    writeFileSync(file(), JSON.stringify([web, { ...web, profile: { portNumber: 'x' } }, 7, { ...web, name: 8 }]));
    expect(setUp().open.left()).toEqual([web]);
  });

  it('hold nothing that a profile does not', () => {
    const { clock, change } = setUp();
    change([web]);
    clock.advance(500);
    expect(Object.keys(JSON.parse(readFileSync(file(), 'utf8'))[0])).toEqual(['name', 'savedAs', 'profile']);
  });
});
