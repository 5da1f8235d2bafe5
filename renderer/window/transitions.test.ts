import { describe, expect, it } from 'vitest';
import type { SessionId } from '#contract/session/session.ts';
import { tabFor } from '#contract/testing/tabs.ts';
import { noSaved, snapshotOf } from '../testing/fake-bridge.ts';
import { filledTabs, nameOf, type ShellState } from './state.ts';
import { createShell } from './store.ts';
import {
  withActive,
  withActivities,
  withLooseInTabs,
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
    (state, session) => withLooseInTabs(withSession(state, session, 0), tabFor),
    createShell(noSaved).store.getState(),
  );

const idOf = ({ id }: { readonly id: SessionId }) => tabFor(id).id;
const order = (state: ShellState) => filledTabs(state).map(nameOf).join('');

describe('the tabs', () => {
  it('come at the right end, and the first one is shown', () => {
    expect(order(threeTabs())).toBe('abc');
    expect(threeTabs().activeId).toBe(idOf(a));
  });

  it('keep what the window knows when main tells of them again', () => {
    const titled = withTitles(threeTabs(), a.id, { title: 'vim', iconTitle: '' });
    const again = withSession(titled, { ...a, name: 'renamed' }, 5);
    expect(again.panes.get(a.id)).toMatchObject({
      titles: { title: 'vim' },
      receivedAt: 5,
      session: { name: 'renamed' },
    });
    expect(order(again)).toBe('renamedbc');
  });

  it('take over what passes through their sessions, with all else as it was', () => {
    const before = threeTabs();
    const { id, forwards, x11 } = b;
    const activity = { id, forwards, x11, keepalive: { ...b.keepalive, nullPacketsSent: 13 } };
    const after = withActivities(before, [activity, { ...activity, id: 'gone' as SessionId }], 5);
    expect(after.panes.get(id)).toEqual({ ...before.panes.get(id), session: { ...b, ...activity }, receivedAt: 5 });
    expect(after.panes.get(id)?.session.profile).toBe(b.profile);
    expect(after.panes.get(a.id)).toBe(before.panes.get(a.id));
    expect(order(after)).toBe('abc');
    expect(withActivities(before, [{ ...activity, id: 'gone' as SessionId }], 5)).toBe(before);
  });

  it('give way to their right neighbour when they close, and the last one to its left', () => {
    expect(withoutSession(withActive(threeTabs(), idOf(b)), b.id).activeId).toBe(idOf(c));
    expect(withoutSession(withActive(threeTabs(), idOf(c)), c.id).activeId).toBe(idOf(b));
    expect(withoutSession(threeTabs(), b.id).activeId).toBe(idOf(a));
    const none = [a, b, c].reduce((state, { id }) => withoutSession(state, id), threeTabs());
    expect(none.activeId).toBeNull();
  });

  it('are switched round the ends', () => {
    expect(withNeighbour(threeTabs(), -1).activeId).toBe(idOf(c));
    expect(withNeighbour(withActive(threeTabs(), idOf(c)), 1).activeId).toBe(idOf(a));
  });

  it('are moved no further than the ends', () => {
    expect(order(withMoved(threeTabs(), idOf(a), 1))).toBe('bac');
    expect(order(withMoved(threeTabs(), idOf(a), 9))).toBe('bca');
    const state = threeTabs();
    expect(withMoved(state, idOf(a), -1)).toBe(state);
  });

  it('are marked when something happens in them unseen, until they are shown', () => {
    const marked = withUnread(withUnread(threeTabs(), b.id, 'bell'), b.id, 'output');
    expect(marked.panes.get(b.id)?.unread).toBe('bell');
    expect(withActive(marked, idOf(b)).panes.get(b.id)?.unread).toBe('nothing');
    const state = threeTabs();
    expect(withUnread(state, a.id, 'output')).toBe(state);
  });
});

describe('what lies over the tabs', () => {
  it('goes with its tab, and with another tab being shown', () => {
    const finding = withOverlay(threeTabs(), { kind: 'find', id: a.id });
    expect(withActive(finding, idOf(b)).overlay.kind).toBe('none');
    expect(withoutSession(finding, a.id).overlay.kind).toBe('none');
    expect(withoutSession(finding, b.id).overlay.kind).toBe('find');
    const asking = withQuestion(threeTabs(), { kind: 'close-panes', ids: [a.id, b.id] });
    expect(withoutSession(asking, a.id).question.kind).toBe('none');
  });
});
