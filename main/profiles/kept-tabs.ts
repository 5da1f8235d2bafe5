import { type Layout, panesOf, withPanes } from '#contract/layout.ts';
import type { SessionId, SessionSnapshot } from '#contract/session.ts';
import { type Tab, tabAlone } from '#contract/tab.ts';
import type { OpenPane, OpenTab } from './open-tabs.ts';

/** Tabs as they are written down for the next start. */
export function keptTabs(tabs: readonly Tab[], sessions: readonly SessionSnapshot[]): readonly OpenTab[] {
  const panes = new Map(sessions.map((session) => [session.id, paneOf(session)]));
  return tabs.map(({ layout, focused, isZoomed, name }) => {
    const ids = panesOf(layout);
    return {
      panes: ids.flatMap((id) => panes.get(id) ?? []),
      layout: withPanes(layout, (id) => ids.indexOf(id)),
      focused: ids.indexOf(focused),
      isZoomed,
      name,
    };
  });
}

/** The tabs of the last run, of sessions that `restore` makes of their panes. */
export function restoredTabs(left: readonly OpenTab[], restore: (pane: OpenPane) => SessionId): readonly Tab[] {
  return left.flatMap(({ panes, layout, focused, isZoomed, name }) => {
    const ids = panes.map(restore);
    const [first] = ids;
    if (first === undefined) return [];
    const own: Layout = withPanes(layout, (index) => ids[index] ?? first);
    return [{ ...tabAlone(first), layout: own, focused: ids[focused] ?? first, isZoomed, name }];
  });
}

const paneOf = ({ name, savedAs, profile, config }: SessionSnapshot): OpenPane => ({
  name,
  savedAs,
  profile,
  ...(config === undefined ? {} : { config }),
});
