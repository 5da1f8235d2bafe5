import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { paneAlone } from '#contract/tabs/layout.ts';
import { createFakeClock } from '../keepalive/testing/fake-clock.ts';
import { createOpenTabs, type OpenPane, type OpenTab, openTabOf } from './open-tabs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-open-tabs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pane: OpenPane = { name: 'Web', savedAs: 'Web', profile: { ...defaultProfile, hostName: 'web.example.com' } };
const web = openTabOf(pane);
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
    const tab = { ...pane, savedAs: null, config: { host: 'web', own: { rows: 50 } } };
    writeFileSync(file(), JSON.stringify([tab, { ...tab, config: { host: 7 } }, { ...tab, config: 'web' }]));
    const { config: _left, ...without } = tab;
    expect(setUp().open.left()).toEqual([tab, without, without].map((one) => openTabOf(one)));
  });

  it('are there under the longest name that one has without the help of its user', () => {
    const { clock, change } = setUp();
    const [userName, hostName] = ['u'.repeat(255), 'h'.repeat(255)];
    const profile = { ...pane.profile, userName, hostName };
    const tab = openTabOf({ name: `${userName}@${hostName}`, savedAs: null, profile });
    change([tab]);
    clock.advance(500);
    expect(setUp().open.left()).toEqual([tab]);
  });

  it('are not looked at when a session has only sent a null packet, but when its name or its settings changed', () => {
    const { clock, open } = setUp();
    const isNoted = (session: Pick<OpenPane, 'name' | 'profile'>) => {
      open.noteSession(session);
      const noted = clock.pending() > 0;
      clock.advance(500);
      return noted;
    };
    expect([isNoted(pane), isNoted({ ...pane })]).toEqual([true, false]);
    expect([isNoted({ ...pane, name: 'Mail' }), isNoted({ ...pane, name: 'Mail' })]).toEqual([true, false]);
    expect(isNoted({ ...pane, name: 'Mail', profile: { ...pane.profile, rows: 50 } })).toBe(true);
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
    writeFileSync(file(), JSON.stringify([pane, { ...pane, profile: { portNumber: 'x' } }, 7, { ...pane, name: 8 }]));
    expect(setUp().open.left()).toEqual([web]);
  });

  it('hold nothing that a profile does not', () => {
    const { clock, change } = setUp();
    change([web]);
    clock.advance(500);
    expect(Object.keys(JSON.parse(readFileSync(file(), 'utf8'))[0])).toEqual(['name', 'savedAs', 'profile']);
  });

  it('are there with their panes as they lay', () => {
    const other: OpenPane = { ...pane, name: 'Other', savedAs: null };
    const split: OpenTab = {
      window: 0,
      panes: [pane, other],
      layout: { kind: 'split', axis: 'column', share: 0.3, first: paneAlone(1), second: paneAlone(0) },
      focused: 1,
      isZoomed: true,
      name: 'both',
    };
    const named: OpenTab = { ...web, name: 'mine' };
    const { clock, change } = setUp();
    change([split, web, named]);
    clock.advance(500);
    expect(setUp().open.left()).toEqual([split, web, named]);
  });

  it('are there in the windows that they were in, or in the first one where that cannot be read', () => {
    const second = openTabOf(pane, 1);
    const named: OpenTab = { ...second, name: 'mine' };
    const { clock, change } = setUp();
    change([web, second, named]);
    clock.advance(500);
    expect(setUp().open.left()).toEqual([web, second, named]);
    const odd = [-1, 1.5, 1e9, 'x', null];
    writeFileSync(file(), JSON.stringify(odd.map((window) => ({ ...pane, window }))));
    expect(setUp().open.left()).toEqual(odd.map(() => web));
  });

  it('are tabs of their own where a layout cannot be read, or not all that lay in it', () => {
    const layout = { kind: 'split', axis: 'row', share: 0.5, first: paneAlone(0), second: paneAlone(1) };
    const split = { window: 0, panes: [pane, pane], layout, focused: 0, isZoomed: false, name: '' };
    const damaged = [
      { ...split, layout: { ...layout, axis: 7 } },
      { ...split, panes: [pane, { ...pane, name: 8 }] },
    ];
    writeFileSync(file(), JSON.stringify([...damaged, { ...split, focused: 9, isZoomed: 'yes', name: 7 }]));
    const [first, second, third, whole, ...more] = setUp().open.left();
    expect([first, second, third]).toEqual([web, web, web]);
    expect(whole).toEqual({ ...split, focused: 0, isZoomed: false, name: '' });
    expect(more).toEqual([]);
  });
});
