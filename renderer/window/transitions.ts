import type { SessionActivity, SessionId, SessionSnapshot } from '#contract/session/session.ts';
import { panesOf } from '#contract/tabs/layout.ts';
import { type Tab, type TabId, tabWithout } from '#contract/tabs/tab.ts';
import { activeTab, type Overlay, type Pane, type Question, type ShellState, tabOf } from './state.ts';

/** Pure steps from one state of the window to the next. A step that changes nothing returns the same state. */

const nothing = { kind: 'none' } as const;

const freshPane = {
  titles: { title: '', iconTitle: '' },
  size: null,
  clipboardWrite: null,
  unread: 'nothing',
} as const satisfies Partial<Pane>;

/** Takes over what main says of a session; one that is new is in no tab yet. */
export function withSession(state: ShellState, session: SessionSnapshot, receivedAt: number): ShellState {
  const known = state.panes.get(session.id);
  const pane: Pane = known ? { ...known, session, receivedAt } : { session, receivedAt, ...freshPane };
  return { ...state, panes: new Map(state.panes).set(session.id, pane) };
}

/** Takes over what passed through sessions; of one that is not here, nothing. */
export function withActivities(
  state: ShellState,
  activities: readonly SessionActivity[],
  receivedAt: number,
): ShellState {
  const known = activities.flatMap((activity) => {
    const pane = state.panes.get(activity.id);
    if (pane === undefined) return [];
    return [[activity.id, { ...pane, session: { ...pane.session, ...activity }, receivedAt }] as const];
  });
  return known.length === 0 ? state : { ...state, panes: new Map([...state.panes, ...known]) };
}

/** Puts a tab at the right end. */
export const withTab = (state: ShellState, tab: Tab): ShellState => ({
  ...state,
  tabs: [...state.tabs, tab],
  activeId: state.activeId ?? tab.id,
});

/** Gives each session that is in no tab one of its own. */
export const withLooseInTabs = (state: ShellState, newTab: (session: SessionId) => Tab): ShellState =>
  [...state.panes.keys()]
    .filter((id) => tabOf(state, id) === null)
    .reduce((before, id) => withTab(before, newTab(id)), state);

/** Removes a session, and with its last pane a tab; the right neighbour of that takes its place, or the left one. */
export function withoutSession(state: ShellState, id: SessionId): ShellState {
  if (!state.panes.has(id)) return state;
  const panes = new Map(state.panes);
  panes.delete(id);
  const { overlay, question } = state;
  const left = {
    ...state,
    panes,
    overlay: belongsTo(overlay, id) ? nothing : overlay,
    question: belongsTo(question, id) ? nothing : question,
  };
  const tab = tabOf(state, id);
  if (tab === null) return left;
  const smaller = tabWithout(tab, id);
  if (smaller !== null) return withTabChanged(left, smaller);
  return withoutTab(left, tab.id);
}

/** Removes a tab from the window, whatever becomes of its sessions. */
export function withoutTab(state: ShellState, id: TabId): ShellState {
  const index = state.tabs.findIndex((tab) => tab.id === id);
  if (index === -1) return state;
  const tabs = state.tabs.filter((tab) => tab.id !== id);
  const { overlay } = state;
  const renamed = 'tab' in overlay && overlay.tab === id;
  const left = { ...state, tabs, overlay: renamed ? nothing : overlay };
  return state.activeId === id ? withActive(left, tabs[Math.min(index, tabs.length - 1)]?.id ?? null) : left;
}

/** The tab is another window's by now, with all its sessions. */
export function withTabTaken(state: ShellState, id: TabId): ShellState {
  const tab = state.tabs.find((one) => one.id === id);
  if (tab === undefined) return state;
  const gone = panesOf(tab.layout);
  const panes = new Map([...state.panes].filter(([pane]) => !gone.includes(pane)));
  const { overlay, question } = state;
  const isOfIt = (over: Overlay | Question) => gone.some((pane) => belongsTo(over, pane));
  return {
    ...withoutTab({ ...state, overlay: isOfIt(overlay) ? nothing : overlay }, id),
    panes,
    question: isOfIt(question) ? nothing : question,
  };
}

/** Takes another form of a tab that is there. */
export const withTabChanged = (state: ShellState, changed: Tab): ShellState => ({
  ...state,
  tabs: state.tabs.map((tab) => (tab.id === changed.id ? changed : tab)),
});

/** Shows a tab, and with that marks it as read. What belonged to the tab before goes. */
export function withActive(state: ShellState, id: TabId | null): ShellState {
  if (id === null) return { ...state, activeId: null };
  const tab = state.tabs.find((one) => one.id === id);
  if (tab === undefined) return state;
  const shown = panesOf(tab.layout);
  const { overlay } = state;
  const stays = 'id' in overlay ? shown.includes(overlay.id) : !('tab' in overlay) || overlay.tab === id;
  const read = shown.reduce(
    (before, pane) => withPane(before, pane, (one) => (one.unread === 'nothing' ? one : { ...one, unread: 'nothing' })),
    state,
  );
  return { ...read, activeId: id, overlay: stays ? overlay : nothing };
}

/** Shows a session, with the keyboard. */
export function withShown(state: ShellState, id: SessionId): ShellState {
  const tab = tabOf(state, id);
  return tab === null ? state : withActive(withTabChanged(state, { ...tab, focused: id }), tab.id);
}

/** Shows the tab that is so many places to the right of the active one, round the ends. */
export function withNeighbour(state: ShellState, by: 1 | -1): ShellState {
  const { tabs, activeId } = state;
  if (activeId === null) return state;
  const at = tabs.findIndex(({ id }) => id === activeId);
  const next = tabs[(at + by + tabs.length) % tabs.length];
  return next === undefined ? state : withActive(state, next.id);
}

/** Moves a tab to an index between 0 and the number of tabs less one. */
export function withMoved(state: ShellState, id: TabId, to: number): ShellState {
  const from = state.tabs.findIndex((tab) => tab.id === id);
  const target = Math.max(0, Math.min(to, state.tabs.length - 1));
  if (from === -1 || from === target) return state;
  const tabs = state.tabs.filter((tab) => tab.id !== id);
  tabs.splice(target, 0, state.tabs[from] as Tab);
  return { ...state, tabs };
}

export function withTitles(state: ShellState, id: SessionId, titles: Pane['titles']): ShellState {
  const { title, iconTitle } = titles;
  return withPane(state, id, (pane) =>
    pane.titles.title === title && pane.titles.iconTitle === iconTitle ? pane : { ...pane, titles },
  );
}

/** Marks a pane whose tab is not shown. A bell outranks output. */
export function withUnread(state: ShellState, id: SessionId, unread: 'output' | 'bell'): ShellState {
  const shown = activeTab(state);
  if (shown !== null && panesOf(shown.layout).includes(id)) return state;
  return withPane(state, id, (pane) => (pane.unread === unread || pane.unread === 'bell' ? pane : { ...pane, unread }));
}

export function withSize(state: ShellState, id: SessionId, size: NonNullable<Pane['size']>): ShellState {
  return withPane(state, id, (pane) => ({ ...pane, size }));
}

export function withClipboardWrite(
  state: ShellState,
  id: SessionId,
  clipboardWrite: Pane['clipboardWrite'],
): ShellState {
  return withPane(state, id, (pane) => ({ ...pane, clipboardWrite }));
}

export const withOverlay = (state: ShellState, overlay: Overlay): ShellState => ({ ...state, overlay });

export const withQuestion = (state: ShellState, question: Question): ShellState => ({ ...state, question });

function withPane(state: ShellState, id: SessionId, change: (pane: Pane) => Pane): ShellState {
  const pane = state.panes.get(id);
  const next = pane && change(pane);
  return next === undefined || next === pane ? state : { ...state, panes: new Map(state.panes).set(id, next) };
}

/** A question about several panes goes with any of them. */
const belongsTo = (over: Overlay | Question, id: SessionId) =>
  ('id' in over && over.id === id) || ('ids' in over && over.ids.includes(id));
