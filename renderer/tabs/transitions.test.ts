import { describe, expect, it } from 'vitest';
import { noSaved, snapshotOf } from '../testing/fake-bridge.ts';
import type { ShellState } from './state.ts';
import { createShell } from './store.ts';
import {
  withActive,
  withMoved,
  withNeighbour,
  withOverlay,
  withoutSession,
  withQuestion,
  withSession,
  withTitles,
  withUnread,
} from './transitions.ts';

const [a, b, c] = ['a', 'b', 'c'].map((name) => snapshotOf(name)) as [
  ReturnType<typeof snapshotOf>,
  ReturnType<typeof snapshotOf>,
  ReturnType<typeof snapshotOf>,
];

const threeTabs = (): ShellState =>
  [a, b, c].reduce<ShellState>(
    (state, session) => withSession(state, session, 0),
    createShell(noSaved).store.getState(),
  );

const order = (state: ShellState) => state.order.map((id) => state.tabs.get(id)?.session.name).join('');

describe('the tabs', () => {
  it('come at the right end, and the first one is shown', () => {
    expect(order(threeTabs())).toBe('abc');
    expect(threeTabs().activeId).toBe(a.id);
  });

  it('keep what the window knows when main tells of them again', () => {
    const titled = withTitles(threeTabs(), a.id, { title: 'vim', iconTitle: '' });
    const again = withSession(titled, { ...a, name: 'renamed' }, 5);
    expect(again.tabs.get(a.id)).toMatchObject({
      titles: { title: 'vim' },
      receivedAt: 5,
      session: { name: 'renamed' },
    });
    expect(order(again)).toBe('renamedbc');
  });

  it('give way to their right neighbour when they close, and the last one to its left', () => {
    expect(withoutSession(withActive(threeTabs(), b.id), b.id).activeId).toBe(c.id);
    expect(withoutSession(withActive(threeTabs(), c.id), c.id).activeId).toBe(b.id);
    expect(withoutSession(threeTabs(), b.id).activeId).toBe(a.id);
    const none = [a, b, c].reduce((state, { id }) => withoutSession(state, id), threeTabs());
    expect(none.activeId).toBeNull();
  });

  it('are switched round the ends', () => {
    expect(withNeighbour(threeTabs(), -1).activeId).toBe(c.id);
    expect(withNeighbour(withActive(threeTabs(), c.id), 1).activeId).toBe(a.id);
  });

  it('are moved no further than the ends', () => {
    expect(order(withMoved(threeTabs(), a.id, 1))).toBe('bac');
    expect(order(withMoved(threeTabs(), a.id, 9))).toBe('bca');
    const state = threeTabs();
    expect(withMoved(state, a.id, -1)).toBe(state);
  });

  it('are marked when something happens in them unseen, until they are shown', () => {
    const marked = withUnread(withUnread(threeTabs(), b.id, 'bell'), b.id, 'output');
    expect(marked.tabs.get(b.id)?.unread).toBe('bell');
    expect(withActive(marked, b.id).tabs.get(b.id)?.unread).toBe('nothing');
    const state = threeTabs();
    expect(withUnread(state, a.id, 'output')).toBe(state);
  });
});

describe('what lies over the tabs', () => {
  it('goes with its tab, and with another tab being shown', () => {
    const finding = withOverlay(threeTabs(), { kind: 'find', id: a.id });
    expect(withActive(finding, b.id).overlay.kind).toBe('none');
    expect(withoutSession(finding, a.id).overlay.kind).toBe('none');
    expect(withoutSession(finding, b.id).overlay.kind).toBe('find');
    const asking = withQuestion(threeTabs(), { kind: 'close-tab', id: a.id });
    expect(withoutSession(asking, a.id).question.kind).toBe('none');
  });
});
