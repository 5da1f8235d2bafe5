import { isRecord } from '../json.ts';
import type { SessionId } from '../session/session.ts';
import { type Layout, paneAlone, panesOf, parseLayout, withoutPane } from './layout.ts';

/** Names a tab for its whole life: in whichever window it is. */
export type TabId = string & { readonly brand: 'TabId' };

/** Names a window of the program for as long as it is open. */
export type WindowId = number;

/** A tab: one session, or several in panes. Windows arrange their tabs, and main keeps that for them. */
export interface Tab {
  readonly id: TabId;
  readonly layout: Layout;
  /** The pane that has the keyboard while the tab is in front. */
  readonly focused: SessionId;
  /** That pane fills the tab, and the others wait behind it. */
  readonly isZoomed: boolean;
  /** Given by the user to a tab of several panes; empty: the name of its focused pane. */
  readonly name: string;
}

/** Characters at most in the name of a tab; more could not be read in one. */
export const maxTabNameLength = 128;

/** A tab of one session, by an id that no other tab has. */
export const tabAlone = (session: SessionId, id: TabId): Tab => ({
  id,
  layout: paneAlone(session),
  focused: session,
  isZoomed: false,
  name: '',
});

/** The tab without a pane, whose place and keyboard go to its neighbours; null where it was the last one. */
export function tabWithout(tab: Tab, session: SessionId): Tab | null {
  const layout = withoutPane(tab.layout, session);
  if (layout === null || layout === tab.layout) return layout === null ? null : tab;
  if (tab.focused !== session) return { ...tab, layout, isZoomed: tab.isZoomed && layout.kind === 'split' };
  const left = panesOf(layout);
  const focused = left[Math.min(panesOf(tab.layout).indexOf(session), left.length - 1)];
  return focused === undefined ? null : { ...tab, layout, focused, isZoomed: false };
}

/** Reads a tab that came as JSON; null where it is none. */
export function parseTab(data: unknown): Tab | null {
  if (!isRecord(data)) return null;
  const { id, focused, isZoomed, name } = data;
  const layout = parseLayout(data.layout, readId<SessionId>);
  if (layout === null || readId<TabId>(id) === null) return null;
  if (typeof isZoomed !== 'boolean' || typeof name !== 'string' || name.length > maxTabNameLength) return null;
  const pane = panesOf(layout).find((one) => one === focused);
  return pane === undefined ? null : { id: id as TabId, layout, focused: pane, isZoomed, name };
}

const readId = <Id extends string>(data: unknown): Id | null =>
  typeof data === 'string' && /^[\w-]{1,64}$/.test(data) ? (data as Id) : null;
