import { describe, expect, it } from 'vitest';
import type { SessionId } from '#contract/session/session.ts';
import { withSplit } from '#contract/tabs/layout.ts';
import type { Tab, WindowId } from '#contract/tabs/tab.ts';
import { tabFor } from '#contract/testing/tabs.ts';
import { createDesk } from '../session/desk.ts';
import type { Registry } from '../session/registry.ts';
import type { Windows } from '../windows/windows.ts';
import { createDealer } from './tab-dealer.ts';

const [a, b, c] = ['a', 'b', 'c'] as unknown as [SessionId, SessionId, SessionId];
const both: Tab = { ...tabFor(a), layout: withSplit(tabFor(a).layout, a, 'right', b) };
const alone = tabFor(c);

/** Two windows beside each other, of which the second was used last. */
function setUp(listening: WindowId | null = 2) {
  const sent: unknown[] = [];
  const removed: SessionId[] = [];
  const open = new Set<WindowId>([1, 2]);
  const windows = {
    ids: () => [...open],
    browserOf: (id: WindowId) => ({ getBounds: () => ({ x: id * 1000, y: 0, width: 800, height: 600 }) }),
    openAnother: () => {
      open.add(3);
      return 3;
    },
    listening: () => listening,
    focus: () => undefined,
    discard: (id: WindowId) => open.delete(id),
    sendTo: (id: WindowId, name: string, payload: { readonly id?: unknown; readonly tab?: Tab }) =>
      sent.push([id, name, payload.tab?.id ?? payload.id]),
  } as unknown as Windows;
  const registry = { get: () => undefined, remove: (id: SessionId) => removed.push(id) } as unknown as Registry;
  const desk = createDesk(tabFor);
  return { desk, sent, removed, open, dealer: createDealer({ desk, registry, windows }) };
}

describe('tabs that windows have not opened', () => {
  it('go to the window that was used last, and wait while none listens', () => {
    const { dealer, desk, sent } = setUp();
    dealer.deal(both);
    expect(sent).toEqual([[2, 'tabs.given', both.id]]);
    expect(desk.tabsOf(2)).toEqual([both]);
    const early = setUp(null);
    early.dealer.deal(both);
    expect(early.sent).toEqual([]);
    early.dealer.dealWaiting(1);
    expect(early.sent).toEqual([[1, 'tabs.given', both.id]]);
  });
});

describe('a tab that is taken away', () => {
  it('goes to a new window, or to the one that it was let go over', () => {
    const { dealer, desk, sent } = setUp();
    for (const tab of [both, alone]) desk.add(1, tab);
    dealer.move(1, both.id, { kind: 'dropped', x: 1400, y: 300 });
    expect(desk.tabsOf(3)).toEqual([both]);
    expect(sent).toEqual([
      [1, 'tabs.taken', both.id],
      [3, 'tabs.given', both.id],
    ]);
    dealer.move(3, both.id, { kind: 'dropped', x: 2400, y: 300 });
    expect(desk.tabsOf(2)).toEqual([both]);
  });

  it('closes the window that it was the last one of, and stays where that would change nothing', () => {
    const { dealer, desk, open } = setUp();
    desk.add(1, both);
    dealer.move(1, both.id, { kind: 'new' });
    expect(desk.tabsOf(1)).toEqual([both]);
    dealer.move(1, both.id, { kind: 'window', id: 2 });
    expect(desk.tabsOf(2)).toEqual([both]);
    expect([...open]).toEqual([2]);
    dealer.move(2, alone.id, { kind: 'new' });
    expect([...open]).toEqual([2]);
  });
});

describe('a window that closes', () => {
  it('ends its own sessions, or leaves them to another one while the program quits', () => {
    const { dealer, desk, removed } = setUp();
    desk.add(1, both);
    desk.add(2, alone);
    dealer.handleClosed(1, true);
    expect(desk.tabsOf(2)).toEqual([alone, both]);
    expect(removed).toEqual([]);
    const plain = setUp();
    plain.desk.add(1, both);
    plain.dealer.handleClosed(1, false);
    expect(plain.removed).toEqual([a, b]);
  });
});
