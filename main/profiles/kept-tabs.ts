import type { SessionId, SessionSnapshot } from '#contract/session/session.ts';
import { type Layout, panesOf, withPanes } from '#contract/tabs/layout.ts';
import type { Tab } from '#contract/tabs/tab.ts';
import type { OpenPane, OpenTab } from './open-tabs.ts';

/** Tabs as they are written down for the next start. */
export function keptTabs(
  windows: readonly (readonly Tab[])[],
  sessions: readonly SessionSnapshot[],
): readonly OpenTab[] {
  const panes = new Map(sessions.map((session) => [session.id, paneOf(session)]));
  return windows.flatMap((tabs, window) =>
    tabs.map(({ layout, focused, isZoomed, name }) => {
      const ids = panesOf(layout);
      return {
        window,
        panes: ids.flatMap((id) => panes.get(id) ?? []),
        layout: withPanes(layout, (id) => ids.indexOf(id)),
        focused: ids.indexOf(focused),
        isZoomed,
        name,
      };
    }),
  );
}

/** The tabs of the last run, those of a window together, of sessions that `restore` makes of their panes. */
export function restoredTabs(
  left: readonly OpenTab[],
  restore: (pane: OpenPane) => SessionId,
  newTab: (session: SessionId) => Tab,
): readonly (readonly Tab[])[] {
  const windows = new Map<number, readonly Tab[]>();
  for (const { window, panes, layout, focused, isZoomed, name } of left) {
    const ids = panes.map(restore);
    const [first] = ids;
    if (first === undefined) continue;
    const own: Layout = withPanes(layout, (index) => ids[index] ?? first);
    const tab = { ...newTab(first), layout: own, focused: ids[focused] ?? first, isZoomed, name };
    windows.set(window, [...(windows.get(window) ?? []), tab]);
  }
  return [...windows.values()];
}

const paneOf = ({ name, savedAs, profile, config }: SessionSnapshot): OpenPane => ({
  name,
  savedAs,
  profile,
  ...(config === undefined ? {} : { config }),
});
