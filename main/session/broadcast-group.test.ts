import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionId } from '#contract/session/session.ts';
import { type BroadcastGroup, createBroadcastGroup } from './broadcast-group.ts';

const [web, db, mail] = ['web', 'db', 'mail'] as unknown as readonly [SessionId, SessionId, SessionId];
const typed = { kind: 'typed', text: 'ls' } as const;

describe('panes that share what is typed over windows', () => {
  let windows: Map<SessionId, number>;
  let told: (readonly SessionId[])[];
  let given: [number, readonly SessionId[], string][];
  let group: BroadcastGroup;
  beforeEach(() => {
    windows = new Map([
      [web, 1],
      [db, 1],
      [mail, 2],
    ]);
    told = [];
    given = [];
    group = createBroadcastGroup({
      windowOf: (session) => windows.get(session) ?? null,
      onChange: (members) => told.push(members),
      deliver: (to, sessions, { text }) => given.push([to, sessions, text]),
    });
  });

  it('get it from any of them, in each window but the one that it was typed in', () => {
    group.pick([web, db, mail]);
    group.give(1, web, typed);
    group.give(2, mail, typed);
    expect(given).toEqual([
      [2, [mail], 'ls'],
      [1, [web, db], 'ls'],
    ]);
  });

  it('get nothing from a pane that is not among them, or is not of the window that says so', () => {
    group.pick([web, mail]);
    group.give(1, db, typed);
    group.give(1, mail, typed);
    expect(given).toEqual([]);
  });

  it('follow a pane to another window', () => {
    group.pick([web, db]);
    windows.set(db, 3);
    group.give(1, web, typed);
    expect(given).toEqual([[3, [db], 'ls']]);
  });

  it('share nothing once they are fewer than two, or nobody wants it', () => {
    group.pick([web, db, mail]);
    group.handleRemoved(db);
    group.handleRemoved(mail);
    group.pick([web, 'gone' as SessionId]);
    group.pick([web, mail]);
    group.pick([]);
    expect(told).toEqual([[web, db, mail], [web, mail], [], [web, mail], []]);
  });

  it('share nothing once a window that has one of them closes', () => {
    group.pick([web, db]);
    group.handleClosed(2);
    expect(group.members()).toEqual([web, db]);
    group.handleClosed(1);
    expect(group.members()).toEqual([]);
  });
});
