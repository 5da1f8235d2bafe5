import type { SessionId } from '#contract/session/session.ts';
import { type Axis, panesOf, type Side, type SplitPath, withShare, withSplit } from '#contract/tabs/layout.ts';
import { type Direction, dividerAround, neighbourOf } from '#contract/tabs/layout-places.ts';
import type { Tab } from '#contract/tabs/tab.ts';
import { type SizeOf, shareBounds, withinBounds } from './room.ts';

/** Pure steps from one form of a tab to the next. A step that changes nothing returns the same tab. */

/** What one press of a key moves a divider by: a part of its split. */
const resizeStep = 0.04;

/** Puts a session beside one of the tab's, and gives it the keyboard. */
export const splitPane = (tab: Tab, beside: SessionId, side: Side, session: SessionId): Tab => {
  const layout = withSplit(tab.layout, beside, side, session);
  return layout === tab.layout ? tab : { ...tab, layout, focused: session, isZoomed: false };
};

export const focusPane = (tab: Tab, session: SessionId): Tab =>
  tab.focused === session || !panesOf(tab.layout).includes(session) ? tab : { ...tab, focused: session };

/** Gives the keyboard to the next pane in a direction; one that fills the tab hands that on. */
export function focusNeighbour(tab: Tab, direction: Direction): Tab {
  const next = neighbourOf(tab.layout, tab.focused, direction);
  return next === null ? tab : { ...tab, focused: next };
}

/** One pane fills the tab, or all are there again. */
export const toggleZoom = (tab: Tab): Tab => (tab.layout.kind === 'pane' ? tab : { ...tab, isZoomed: !tab.isZoomed });

export const sharePanes = (tab: Tab, path: SplitPath, share: number): Tab => ({
  ...tab,
  layout: withShare(tab.layout, path, share),
});

/** Moves the divider nearest to the focused pane by a step in a direction, as far as there is room. */
export function moveDivider(tab: Tab, direction: Direction, sizeOf: SizeOf): Tab {
  const axis: Axis = direction === 'left' || direction === 'right' ? 'row' : 'column';
  const divider = tab.isZoomed ? null : dividerAround(tab.layout, tab.focused, axis);
  if (divider === null) return tab;
  const by = direction === 'left' || direction === 'up' ? -resizeStep : resizeStep;
  const bounds = shareBounds(tab.layout, divider, sizeOf);
  return sharePanes(tab, divider.path, withinBounds(divider.share + by, bounds));
}
