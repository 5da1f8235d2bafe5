import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session/session.ts';
import { type Edge, type Layout, maxPanes, panesOf, type Side, withJoined, withPanes } from '#contract/tabs/layout.ts';
import { type Tab, type TabId, tabWithout } from '#contract/tabs/tab.ts';
import { type ShellState, tabOf } from '../../window/state.ts';
import { withActive, withMoved, withoutTab, withTab, withTabChanged } from '../../window/transitions.ts';
import { splitPane } from './pane-transitions.ts';
import { fits } from './room.ts';

/** Where a session that is opened is to be shown. */
export type Where =
  | { readonly kind: 'own-tab' }
  | { readonly kind: 'beside'; readonly id: SessionId; readonly side: Side };

/** Shows the session of a new tab in its place, in front; in that tab where the pane has gone that it was to lie beside. */
export function withPlaced(state: ShellState, tab: Tab, where: Where): ShellState {
  const beside = where.kind === 'beside' ? tabOf(state, where.id) : null;
  if (where.kind === 'own-tab' || beside === null) return withActive(withTab(state, tab), tab.id);
  const split = splitPane(beside, where.id, where.side, tab.focused);
  return withActive(withTabChanged(state, split), split.id);
}

/** `why`: a sentence. */
export type Joined =
  | { readonly kind: 'joined'; readonly state: ShellState }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Puts all panes of a tab beside a pane of another one, which is in front then. Unchanged where that would be the same
 * tab; refused where there is no room for them.
 */
export function withJoinedTab(state: ShellState, id: TabId, beside: SessionId, edge: Edge): Joined {
  const joining = state.tabs.find((tab) => tab.id === id);
  const tab = tabOf(state, beside);
  if (joining === undefined || tab === null || tab.id === id) return { kind: 'joined', state };
  const layout = withJoined(tab.layout, beside, edge, joining.layout);
  if (panesOf(layout).length > maxPanes) return { kind: 'refused', why: tooManyPanes() };
  const sizeOf = (pane: SessionId) => state.panes.get(pane)?.size ?? null;
  if (!fits(layout, tab, sizeOf)) {
    return { kind: 'refused', why: t('There is no room for that tab here: panes would be too small.') };
  }
  const joined = { ...tab, layout, focused: joining.focused, isZoomed: false };
  return { kind: 'joined', state: withActive(withTabChanged(withoutTab(state, id), joined), tab.id) };
}

/** Why a tab takes no more panes. */
export const tooManyPanes = () => t('A tab has at most {count} panes.', { count: maxPanes });

/**
 * Takes a pane out of its tab into a new one, which is in front then: at an index among the tabs that are there, or at the
 * right of its tab. Unchanged where it is alone in its tab already.
 */
export function withPaneInTab(state: ShellState, alone: Tab, at?: number): ShellState {
  const tab = tabOf(state, alone.focused);
  const rest = tab === null ? null : tabWithout(tab, alone.focused);
  if (tab === null || rest === null) return state;
  const left = withTab(withTabChanged(state, rest), alone);
  return withActive(withMoved(left, alone.id, at ?? state.tabs.indexOf(tab) + 1), alone.id);
}

/** The same tab of other sessions; null where none of them could be opened. Those that could not leave no gap. */
export function tabOfOthers(
  tab: Tab,
  others: ReadonlyMap<SessionId, SessionId>,
  newTab: (session: SessionId) => Tab,
): Tab | null {
  const opened = panesOf(tab.layout).flatMap((id) => others.get(id) ?? []);
  const [first] = opened;
  const layout = first === undefined ? null : layoutOfOthers(tab.layout, others);
  if (first === undefined || layout === null) return null;
  return { ...newTab(first), layout, focused: others.get(tab.focused) ?? first, name: tab.name };
}

function layoutOfOthers(layout: Layout, others: ReadonlyMap<SessionId, SessionId>): Layout | null {
  if (layout.kind === 'split') {
    const first = layoutOfOthers(layout.first, others);
    const second = layoutOfOthers(layout.second, others);
    return first === null || second === null ? (first ?? second) : { ...layout, first, second };
  }
  const other = others.get(layout.pane);
  return other === undefined ? null : withPanes(layout, () => other);
}
