import type { SessionId } from '#contract/session/session.ts';
import { panesOf } from '#contract/tabs/layout.ts';
import { type Tab, tabWithout, type WindowId } from '#contract/tabs/tab.ts';

/**
 * Which window shows which sessions, and in which tabs. Windows arrange their own; main hands sessions to them, and
 * keeps it all for a window that reloads and for the next start.
 */
export interface Desk {
  readonly windowOf: (session: SessionId) => WindowId | null;
  /** What is told of sessions, by the windows that show them. */
  readonly byWindow: <T extends { readonly id: SessionId }>(
    told: readonly T[],
  ) => ReadonlyMap<WindowId | null, readonly T[]>;
  /** From left to right. A session that its window has not placed yet is in a tab of its own, at the right end. */
  readonly tabsOf: (window: WindowId) => readonly Tab[];
  /** Those of each window, and those that wait for one. */
  readonly allTabs: () => readonly (readonly Tab[])[];
  /** The window has opened this session, and is about to place it. */
  readonly take: (window: WindowId, session: SessionId) => void;
  /** A tab at the right end of a window; null: it waits for the next one that claims it. */
  readonly add: (window: WindowId | null, tab: Tab) => void;
  /** Gives a window the tabs that wait for one. */
  readonly claim: (window: WindowId) => readonly Tab[];
  /** The window has put its tabs so. What is not its own is left out; a session that it has not placed stays. */
  readonly arrange: (window: WindowId, tabs: readonly Tab[]) => void;
  /** Takes a tab, as it is, from one window to the right end of another. */
  readonly move: (from: WindowId, to: WindowId, tab: Tab) => void;
  readonly remove: (session: SessionId) => void;
}

export function createDesk(newTab: (session: SessionId) => Tab): Desk {
  const windows = new Map<SessionId, WindowId | null>();
  const tabs = new Map<WindowId | null, readonly Tab[]>();
  const placed = (window: WindowId | null) => tabs.get(window) ?? [];

  const windowOf = (session: SessionId) => windows.get(session) ?? null;

  const add = (window: WindowId | null, tab: Tab) => {
    for (const session of panesOf(tab.layout)) windows.set(session, window);
    tabs.set(window, [...placed(window), tab]);
  };

  return {
    windowOf,
    byWindow: <T extends { readonly id: SessionId }>(told: readonly T[]) => {
      const groups = new Map<WindowId | null, T[]>();
      for (const one of told) {
        const window = windowOf(one.id);
        const group = groups.get(window);
        if (group === undefined) groups.set(window, [one]);
        else group.push(one);
      }
      return groups;
    },
    tabsOf: placed,
    allTabs: () => [...new Set(windows.values())].map(placed),
    take: (window, session) => add(window, newTab(session)),
    add,
    claim: (window) => {
      const waiting = placed(null);
      tabs.delete(null);
      for (const tab of waiting) add(window, tab);
      return waiting;
    },
    arrange: (window, given) => {
      const seen = new Set<SessionId>();
      const isOwn = ({ layout }: Tab) =>
        panesOf(layout).every((session) => {
          if (windows.get(session) !== window || seen.has(session)) return false;
          seen.add(session);
          return true;
        });
      const own = given.filter(isOwn);
      const inTabs = new Set(own.flatMap(({ layout }) => panesOf(layout)));
      const left = [...windows].filter(([session, owner]) => owner === window && !inTabs.has(session));
      tabs.set(window, [...own, ...left.map(([session]) => newTab(session))]);
    },
    move: (from, to, tab) => {
      tabs.set(
        from,
        placed(from).filter(({ id }) => id !== tab.id),
      );
      add(to, tab);
    },
    remove: (session) => {
      const window = windows.get(session);
      if (window === undefined) return;
      windows.delete(session);
      tabs.set(
        window,
        placed(window).flatMap((tab) => tabWithout(tab, session) ?? []),
      );
    },
  };
}
