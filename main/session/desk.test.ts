import { describe, expect, it } from 'vitest';
import type { SessionId } from '#contract/session/session.ts';
import { withSplit } from '#contract/tabs/layout.ts';
import type { Tab } from '#contract/tabs/tab.ts';
import { tabFor } from '#contract/testing/tabs.ts';
import { createDesk } from './desk.ts';

const [a, b, c] = ['a', 'b', 'c'] as unknown as [SessionId, SessionId, SessionId];
const both: Tab = { ...tabFor(a), layout: withSplit(tabFor(a).layout, a, 'right', b), focused: b, isZoomed: true };

describe('the desk', () => {
  it('gives a session that its window has not placed a tab of its own, at the right end', () => {
    const desk = createDesk(tabFor);
    for (const session of [a, b, c]) desk.take(1, session);
    expect(desk.tabsOf(1)).toEqual([a, b, c].map(tabFor));
    desk.arrange(1, [tabFor(c), both]);
    expect(desk.tabsOf(1)).toEqual([tabFor(c), both]);
    desk.arrange(1, [both]);
    expect(desk.tabsOf(1)).toEqual([both, tabFor(c)]);
  });

  it('groups what is told of sessions by the windows that show them', () => {
    const desk = createDesk(tabFor);
    desk.take(1, a);
    desk.take(2, b);
    desk.take(1, c);
    const told = [a, b, c].map((id) => ({ id }));
    expect([...desk.byWindow(told)]).toEqual([
      [1, [{ id: a }, { id: c }]],
      [2, [{ id: b }]],
    ]);
  });

  it('keeps tabs for a window that comes, once', () => {
    const desk = createDesk(tabFor);
    desk.add(null, both);
    expect(desk.windowOf(a)).toBeNull();
    expect(desk.allTabs()).toEqual([[both]]);
    expect(desk.claim(1)).toEqual([both]);
    expect(desk.claim(2)).toEqual([]);
    expect(desk.tabsOf(1)).toEqual([both]);
    expect(desk.windowOf(b)).toBe(1);
  });

  it('lets a window arrange what is its own alone, and nothing twice', () => {
    const desk = createDesk(tabFor);
    desk.take(1, a);
    desk.take(2, b);
    desk.arrange(1, [both]);
    expect(desk.tabsOf(1)).toEqual([tabFor(a)]);
    desk.arrange(1, [tabFor(a), { ...tabFor(a), name: 'again' }]);
    expect(desk.tabsOf(1)).toEqual([tabFor(a)]);
    expect(desk.allTabs()).toEqual([[tabFor(a)], [tabFor(b)]]);
  });

  it('takes a tab with all of its sessions to another window, from which alone it is arranged then', () => {
    const desk = createDesk(tabFor);
    desk.add(1, both);
    desk.add(1, tabFor(c));
    desk.move(1, 2, both);
    expect([desk.tabsOf(1), desk.tabsOf(2)]).toEqual([[tabFor(c)], [both]]);
    desk.arrange(1, [both]);
    expect(desk.tabsOf(1)).toEqual([tabFor(c)]);
    expect(desk.windowOf(b)).toBe(2);
  });

  it('takes a session that has gone out of its tab, and the tab with the last one', () => {
    const desk = createDesk(tabFor);
    desk.add(1, both);
    desk.remove(b);
    expect(desk.tabsOf(1)).toEqual([tabFor(a)]);
    desk.remove(a);
    desk.remove(a);
    expect(desk.allTabs()).toEqual([]);
    expect(desk.windowOf(a)).toBeNull();
  });
});
