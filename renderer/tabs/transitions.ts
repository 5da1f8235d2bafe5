import type { SessionId, SessionSnapshot } from '#contract/session.ts';
import type { Overlay, Question, ShellState, Tab } from './state.ts';

/** Pure steps from one state of the window to the next. A step that changes nothing returns the same state. */

const nothing = { kind: 'none' } as const;

const freshTab = {
  titles: { title: '', iconTitle: '' },
  size: null,
  clipboardWrite: null,
  unread: 'nothing',
} as const satisfies Partial<Tab>;

/** Takes over what main says of a session; one that is new gets a tab at the right end. */
export function withSession(state: ShellState, session: SessionSnapshot, receivedAt: number): ShellState {
  const known = state.tabs.get(session.id);
  const tab: Tab = known ? { ...known, session, receivedAt } : { session, receivedAt, ...freshTab };
  return {
    ...state,
    tabs: new Map(state.tabs).set(session.id, tab),
    order: known ? state.order : [...state.order, session.id],
    activeId: state.activeId ?? session.id,
  };
}

/** Removes a tab; its right neighbour takes its place, or the left one where there is none. */
export function withoutSession(state: ShellState, id: SessionId): ShellState {
  if (!state.tabs.has(id)) return state;
  const tabs = new Map(state.tabs);
  tabs.delete(id);
  const index = state.order.indexOf(id);
  const order = state.order.filter((other) => other !== id);
  const { overlay, question } = state;
  const left = {
    ...state,
    tabs,
    order,
    overlay: belongsTo(overlay, id) ? nothing : overlay,
    question: belongsTo(question, id) ? nothing : question,
  };
  const neighbour = order[Math.min(index, order.length - 1)] ?? null;
  return state.activeId === id ? withActive(left, neighbour) : left;
}

/** Shows a tab, and with that marks it as read. What belonged to the tab before goes. */
export function withActive(state: ShellState, id: SessionId | null): ShellState {
  if (id === null) return { ...state, activeId: null };
  const tab = state.tabs.get(id);
  if (tab === undefined) return state;
  const tabs = tab.unread === 'nothing' ? state.tabs : new Map(state.tabs).set(id, { ...tab, unread: 'nothing' });
  const { overlay } = state;
  const stays = !('id' in overlay) || overlay.id === id;
  return { ...state, tabs, activeId: id, overlay: stays ? overlay : nothing };
}

/** Shows the tab that is so many places to the right of the active one, round the ends. */
export function withNeighbour(state: ShellState, by: 1 | -1): ShellState {
  const { order, activeId } = state;
  if (activeId === null) return state;
  const next = order[(order.indexOf(activeId) + by + order.length) % order.length];
  return next === undefined ? state : withActive(state, next);
}

/** Moves a tab to an index between 0 and the number of tabs less one. */
export function withMoved(state: ShellState, id: SessionId, to: number): ShellState {
  const from = state.order.indexOf(id);
  const target = Math.max(0, Math.min(to, state.order.length - 1));
  if (from === -1 || from === target) return state;
  const order = state.order.filter((other) => other !== id);
  order.splice(target, 0, id);
  return { ...state, order };
}

export function withTitles(state: ShellState, id: SessionId, titles: Tab['titles']): ShellState {
  const { title, iconTitle } = titles;
  return withTab(state, id, (tab) =>
    tab.titles.title === title && tab.titles.iconTitle === iconTitle ? tab : { ...tab, titles },
  );
}

/** Marks a tab that is not shown. A bell outranks output. */
export function withUnread(state: ShellState, id: SessionId, unread: 'output' | 'bell'): ShellState {
  if (state.activeId === id) return state;
  return withTab(state, id, (tab) => (tab.unread === unread || tab.unread === 'bell' ? tab : { ...tab, unread }));
}

export function withSize(state: ShellState, id: SessionId, size: NonNullable<Tab['size']>): ShellState {
  return withTab(state, id, (tab) => ({ ...tab, size }));
}

export function withClipboardWrite(
  state: ShellState,
  id: SessionId,
  clipboardWrite: Tab['clipboardWrite'],
): ShellState {
  return withTab(state, id, (tab) => ({ ...tab, clipboardWrite }));
}

export const withOverlay = (state: ShellState, overlay: Overlay): ShellState => ({ ...state, overlay });

export const withQuestion = (state: ShellState, question: Question): ShellState => ({ ...state, question });

function withTab(state: ShellState, id: SessionId, change: (tab: Tab) => Tab): ShellState {
  const tab = state.tabs.get(id);
  const next = tab && change(tab);
  return next === undefined || next === tab ? state : { ...state, tabs: new Map(state.tabs).set(id, next) };
}

const belongsTo = (over: Overlay | Question, id: SessionId) => 'id' in over && over.id === id;
